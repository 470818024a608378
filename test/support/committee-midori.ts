import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { messageText } from '../../src/platforms/terminal/message-lines.ts'
import type { Answer } from '../../src/questions/answer.ts'
import type { Citation } from '../../src/questions/citation.ts'
import { type PreparedRecord, prepareRecord } from '../../src/questions/prepared-record.ts'
import { buildRecord, type Reviewed } from '../../src/record/build-record.ts'
import { readReviewed } from '../../src/record/read-reviewed.ts'
import { converse as sayAll } from './converse.ts'

const midoriFolder = resolve(import.meta.dirname, '../committees/midori')

/** The invented committee's record, or what `change` makes of its reviewed files. */
export function prepareMidori(change: (reviewed: Reviewed) => Reviewed = (reviewed) => reviewed): PreparedRecord {
  return prepareRecord(buildRecord(change(readReviewed(midoriFolder))))
}

export type Told = { readonly text: string; readonly answer: Answer | null }

/** Says one thing after another in one conversation and gives what came of the last. */
export function converse(prepared: PreparedRecord, ...said: readonly string[]): Told {
  const last = sayAll(prepared, said).at(-1)
  return { text: last === undefined ? '' : messageText(last.message), answer: last?.answer ?? null }
}

/** The lines of the published text that a citation names, joined; read here anew, so that the engine cannot vouch for itself. */
export function sourceLines({ document, lines: [from, to] }: Citation): string {
  const source = readFileSync(join(midoriFolder, 'source', `${document.id}.txt`), 'utf8')
  return source
    .split('\n')
    .slice(from - 1, to)
    .map((line) => line.trimStart())
    .join('')
}
