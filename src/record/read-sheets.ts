import { join } from 'node:path'
import { listJson, readJson } from './read-file.ts'
import { StatusSheet } from './status-sheet.ts'

/** The folder of a committee's accepted status sheets in that of the run-time data. */
export function sheetsFolder(stateDir: string, committee: string): string {
  return join(stateDir, 'published', committee, 'sheets')
}

/**
 * Reads the status sheets that were accepted, which the bot keeps as files beside its run-time data for those who read the
 * record without the store. None where there is no such folder.
 * @throws Fault `record-unreadable`, `record-invalid`, naming the file.
 */
export function readSheets(folder: string): readonly StatusSheet[] {
  return listJson(folder).map((name) => readJson(join(folder, name), StatusSheet))
}
