import { readdir } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * The files of a journal's folder. `snapshot-N` holds what lived after entry N, `journal-M` the entries from M on, one
 * file for each stretch between two snapshots; `chain` the headers up to the newest snapshot. A file that is not
 * finished ends in `.new`; what was set aside begins with `torn-`.
 */
export type Files = {
  /** The entry of the newest snapshot; 0: there is none. */
  readonly snapshot: number
  /** The first entries of the journals that follow it, in order. */
  readonly journals: readonly number[]
  /** Paths that a crash left behind: unfinished, or replaced by the newest snapshot. */
  readonly leftovers: readonly string[]
  readonly setAside: readonly string[]
}

export async function listFiles(folder: string): Promise<Files> {
  const names = (await readdir(folder)).sort()
  const numbered = (kind: string) => names.flatMap((name) => numberOf(kind, name) ?? [])
  const snapshot = numbered('snapshot').at(-1) ?? 0
  const replaced = [
    ...numbered('snapshot')
      .filter((n) => n < snapshot)
      .map((n) => snapshotPath(folder, n)),
    ...numbered('journal')
      .filter((n) => n <= snapshot)
      .map((n) => journalPath(folder, n)),
  ]
  const among = (test: (name: string) => boolean) => names.filter(test).map((name) => join(folder, name))
  return {
    snapshot,
    journals: numbered('journal').filter((n) => n > snapshot),
    leftovers: [...replaced, ...among((name) => name.endsWith('.new'))],
    setAside: among((name) => name.startsWith('torn-')),
  }
}

export const snapshotPath = (folder: string, n: number) => join(folder, `snapshot-${padded(n)}`)
export const journalPath = (folder: string, first: number) => join(folder, `journal-${padded(first)}`)
export const chainPath = (folder: string) => join(folder, 'chain')
export const tornPath = (folder: string, first: number, from: number) => join(folder, `torn-${padded(first)}-${from}`)

function padded(n: number): string {
  return String(n).padStart(12, '0')
}

function numberOf(kind: string, name: string): number | undefined {
  const match = /^([a-z]+)-(\d{12})$/u.exec(name)
  return match?.[1] === kind ? Number(match[2]) : undefined
}
