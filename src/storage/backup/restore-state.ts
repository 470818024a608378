import { mkdir, readdir, rename, rmdir } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { Fault } from '../../fault.ts'
import type { Head, Published } from '../../ports.ts'
import { syncFolder } from '../../write-whole.ts'
import { readState } from '../journal/read-state.ts'
import { inFolderBeside, unpackInto, verifyUnpacked } from './backup-state.ts'

/** What was restored, and the backup's own time (UTC). */
export type Restored = { readonly folder: string; readonly head: Head; readonly made: string; readonly files: number }

/** A backup, where it goes, whose it must be, and the check values that its audit chain must have. */
type Wanted = {
  readonly file: string
  readonly folder: string
  readonly committee: string
  readonly published: readonly Published[]
}

/** What to do with a backup that is not what it should be. */
const next = 'Nothing was changed; take another backup'

/**
 * Brings a backup back into a folder that is empty or not there. It is unpacked beside it and verified; only then it takes
 * the folder's place, in one step. Whatever is wrong, nothing is changed.
 * @throws Fault `restore-not-empty`, `backup-…`, `audit-broken`, `restore-failed`
 */
export async function restoreState({ file, folder, committee, published }: Wanted): Promise<Restored> {
  const path = resolve(folder)
  try {
    await checkEmpty(path, folder)
    await mkdir(dirname(path), { recursive: true, mode: 0o700 })
    return await inFolderBeside(path, async (unpacked) => {
      const { made, files } = await unpackInto(file, unpacked)
      const head = await verifyUnpacked(unpacked, { of: file, published, next })
      await checkCommittee(unpacked, file, committee)
      // Fails where somebody has put something there meanwhile.
      await rmdir(path).catch(unlessMissing)
      await rename(unpacked, path)
      await syncFolder(dirname(path))
      return { folder, head, made, files: files.length }
    })
  } catch (cause) {
    if (cause instanceof Fault) throw cause
    throw new Fault(
      'restore-failed',
      `${folder} cannot be written: ${cause}. Check the path, its owner and the disk`,
      cause,
    )
  }
}

async function checkEmpty(path: string, folder: string): Promise<void> {
  const names = await readdir(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw error
  })
  if (names.length === 0) return
  throw new Fault(
    'restore-not-empty',
    `${folder} is not empty. Nothing was changed: stop the bot, move that folder away and keep it, or restore --into another`,
  )
}

async function checkCommittee(unpacked: string, file: string, committee: string): Promise<void> {
  const committees = await readCommittees(unpacked)
  if (committees.size === 0 || committees.has(committee)) return
  throw new Fault(
    'backup-foreign',
    `${file} holds the data of ${[...committees].join(', ')}, not of ${committee}. Nothing was changed: give the folder of its committee by --committee`,
  )
}

/** The committees whose records are in a folder of run-time data. */
async function readCommittees(folder: string): Promise<ReadonlySet<string>> {
  return new Set((await readState(folder)).records().map(({ key }) => key.committee))
}

function unlessMissing(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOENT') throw error
}
