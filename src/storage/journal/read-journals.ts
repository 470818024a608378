import { readFile } from 'node:fs/promises'
import * as z from 'zod'
import { Fault } from '../../fault.ts'
import type { Disk } from './disk.ts'
import { Entry } from './entry.ts'
import { journalPath, tornPath } from './files.ts'
import { parseLines, type Unsound } from './line.ts'

/** What to do with a last write that was cut short, and whom to tell. */
export type TornTail = { readonly acceptTornTail: boolean; readonly report: (message: string) => void }

/** The entries after a snapshot; `open` is the journal to go on with, null where there is none. */
export type Journals = {
  readonly entries: Entry[]
  readonly size: number
  readonly open: { readonly first: number; readonly length: number } | null
}

/** A line is what was written together. */
const Batch = z.array(Entry)

/**
 * Reads the journals that follow a snapshot.
 * @throws Fault `journal-torn` (the last write was cut short, and nobody accepts that), `journal-damaged` (anything else).
 */
export async function readJournals(
  disk: Disk,
  folder: string,
  snapshot: number,
  journals: readonly number[],
  options: TornTail,
): Promise<Journals> {
  const entries: Entry[] = []
  let size = 0
  let open: Journals['open'] = null
  for (const [index, first] of journals.entries()) {
    const path = journalPath(folder, first)
    const last = entries.at(-1)?.n ?? snapshot
    if (first !== last + 1) throw damaged(path, `it should begin with entry ${last + 1}; a file is missing`)
    const bytes = await readFile(path)
    const { values, end, unsound } = parseLines(bytes)
    for (const entry of values.flatMap((value) => parseBatch(path, value))) {
      const expected = (entries.at(-1)?.n ?? snapshot) + 1
      if (entry.n !== expected) throw damaged(path, `entry ${entry.n} stands where entry ${expected} should`)
      entries.push(entry)
    }
    if (unsound !== null) {
      const read = `${entries.length} entries before it were read`
      if (!unsound.oneLine || index < journals.length - 1) {
        throw damaged(path, `line ${unsound.line} (byte ${unsound.from}) is not as it was written; ${read}`)
      }
      await setAside(disk, folder, first, bytes, unsound, read, options)
    }
    size += end
    open = { first, length: end }
  }
  return { entries, size, open }
}

/** Moves what the last write left unfinished out of the journal, to be looked at. */
async function setAside(
  disk: Disk,
  folder: string,
  first: number,
  bytes: Buffer,
  { from, line }: Unsound,
  read: string,
  { acceptTornTail, report }: TornTail,
): Promise<void> {
  const path = journalPath(folder, first)
  const what = `${path}: its last line (${line}, ${bytes.length - from} bytes) is cut short or changed; ${read}`
  if (!acceptTornTail) {
    throw new Fault(
      'journal-torn',
      `${what}. A write that a crash cut short was never acknowledged: "doctor --accept-torn-tail" sets it aside; then start again. If the disk or somebody else may have changed the file, restore a backup`,
    )
  }
  const aside = tornPath(folder, first, from)
  await disk.remove(aside)
  const copy = await disk.openAppend(aside)
  await copy.append(bytes.subarray(from))
  await copy.sync()
  await copy.close()
  await disk.syncFolder(folder)
  const journal = await disk.openAppend(path)
  await journal.truncate(from)
  await journal.sync()
  await journal.close()
  report(`${what}; it was set aside in ${aside}`)
}

/** The entries of a line. @throws Fault `journal-damaged` */
export function parseBatch(path: string, value: unknown): readonly Entry[] {
  const batch = Batch.safeParse(value)
  if (!batch.success) throw damaged(path, `a line is not as this program writes it:\n${z.prettifyError(batch.error)}`)
  return batch.data
}

function damaged(path: string, what: string): Fault {
  return new Fault('journal-damaged', `${path}: ${what}. Nothing was changed; restore the folder from a backup`)
}
