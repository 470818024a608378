import { createReadStream } from 'node:fs'
import { open, readdir, readFile, stat } from 'node:fs/promises'
import { basename, join, relative, sep } from 'node:path'
import { Fault } from '../../fault.ts'
import { chainPath, journalPath, listFiles, snapshotPath } from '../journal/files.ts'
import { parseLines } from '../journal/line.ts'
import { readSnapshot } from '../journal/snapshot.ts'
import type { Piece } from './container.ts'
import { mayHold } from './contents.ts'

/** Reads a whole file. */
type Read = (path: string) => Promise<Buffer>

/** A snapshot may replace the files while they are read. */
const attempts = 20

/**
 * What a backup of the run-time data holds, as it was at one moment, also while a program writes there: the journal's files
 * only grow, so their sound lines up to any of them are a state that was; a file in `files` is there before a record names
 * it, so those are read after the journal. Not in it: mails that were written to a folder, and what was set aside.
 * @throws Fault `store-unusable` where there is none
 */
export async function gatherState(folder: string, read: Read = readFile): Promise<readonly Piece[]> {
  const journal = await gatherJournal(folder, read)
  return [...journal, ...(await gatherFiles(folder, 'files')), ...(await gatherFiles(folder, 'published'))]
}

async function gatherJournal(folder: string, read: Read): Promise<readonly Piece[]> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await readJournalFiles(folder, read)
    } catch (cause) {
      const isGone = (cause as NodeJS.ErrnoException).code === 'ENOENT'
      if (isGone && attempt < attempts) continue
      if (cause instanceof Fault) throw cause
      throw new Fault(
        'store-unusable',
        `${folder} cannot be read: ${cause}. Check that STATE_DIR names the folder of the run-time data`,
        cause,
      )
    }
  }
}

async function readJournalFiles(folder: string, read: Read): Promise<readonly Piece[]> {
  const { snapshot, journals } = await listFiles(folder)
  if (snapshot === 0 && journals.length === 0)
    throw new Fault('store-unusable', `${folder} holds no run-time data. Check that STATE_DIR names its folder`)
  const pieces: Piece[] = []
  if (snapshot > 0) {
    const path = snapshotPath(folder, snapshot)
    const { base } = await readSnapshot(folder, snapshot)
    pieces.push(pieceOf(path, await read(path)), pieceOf(chainPath(folder), await readStart(folder, base.chainBytes)))
  }
  for (const [index, first] of journals.entries()) {
    const path = journalPath(folder, first)
    const bytes = await read(path)
    const { end, unsound } = parseLines(bytes)
    // The last line may be being written; any other that is not sound is left as it is, to be found when it is verified.
    const isBeingWritten = index === journals.length - 1 && unsound?.oneLine === true
    pieces.push(pieceOf(path, isBeingWritten ? bytes.subarray(0, end) : bytes))
  }
  return pieces
}

/** The headers that count for a snapshot; what comes behind them is of a later one. */
async function readStart(folder: string, length: number): Promise<Buffer> {
  const file = await open(chainPath(folder), 'r')
  try {
    const bytes = Buffer.alloc(length)
    let done = 0
    for (let read = -1; done < length && read !== 0; done += read)
      read = (await file.read(bytes, done, length - done, done)).bytesRead
    return bytes.subarray(0, done)
  } finally {
    await file.close()
  }
}

function pieceOf(path: string, bytes: Buffer): Piece {
  return { path: basename(path), size: bytes.length, read: () => [bytes] }
}

async function gatherFiles(folder: string, name: string): Promise<readonly Piece[]> {
  const entries = await readdir(join(folder, name), { recursive: true, withFileTypes: true }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return []
      throw error
    },
  )
  // What begins with a dot is no file of ours, or one that is not finished.
  const pieces = entries
    .map((entry) => ({ entry, path: join(entry.parentPath, entry.name) }))
    .map(({ entry, path }) => ({ entry, path, inside: relative(folder, path).split(sep).join('/') }))
    .filter(({ entry, inside }) => !entry.isDirectory() && !/(?:^|\/)\./u.test(inside))
    .map(async ({ entry, path, inside }): Promise<Piece> => {
      if (!entry.isFile() || !mayHold(inside))
        throw new Fault(
          'backup-failed',
          `${path} cannot be in a backup: it is no plain file, or its name has a control character or \\. Nothing was written; rename it or move it away`,
        )
      const { size } = await stat(path)
      return { path: inside, size, read: () => createReadStream(path) }
    })
  return (await Promise.all(pieces)).toSorted((a, b) => (a.path < b.path ? -1 : 1))
}
