import { createHash } from 'node:crypto'
import { findInquiryToken, type InquiryToken } from '../opinions/inquiry-token.ts'
import { longestCell, mostRows, type TakenFile, type TakenRow } from '../opinions/taken-file.ts'
import { FileFault } from './file-fault.ts'
import { readWorkbook } from './read-workbook.ts'
import type { Cell, Sheet, Workbook, WorkbookLimits } from './workbook.ts'

/** Our columns by their headings, whatever was put around those: the first that fits best. */
const headings = {
  receipt: /^受付番号/u,
  opinion: /^[御ご]?意見/u,
  answer: /^考え方/u,
  remark: /^備考/u,
  number: /^(?:no\.?|番号|項番|#)$/iu,
} as const
type Heading = keyof typeof headings
type Columns = Readonly<Partial<Record<Heading, string>>>

/**
 * The rows of an inquiry's file that came back, and what it says it is. Columns are found by their headings, rows are only
 * read: what they answer is for the receipt numbers to say.
 */
export async function readInquiryFile(bytes: Uint8Array, limits: Partial<WorkbookLimits> = {}): Promise<TakenFile> {
  try {
    const rows = rowsOf(await readWorkbook(bytes, limits))
    return typeof rows === 'string'
      ? { kind: 'unreadable', problem: rows }
      : { kind: 'rows', sha256: createHash('sha256').update(bytes).digest('hex'), ...rows }
  } catch (fault) {
    if (fault instanceof FileFault) return { kind: 'unreadable', problem: fault.problem }
    throw fault
  }
}

type Rows = { readonly tokens: InquiryToken[]; readonly rows: TakenRow[] }

function rowsOf({ sheets }: Workbook): Rows | 'no-columns' | 'columns-twice' | 'too-many-rows' {
  const tokens = new Map<string, InquiryToken>()
  const rows: TakenRow[] = []
  let tables = 0
  for (const sheet of sheets) {
    for (const { text } of sheet.rows.flat()) {
      const token = text.length < longestToken ? findInquiryToken(text) : undefined
      if (token !== undefined && tokens.size < mostTokens) tokens.set(`${token.committee}/${token.inquiry}`, token)
    }
    if (sheet.hidden) continue
    const header = findHeader(sheet)
    if (header === undefined) continue
    if (header === 'columns-twice') return header
    tables += 1
    const below = sheet.rows.filter(([first]) => first !== undefined && first.row > header.row)
    rows.push(...below.flatMap((cells) => rowOf(sheet.name, cells, header.columns)))
  }
  if (rows.length > mostRows) return 'too-many-rows'
  // Without a token it is not ours at all, which says more than that its columns are missing.
  return tables === 0 && tokens.size > 0 ? 'no-columns' : { tokens: [...tokens.values()], rows }
}

/** What is known by its token is short; an opinion may name anything. */
const longestToken = 120
const mostTokens = 20

/** The first row with the headings of receipts and answers. A heading that only begins like ours gives way to ours. */
function findHeader(sheet: Sheet): { readonly row: number; readonly columns: Columns } | 'columns-twice' | undefined {
  for (const cells of sheet.rows) {
    const found = new Map<Heading, string[]>()
    for (const { text, column, mergedInto } of cells) {
      const said = text.normalize('NFKC').replaceAll(/\s/gu, '')
      const heading = (Object.keys(headings) as Heading[]).find((one) => headings[one].test(said))
      if (heading !== undefined && mergedInto === null && said.length < longestHeading)
        found.set(heading, [...(found.get(heading) ?? []), column])
    }
    const [row] = cells
    if (row === undefined || !found.has('receipt') || !found.has('answer')) continue
    if ((found.get('receipt')?.length ?? 0) > 1 || (found.get('answer')?.length ?? 0) > 1) return 'columns-twice'
    return { row: row.row, columns: Object.fromEntries([...found].map(([heading, [column]]) => [heading, column])) }
  }
  return undefined
}

const longestHeading = 30

/** What a formula that Excel cannot compute leaves, also where only its value was pasted. */
const brokenValue = /^#(?:REF!|VALUE!|NAME\?|DIV\/0!|NUM!|NULL!|N\/A)$/u

function rowOf(sheet: string, cells: readonly Cell[], columns: Columns): readonly TakenRow[] {
  const [first] = cells
  if (first === undefined) return []
  const cellIn = (heading: Heading) => cells.find(({ column }) => column === columns[heading])
  /** What is merged over from another column is not this column's. */
  const textIn = (heading: Heading) => {
    const cell = cellIn(heading)
    const own = cell?.mergedInto == null || columnOf(cell.mergedInto) === cell.column
    return cell === undefined || !own ? '' : cell.text.slice(0, longestCell)
  }
  const receipt = textIn('receipt')
  if (headings.receipt.test(receipt.normalize('NFKC').replaceAll(/\s/gu, ''))) return []
  const answer = cellIn('answer')
  const merged = answer?.mergedInto ?? null
  const row: TakenRow = {
    cell: `${sheet}!${columns.answer ?? ''}${first.row}`,
    ...{ receipt, answer: textIn('answer'), formula: (answer?.formula ?? false) || brokenValue.test(textIn('answer')) },
    opinion: columns.opinion === undefined ? null : textIn('opinion'),
    remark: columns.remark === undefined ? null : textIn('remark'),
    number: columns.number === undefined ? null : textIn('number'),
    merged: merged !== null && columnOf(merged) === columns.answer,
  }
  return row.receipt === '' && row.answer === '' ? [] : [row]
}

function columnOf(address: string): string {
  return address.replace(/\d+$/u, '')
}
