import { readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { StatusSheet } from '../record/status-sheet.ts'
import { writeWhole } from './write-whole.ts'

/**
 * Brings the files of the accepted status sheets up to date, for those who read the record without the store. The store is
 * the truth; the files follow it. It never throws: what fails is reported, and done by the next call.
 */
export async function writeSheetFiles(
  folder: string,
  sheets: readonly StatusSheet[],
  report: (message: string) => void,
): Promise<void> {
  try {
    const files = new Map(sheets.map((sheet) => [`${sheet.id}.json`, `${JSON.stringify(sheet)}\n`]))
    for (const [name, text] of files) {
      const there = await readFile(join(folder, name), 'utf8').catch(() => null)
      if (there !== text) await writeWhole(folder, name, text)
    }
    for (const name of await readdir(folder).catch(() => [])) if (!files.has(name)) await rm(join(folder, name))
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'unknown'
    report(
      `${folder}: the accepted sheets could not be written for "ask" (${code}); it is tried again at the next start`,
    )
  }
}
