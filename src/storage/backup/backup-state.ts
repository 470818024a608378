import { randomUUID } from 'node:crypto'
import { access, mkdir, open, realpath, rename, rm, statfs } from 'node:fs/promises'
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path'
import { Fault } from '../../fault.ts'
import type { Head, Published } from '../../ports.ts'
import { syncFolder } from '../../write-whole.ts'
import { verifyJournal } from '../journal/verify.ts'
import { readContainer, writeContainer } from './container.ts'
import type { Contents } from './contents.ts'
import { gatherState } from './gather.ts'

/** What was written: the audit chain's end in it, the file's SHA-256 (hexadecimal) and its size in bytes. */
export type BackedUp = {
  readonly file: string
  readonly head: Head
  readonly sha256: string
  readonly bytes: number
  readonly files: number
}

/**
 * Writes the run-time data of a folder into one file, also while a program writes there. The file has its name only once it is
 * on disk, was read back whole, and the audit chain in it holds.
 * @throws Fault `backup-exists`, `backup-failed`, `audit-broken`, `store-unusable`
 */
export async function backupState(folder: string, file: string, at: number): Promise<BackedUp> {
  const path = resolve(file)
  const isThere = await access(path).then(
    () => true,
    () => false,
  )
  if (isThere) throw new Fault('backup-exists', `${file} is there already. Nothing was written; give another name`)
  await checkOutside(folder, path, file)
  const unfinished = `${path}.${randomUUID()}.new`
  try {
    const pieces = await gatherState(folder)
    const { sha256, size } = await writeContainer(unfinished, new Date(at).toISOString(), pieces)
    const head = await inFolderBeside(unfinished, async (unpacked) => {
      await unpackInto(unfinished, unpacked)
      return await verifyUnpacked(unpacked, {
        of: folder,
        published: [],
        next: 'No backup was made; see "audit verify"',
      })
    })
    await rename(unfinished, path)
    await syncFolder(dirname(path))
    return { file, head, sha256, bytes: size, files: pieces.length }
  } catch (cause) {
    if (cause instanceof Fault) throw cause
    throw new Fault('backup-failed', `${file} cannot be written: ${cause}. Check the folder and the disk`, cause)
  } finally {
    await rm(unfinished, { force: true })
  }
}

/** Inside the run-time data it would be lost with them, and whoever writes there tidies unfinished files away. */
async function checkOutside(folder: string, path: string, file: string): Promise<void> {
  const real = async (one: string) => await realpath(one).catch(() => resolve(one))
  const way = relative(await real(folder), await real(dirname(path)))
  if (way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way))
    throw new Fault('backup-failed', `${file} would lie inside ${folder}. Nothing was written; give a place outside it`)
}

/** Runs something with a new folder (0700) beside a path, gone afterwards unless it was renamed. */
export async function inFolderBeside<T>(path: string, run: (folder: string) => Promise<T>): Promise<T> {
  const folder = `${path}.${randomUUID()}.new`
  await mkdir(folder, { mode: 0o700 })
  try {
    return await run(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Unpacks a backup into an empty folder, all of it safe on disk when it returns. @throws Fault (see `readContainer`) */
export async function unpackInto(file: string, folder: string): Promise<Contents> {
  const folders = new Set([folder])
  const contents = await readContainer(file, {
    async check({ files }) {
      const needed = files.reduce((total, { size }) => total + size, 0)
      const { bavail, bsize } = await statfs(folder)
      if (needed > bavail * bsize)
        throw new Fault(
          'disk-full',
          `${file} needs ${needed} bytes in ${dirname(folder)}. Nothing was changed; make room`,
        )
    },
    async begin(path) {
      const to = join(folder, path)
      await mkdir(dirname(to), { recursive: true, mode: 0o700 })
      for (let made = dirname(to); made !== folder; made = dirname(made)) folders.add(made)
      return await open(to, 'wx', 0o600)
    },
  })
  for (const made of folders) await syncFolder(made)
  return contents
}

/** Whose chain is verified, the check values that it must have, and what to do where it has not. */
type Wanted = { readonly of: string; readonly published: readonly Published[]; readonly next: string }

/** @throws Fault `audit-broken` where the chain does not hold, or is not the one that was published */
export async function verifyUnpacked(unpacked: string, { of, published, next }: Wanted): Promise<Head> {
  const verified = await verifyJournal(unpacked, published)
  switch (verified.outcome) {
    case 'verified':
      return verified.head
    case 'broken':
      throw new Fault('audit-broken', `${of}: the audit chain does not hold at entry ${verified.entry}. ${next}`)
    case 'not-in-chain': {
      const { hash } = verified.published
      throw new Fault(
        'audit-broken',
        `${of}: the check value ${hash} is not in its audit chain: it is older than that, or not the same data. ${next}`,
      )
    }
  }
}
