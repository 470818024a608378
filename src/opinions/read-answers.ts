import { halfWidth } from './half-width.ts'
import type { Inquiry } from './inquiry.ts'
import { findItem, findReceipt } from './receipt.ts'
import type { TakenRow } from './taken-file.ts'

/** Characters of an answer at most. */
const longestAnswer = 10_000

/** What has to be put right in a file before anything is taken from it; `cell`s say where. */
export type RowFault =
  | { readonly why: 'unknown-receipt'; readonly cell: string; readonly receipt: string }
  | { readonly why: 'twice'; readonly item: string; readonly cells: readonly string[] }
  | { readonly why: 'formula' | 'too-long'; readonly cell: string; readonly item: string }

/** One item's row, or several that say the same. */
export type ReadAnswer = TakenRow & { readonly item: string }

export type ReadAnswers = {
  /** In the file's order, each item once. */
  readonly answers: readonly ReadAnswer[]
  readonly faults: readonly RowFault[]
  /** Cells of answers in rows without a receipt number: nobody knows what they answer. */
  readonly loose: readonly string[]
}

/** Finds the item that each row answers by its receipt number alone, wherever it stands. */
export function readAnswers(rows: readonly TakenRow[], { items }: Pick<Inquiry, 'items'>, prefix: string): ReadAnswers {
  const asked = items.map(({ item }) => item)
  const byItem = new Map<string, ReadAnswer>()
  const faults: RowFault[] = []
  const loose: string[] = []
  for (const raw of rows) {
    const row = { ...raw, answer: raw.answer.trim() }
    const item = itemOf(row.receipt, asked, prefix)
    if (item === 'none') {
      if (row.answer !== '') loose.push(row.cell)
      continue
    }
    if (item === 'unknown') {
      if (row.answer !== '') faults.push({ why: 'unknown-receipt', cell: row.cell, receipt: row.receipt.trim() })
      continue
    }
    if (row.formula) faults.push({ why: 'formula', cell: row.cell, item })
    if (row.answer.length > longestAnswer) faults.push({ why: 'too-long', cell: row.cell, item })
    const before = byItem.get(item)
    if (before === undefined || before.answer === '') byItem.set(item, { ...row, item })
    else if (row.answer !== '' && plain(row.answer) !== plain(before.answer))
      faults.push({ why: 'twice', item, cells: [before.cell, row.cell] })
  }
  return { answers: [...byItem.values()], faults, loose }
}

/** A cell that is a receipt number, and hardly anything besides. */
function itemOf(text: string, asked: readonly string[], prefix: string): string {
  const said = halfWidth(text).trim()
  if (said === '') return 'none'
  const item = findItem(text, prefix)
  if (item !== undefined) {
    if (said.length > item.length + besides) return 'none'
    return asked.includes(item) ? item : 'unknown'
  }
  const receipt = findReceipt(text, prefix)
  if (receipt === undefined || said.length > receipt.length + besides) return 'none'
  const own = asked.filter((one) => one.startsWith(`${receipt}-`))
  return own.length === 1 && own[0] !== undefined ? own[0] : 'unknown'
}

/** Characters around a receipt number that leave it one, as in 「No. R8-003-1 」. */
const besides = 8

/** A text without what a spreadsheet may change in it: line ends and blanks at the end. */
export function plain(text: string): string {
  const lines = text.split('\n').map((line) => line.trim())
  return lines.filter((line) => line !== '').join('\n')
}
