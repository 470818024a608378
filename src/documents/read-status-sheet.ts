import { SheetReading } from '../opinions/sheet-reading.ts'
import type { SheetContent } from '../record/status-sheet.ts'
import { addressOf, type Grid, gridOf } from './grid.ts'
import { readCsv } from './read-csv.ts'
import { readWorkbook } from './read-workbook.ts'
import { findHeadings, type Headings } from './sheet-headings.ts'
import { findLegend } from './sheet-legend.ts'
import type { SheetMapping } from './sheet-mapping.ts'
import { addressesOf, readRows } from './sheet-rows.ts'
import { yearsIn } from './sheet-year.ts'
import type { Cell, Sheet } from './workbook.ts'

type Encoding = 'xlsx' | 'utf-8' | 'shift_jis'
type Read = Extract<SheetReading, { readonly kind: 'read' }>

/**
 * Reads a status sheet (資料３): an xlsx, else a CSV. What a person has to look at comes as a value: what was understood,
 * and what was not taken.
 * @throws FileFault (`file-unreadable`)
 */
export async function readStatusSheet(bytes: Uint8Array, mapping: SheetMapping): Promise<SheetReading> {
  const isCsv = !startsAs(bytes, [0x50, 0x4b]) && !startsAs(bytes, [0xd0, 0xcf])
  if (isCsv) {
    const { sheet, encoding } = readCsv(bytes)
    return chooseTable([sheet], { ...mapping, sheet: '' }, encoding)
  }
  const { sheets } = await readWorkbook(bytes)
  return chooseTable(sheets, mapping, 'xlsx')
}

/** Columns of a list at most: each is compared with all others. */
const mostColumns = 500

function chooseTable(sheets: readonly Sheet[], mapping: SheetMapping, encoding: Encoding): SheetReading {
  const names = sheets.map(({ name }) => name).slice(0, 200)
  const problem = (why: 'no-table' | 'which-sheet' | 'no-projects' | 'too-much', named = names): SheetReading => ({
    kind: 'problem',
    problem: { why, sheets: [...named] },
  })
  const meant =
    mapping.sheet === undefined
      ? sheets.filter(({ hidden }) => !hidden)
      : sheets.filter(({ name }) => name === mapping.sheet)
  if (meant.length === 0 && mapping.sheet !== undefined)
    return { kind: 'problem', problem: { why: 'no-such-sheet', name: mapping.sheet, sheets: names } }
  let tooWide = false
  const tables = meant.flatMap((sheet) => {
    const grid = gridOf(sheet)
    if (grid.columns.length > mostColumns) {
      tooWide = true
      return []
    }
    const headings = findHeadings(grid, mapping)
    return headings === null ? [] : [{ sheet, grid, headings }]
  })
  const [table, ...more] = tables
  if (table === undefined) return problem(tooWide ? 'too-much' : 'no-table')
  if (more.length > 0)
    return problem(
      'which-sheet',
      tables.map(({ sheet }) => sheet.name),
    )
  const read = readTable(table.sheet, table.grid, table.headings, encoding)
  if (read.content.projects.length === 0) return problem('no-projects')
  const others = names.filter((name) => name !== table.sheet.name)
  const checked = SheetReading.safeParse({ ...read, report: { ...read.report, otherSheets: others } })
  return checked.success ? checked.data : problem('too-much')
}

function readTable(sheet: Sheet, grid: Grid, headings: Headings, encoding: Encoding): Read {
  const { projects, ...rows } = readRows(grid, headings)
  const taken = new Set(projects.flatMap(addressesOf))
  const texts = new Map(grid.cells.map((cell) => [addressOf(cell), cell]))
  const ratings = projects.flatMap(({ rows }) =>
    rows.flat().filter(({ column }) => headings.columns.some((one) => one.column === column && one.field === 'rating')),
  )
  const signs = new Set(ratings.map(({ cell }) => texts.get(cell)?.text.trim() ?? ''))
  const { legend, conflicts } = findLegend(
    grid,
    grid.cells.filter((cell) => !taken.has(addressOf(cell))),
    signs,
  )
  const explained = new Set(legend.map(({ cell }) => cell))
  const titles = grid.cells.filter(({ row }) => row < headings.firstRow)
  const shown = titles.filter((cell) => !explained.has(addressOf(cell))).map(({ text }) => text.slice(0, 500))
  const all = sheet.rows.flat()
  return {
    kind: 'read',
    content: {
      sheet: encoding === 'xlsx' ? sheet.name : null,
      columns: [...headings.columns],
      cells: cellsOf(texts, new Set([...taken, ...explained])),
      legend: [...legend],
      projects: [...projects],
    },
    titles: shown.slice(0, 100),
    year: yearOf(shown, headings),
    report: {
      encoding,
      headingRow: headings.lastRow,
      ignored: headings.ignored.map(({ column, heading }) => ({ column, heading: heading.slice(0, 500) })),
      skipped: [...rows.skipped],
      sections: [...rows.sections],
      carried: [...rows.carried],
      duplicates: [...rows.duplicates],
      formulas: [...taken].filter((address) => texts.get(address)?.formula).length,
      blank: all.filter(({ formula, text, hidden }) => formula && text === '' && !hidden).map(addressOf),
      hidden: all.filter(({ hidden, text, mergedInto }) => hidden && text !== '' && mergedInto === null).length,
      conflicts: [...conflicts],
      otherSheets: [],
    },
  }
}

function cellsOf(texts: ReadonlyMap<string, Cell>, addresses: ReadonlySet<string>): SheetContent['cells'] {
  return Object.fromEntries([...addresses].map((address) => [address, texts.get(address)?.text ?? '']))
}

/** The year that the titles name, else the one that the headings of results and ratings do. */
function yearOf(titles: readonly string[], { columns }: Headings): number | null {
  const named = new Set(titles.flatMap(yearsIn))
  const headed = new Set(
    columns.flatMap(({ field, year }) => (field === 'result' || field === 'rating' ? (year ?? []) : [])),
  )
  const [year, ...more] = named.size > 0 ? named : headed
  return year === undefined || more.length > 0 ? null : year
}

function startsAs(bytes: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, at) => bytes[at] === byte)
}
