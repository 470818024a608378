import { join } from 'node:path'
import { Fault } from '../fault.ts'
import type { ReviewedSource } from './build-record.ts'
import { listJson, readJson } from './read-file.ts'
import { readSource } from './read-reviewed.ts'
import { recordFault } from './record-fault.ts'
import { ReviewedDocument } from './schema.ts'

/** The folder of a committee's published annexes in that of the run-time data. */
export function publishedFolder(stateDir: string, committee: string): string {
  return join(stateDir, 'published', committee)
}

/** How often a folder is read that changes meanwhile. */
const attempts = 3

/**
 * Reads the annexes that were published, which the bot keeps as files beside its run-time data: `record/*.json` and the
 * sources they name, as in a committee's folder. None where there is no such folder.
 * @throws Fault `record-unreadable`, `record-invalid`, naming the file and what to do.
 */
export function readPublished(folder: string): readonly ReviewedSource[] {
  for (let attempt = 1; ; attempt++) {
    try {
      return readOnce(folder)
    } catch (fault) {
      // The bot has put another version in place between two reads.
      if (attempt < attempts) continue
      if (!(fault instanceof Fault)) throw fault
      throw new Fault(fault.code, `${fault.message}; or remove ${folder}: the bot writes it anew when it starts`, fault)
    }
  }
}

function readOnce(folder: string): readonly ReviewedSource[] {
  const records = join(folder, 'record')
  return listJson(records).map((name) => {
    const file = join(records, name)
    const reviewed = readJson(file, ReviewedDocument)
    if (reviewed.document.release?.published == null)
      throw recordFault(file, reviewed.document.id, 'it does not say that it was published; remove the file')
    const { source, sha256 } = reviewed.document
    return { file, reviewed, source: readSource(join(folder, source), sha256, file) }
  })
}
