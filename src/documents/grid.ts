import { columnIndex, columnName } from './read-csv.ts'
import type { Cell, Sheet } from './workbook.ts'

/** A sheet by address. Hidden cells are not in it: nobody who looks at the sheet sees them. */
export type Grid = {
  readonly at: (row: number, column: string) => Cell | undefined
  /** Every visible cell in reading order, a merged area once. */
  readonly cells: readonly Cell[]
  readonly lastRow: number
  /** Letters of the columns with any cell, from the left. */
  readonly columns: readonly string[]
}

export function gridOf({ rows }: Sheet): Grid {
  const shown = rows.flat().filter(({ hidden }) => !hidden)
  const byAddress = new Map(shown.map((cell) => [addressOf(cell), cell]))
  const indices = [...new Set(shown.map(({ column }) => columnIndex(column)))].sort((a, b) => a - b)
  return {
    at: (row, column) => byAddress.get(`${column}${row}`),
    cells: shown.filter(({ mergedInto }) => mergedInto === null),
    lastRow: shown.at(-1)?.row ?? 0,
    columns: indices.map(columnName),
  }
}

export function addressOf({ column, row }: Pick<Cell, 'column' | 'row'>): string {
  return `${column}${row}`
}

/** The address under which a cell's text stands: its own, or that of the first cell of its merged area. */
export function masterOf(cell: Cell): string {
  return cell.mergedInto ?? addressOf(cell)
}

/** A text as headings are compared: one width, no blanks. */
export function bare(text: string): string {
  return text.normalize('NFKC').replaceAll(/\s/gu, '')
}
