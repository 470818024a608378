import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'
import { Fault } from '../fault.ts'
import type { Reviewed } from './build-record.ts'
import { Committee, ReviewedDocument, Words } from './schema.ts'

// Each schema is used once at a start: compiling it into a function would cost more than it saves.
z.config({ jitless: true })

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

function readSource(path: string, sha256: string, file: string): string {
  const bytes = readBytes(path)
  const found = createHash('sha256').update(bytes).digest('hex')
  if (found !== sha256) {
    throw new Fault(
      'record-invalid',
      `${path}: the source has changed (its SHA-256 is ${found}, ${file} says ${sha256}); put the published file back, or review the record anew`,
    )
  }
  return bytes.toString('utf8')
}

function readJson<T>(path: string, schema: z.ZodType<T>): T {
  const text = new TextDecoder().decode(readBytes(path))
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (cause) {
    throw new Fault('record-invalid', `${path}: not JSON (${(cause as Error).message}); mend the file`, cause)
  }
  const result = schema.safeParse(value)
  if (!result.success) {
    throw new Fault(
      'record-invalid',
      `${path}: not of the expected shape; mend these places:\n${z.prettifyError(result.error)}`,
      result.error,
    )
  }
  return result.data
}

function readBytes(path: string): Buffer {
  try {
    return readFileSync(path)
  } catch (cause) {
    throw new Fault(
      'record-unreadable',
      `${path}: cannot be read (${(cause as NodeJS.ErrnoException).code}); put the file there, or name another folder with COMMITTEE_DIR or --committee`,
      cause,
    )
  }
}
