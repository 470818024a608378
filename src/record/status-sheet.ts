import * as z from 'zod'

/** What a column of a status sheet (資料３) says of a project. */
export const SheetField = z.enum([
  'number',
  'title',
  'area',
  'indicator',
  'target',
  'result',
  'rating',
  'division',
  'remarks',
])
export type SheetField = z.infer<typeof SheetField>

/** Letters of a column, as `F`; the address of a cell, as `F12`. */
const Column = z.string().regex(/^[A-Z]{1,3}$/u)
const Address = z.string().regex(/^[A-Z]{1,3}[1-9]\d{0,6}$/u)
const Year = z.int().min(1900).max(2999)

/** A column that was understood; `year` is the fiscal year that its heading names, null where it names none or several. */
export const SheetColumn = z.strictObject({
  column: Column,
  field: SheetField,
  heading: z.string().max(500),
  year: Year.nullable(),
})
export type SheetColumn = z.infer<typeof SheetColumn>

/**
 * A project of the sheet: the cells of its number, title and area (merged cells by their first), and in `rows` those of the
 * other columns, one entry a row: an indicator has its target, result and rating in the row that it stands in.
 */
const SheetProject = z.strictObject({
  number: z.int().min(1).max(9999),
  at: z.strictObject({ number: Address, title: Address, area: Address.nullable() }),
  rows: z.array(z.array(z.strictObject({ column: Column, cell: Address })).max(30)).max(200),
})
export type SheetProject = z.infer<typeof SheetProject>

/** What a status sheet says, cell by cell: each text is the cell's own, and everything else points at cells. */
export const SheetContent = z.strictObject({
  /** The name of the sheet in the workbook; null for a CSV, which has none. */
  sheet: z.string().max(100).nullable(),
  columns: z.array(SheetColumn).min(2).max(50),
  cells: z.record(Address, z.string().max(5000)),
  /** What the sheet itself says of its rating signs; `cell` has the meaning in it. */
  legend: z.array(
    z.strictObject({ sign: z.string().min(1).max(10), meaning: z.string().min(1).max(200), cell: Address }),
  ),
  projects: z.array(SheetProject).min(1).max(1000),
})
export type SheetContent = z.infer<typeof SheetContent>

/** A status sheet as a document of the record: its content with the meeting that it was given to. `year` is the fiscal year that the list is of. */
export const StatusSheet = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,60}$/u),
  title: z.string().min(1).max(100),
  file: z.strictObject({ name: z.string().max(255), sha256: z.string().regex(/^[0-9a-f]{64}$/u) }),
  meeting: z.strictObject({
    id: z.string().regex(/^\d{4}-\d{1,3}$/u),
    name: z.string().min(1).max(100),
    fiscalYear: Year,
    number: z.int().min(1),
  }),
  year: Year.nullable(),
  ...SheetContent.shape,
})
export type StatusSheet = z.infer<typeof StatusSheet>

/** The text of a cell; '' where the sheet has none there. */
export function cellText({ cells }: Pick<SheetContent, 'cells'>, address: string | null): string {
  return address === null ? '' : (cells[address] ?? '')
}

/** A title on one line: line breaks of a cell are layout. */
export function inOneLine(text: string): string {
  const lines = text.split('\n')
  return lines.map((line) => line.trim()).join('')
}

/** `F12` as its column and row. */
export function partsOf(address: string): { readonly column: string; readonly row: number } {
  const column = address.replace(/\d+$/u, '')
  return { column, row: Number(address.slice(column.length)) }
}
