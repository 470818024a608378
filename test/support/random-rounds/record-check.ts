import { join } from 'node:path'
import { expect } from 'vitest'
import type { PreparedRecord } from '../../../src/questions/prepared-record.ts'
import { readPublished } from '../../../src/record/read-published.ts'
import { publishedFiles } from '../../../src/storage/published-files.ts'
import { everybody, members, type Readers } from './readers.ts'
import type { RoundOffice } from './round-office.ts'
import { tokensIn } from './tokens.ts'

/**
 * Compares the record of each audience with what was given to it: all of these words and no others, nobody's name, and
 * receipts to staff only.
 * @throws where anything differs.
 */
export async function checkRecord({ shelf }: RoundOffice, readers: Readers): Promise<void> {
  for (const [audience, inside] of [
    ['everybody', false],
    ['members', true],
  ] as const) {
    const prepared = await shelf.recordFor(audience)
    const text = textOf(prepared)
    await readers.check(text, inside ? members : everybody)
    expect(new Set(tokensIn(text))).toEqual(await readers.shared(inside))
    expect(text).not.toMatch(/R8-\d/u)
    expect(prepared.record.receipts?.size ?? 0).toBe(0)
  }
  readers.checkNames(textOf(await shelf.recordFor('staff')))
  // With the sources, of which `ask` has files.
  await readers.check(JSON.stringify(await shelf.published()), everybody)
}

/** The same of the files that `ask` reads beside the store. */
export async function checkFiles({ shelf, folder, reports }: RoundOffice, readers: Readers): Promise<void> {
  const path = join(folder.path, '..', 'published')
  await publishedFiles(path, (message) => void reports.push(message))(async () => await shelf.published())
  const text = JSON.stringify(readPublished(path))
  await readers.check(text, everybody)
  expect(new Set(tokensIn(text))).toEqual(await readers.shared(false))
}

/** All that a record says, however deep it stands. */
function textOf({ record }: PreparedRecord): string {
  return JSON.stringify(record, (_, value: unknown) => (value instanceof Map ? [...value] : value))
}
