import { headerOf } from './chain.ts'
import type { Disk } from './disk.ts'
import type { Entry, Held } from './entry.ts'
import { chainPath, listFiles } from './files.ts'
import { formatLine } from './line.ts'
import { appendLines, type Base, writeSnapshot } from './snapshot.ts'

/** What a snapshot is made from: the one before it, the entries since, and what lives after the last of them. */
export type Stretch = { readonly base: Base; readonly entries: readonly Entry[]; readonly records: readonly Held[] }

/**
 * Replaces a snapshot and the journals after it with a new snapshot. Of the entries only headers stay, so texts that
 * were replaced, deleted or erased leave the disk. Cut off at any moment, it leaves a folder that reads the same.
 */
export async function compact(disk: Disk, folder: string, stretch: Stretch): Promise<{ base: Base; size: number }> {
  const { base, entries, records } = stretch
  const last = entries.at(-1) ?? base
  const chainBytes = base.chainBytes + (await appendHeaders(disk, folder, base.chainBytes, entries))
  const next: Base = { format: 1, n: last.n, head: last.head, chainBytes, records: records.length }
  const size = await writeSnapshot(disk, folder, next, records)
  await removeLeftovers(disk, folder)
  // Nobody knows whose text a torn write holds.
  if (entries.some(erases)) await removeFiles(disk, folder, (await listFiles(folder)).setAside)
  return { base: next, size }
}

/** Removes what the newest snapshot replaces, and what a crash left unfinished. */
export async function removeLeftovers(disk: Disk, folder: string): Promise<void> {
  await removeFiles(disk, folder, (await listFiles(folder)).leftovers)
}

/** Whether texts must leave the disk after this entry. */
export function erases({ changes }: Entry): boolean {
  return changes.some(({ kind }) => kind === 'erase')
}

async function removeFiles(disk: Disk, folder: string, paths: readonly string[]): Promise<void> {
  for (const path of paths) await disk.remove(path)
  if (paths.length > 0) await disk.syncFolder(folder)
}

async function appendHeaders(disk: Disk, folder: string, from: number, entries: readonly Entry[]): Promise<number> {
  const file = await disk.openAppend(chainPath(folder))
  try {
    // What lies beyond is of a compaction that was cut off.
    await file.truncate(from)
    return await appendLines(
      file,
      entries.values().map((entry) => formatLine(headerOf(entry))),
    )
  } finally {
    await file.close()
    await disk.syncFolder(folder)
  }
}
