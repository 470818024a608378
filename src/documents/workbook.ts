/**
 * A cell as a reader of the sheet sees it. `text` is what is shown: rich text joined, numbers and dates by their format
 * (wareki too), a link's text, a formula's result as the file holds it ('' where it holds none; nothing is computed).
 */
export type Cell = {
  /** From 1. */
  readonly row: number
  /** Letters, as `AB`. */
  readonly column: string
  readonly text: string
  /** The number behind `text`, where the cell holds one; dates are Excel's day numbers. */
  readonly number: number | null
  readonly formula: boolean
  /** The address of the cell whose text is repeated here, because both are merged; null for the master and for cells of their own. */
  readonly mergedInto: string | null
  /** Its row or its column is hidden. */
  readonly hidden: boolean
}

/** `rows` has the rows and cells with any text or formula, in order: `row` and `column` of a cell say where, its index does not. */
export type Sheet = { readonly name: string; readonly hidden: boolean; readonly rows: readonly (readonly Cell[])[] }

export type Workbook = { readonly sheets: readonly Sheet[] }

/** What a file may be at most: in bytes, in entries of its zip, in bytes when unpacked, in cells, in time. */
export type WorkbookLimits = {
  readonly bytes: number
  readonly entries: number
  readonly unpacked: number
  /** Times that an entry of more than 1 MB may grow when it is unpacked. */
  readonly ratio: number
  readonly cells: number
  readonly milliseconds: number
  /** MB of heap for reading it. */
  readonly memory: number
}

/** Far above a list of a few hundred projects, far below what would stop the bot. */
export const workbookLimits: WorkbookLimits = {
  bytes: 20e6,
  entries: 1000,
  unpacked: 64e6,
  ratio: 200,
  cells: 200_000,
  milliseconds: 20_000,
  memory: 512,
}
