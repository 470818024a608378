import { join } from 'node:path'
import { Fault } from '../fault.ts'
import type { Reviewed } from './build-record.ts'
import { readBytes, readJson } from './read-file.ts'
import { Committee, ReviewedDocument, Words } from './schema.ts'
import { sourceHash } from './source-hash.ts'

/**
 * Reads a committee's folder: `committee.json`, `record/*.json` and the sources they name.
 * @throws Fault `record-unreadable` (a file is missing), `record-invalid` (not JSON, wrong shape, changed source).
 */
export function readReviewed(directory: string): Reviewed {
  const committee = readJson(join(directory, 'committee.json'), Committee)
  const { words } = readJson(join(directory, 'record', 'words.json'), Words)
  const documents = committee.documents.map((id) => {
    const file = join(directory, 'record', `${id}.json`)
    const reviewed = readJson(file, ReviewedDocument)
    if (reviewed.document.id !== id) {
      throw new Fault(
        'record-invalid',
        `${file}: document.id is "${reviewed.document.id}"; it must be "${id}" as in committee.json`,
      )
    }
    return {
      file,
      reviewed,
      source: readSource(join(directory, reviewed.document.source), reviewed.document.sha256, file),
    }
  })
  return { committee, words, documents }
}

/**
 * Reads a source and compares it with its SHA-256.
 * @throws Fault `record-unreadable`, `record-invalid`.
 */
export function readSource(path: string, sha256: string, file: string): string {
  const bytes = readBytes(path)
  const found = sourceHash(bytes)
  if (found !== sha256) {
    throw new Fault(
      'record-invalid',
      `${path}: the source has changed (its SHA-256 is ${found}, ${file} says ${sha256}); put the published file back, or review the record anew`,
    )
  }
  return bytes.toString('utf8')
}
