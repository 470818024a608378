import { readFile } from 'node:fs/promises'
import * as z from 'zod'
import { Fault } from '../../fault.ts'
import { genesis } from './chain.ts'
import type { AppendFile, Disk } from './disk.ts'
import { Held } from './entry.ts'
import { snapshotPath } from './files.ts'
import { formatLine, parseLines } from './line.ts'

/** A snapshot's first line: the entry it was taken after, the chain's head there, and how far the file of headers counts. */
export type Base = {
  readonly format: 1
  readonly n: number
  readonly head: string
  readonly chainBytes: number
  readonly records: number
}
const Base: z.ZodType<Base> = z.object({
  format: z.literal(1),
  n: z.int(),
  head: z.string(),
  chainBytes: z.int(),
  records: z.int(),
})

export type Snapshot = { readonly base: Base; readonly records: readonly Held[]; readonly size: number }

const empty: Snapshot = { base: { format: 1, n: 0, head: genesis, chainBytes: 0, records: 0 }, records: [], size: 0 }

/** Reads the snapshot taken after entry `n`; 0 is the empty one. @throws Fault `journal-damaged` */
export async function readSnapshot(folder: string, n: number): Promise<Snapshot> {
  if (n === 0) return empty
  const path = snapshotPath(folder, n)
  const bytes = await readFile(path)
  const { values, unsound } = parseLines(bytes)
  const [first, ...rest] = values
  const read = z.object({ base: Base, records: z.array(Held) }).safeParse({ base: first, records: rest })
  if (unsound !== null || !read.success || read.data.base.n !== n || read.data.base.records !== rest.length) {
    throw new Fault(
      'journal-damaged',
      `${path}: line ${unsound?.line ?? values.length} is not as it was written. Nothing was changed; restore the folder from a backup`,
      read.error,
    )
  }
  return { ...read.data, size: bytes.length }
}

/** Writes a snapshot beside the others; it counts from the moment it has its name. Returns its size in bytes. */
export async function writeSnapshot(disk: Disk, folder: string, base: Base, records: readonly Held[]): Promise<number> {
  const path = snapshotPath(folder, base.n)
  const unfinished = `${path}.new`
  await disk.remove(unfinished)
  const file = await disk.openAppend(unfinished)
  let size: number
  try {
    size = await appendLines(file, [base, ...records].values().map(formatLine))
  } finally {
    await file.close()
  }
  await disk.rename(unfinished, path)
  await disk.syncFolder(folder)
  return size
}

/** Appends lines, 256 KiB at a time: writers who wait for a sync of their own never wait for much of this one. */
export async function appendLines(file: AppendFile, lines: Iterable<Buffer>): Promise<number> {
  let size = 0
  let chunk: Buffer[] = []
  let length = 0
  const flush = async () => {
    const bytes = Buffer.concat(chunk)
    await file.append(bytes)
    await file.sync()
    size += bytes.length
    chunk = []
    length = 0
  }
  for (const line of lines) {
    chunk.push(line)
    length += line.length
    if (length >= 256 * 1024) await flush()
  }
  await flush()
  return size
}
