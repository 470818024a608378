import { partsOf, type SheetColumn, SheetField } from '../record/status-sheet.ts'
import { bare, type Grid, masterOf } from './grid.ts'
import { mapped, type SheetMapping } from './sheet-mapping.ts'
import { yearsIn } from './sheet-year.ts'

/** What offices call the columns, on texts of one width without blanks, years and brackets. */
const synonyms: Readonly<Record<SheetField, RegExp>> = {
  number: /^(?:事業|取組|整理|通し|連携事業)?(?:番号|no\.?|ナンバー)$|^(?:項番|通番|連番|#)$/iu,
  title:
    /^(?:連携|主な|具体的な)?(?:事業|取組|取り組み|施策)(?:・(?:事業|取組))?(?:名|名称|等)?$|^(?:projects?|title)$/iu,
  area: /^(?:政策|施策)?(?:分野|の?柱|区分)(?:名)?$|^政策(?:分野)?$|^(?:policy)?area$/iu,
  indicator: /^(?:重要業績|業績)?(?:評価|成果|活動)?指標(?:名|項目|等)?$|^kpi$|^indicators?$/iu,
  target: /^(?:数値|年度)?目標(?:値|数値)?$|^targets?$/iu,
  result: /^実績(?:値|数値|等)?$|^results?$/iu,
  rating: /^(?:自己|総合|進捗|達成|達成度)?評価(?:結果)?$|^(?:進捗|達成)(?:状況|度|率)?$|^判定$|^ratings?$/iu,
  division: /^(?:担当|所管|主管|実施)(?:課|部署|部局|部課|課等|課名|所属|課室)?$|^divisions?$/iu,
  remarks: /^(?:備考|摘要|特記事項|コメント)(?:欄|等)?$|^(?:remarks?|notes?)$/iu,
}

/** A table's head: its last row, and the columns that were understood and that were not. */
export type Headings = {
  readonly firstRow: number
  readonly lastRow: number
  readonly columns: readonly SheetColumn[]
  readonly ignored: readonly { readonly column: string; readonly heading: string }[]
}

/** Rows from the top in which a head is looked for, and rows that it may have. */
const depth = 60
const tallest = 2

/**
 * Finds the row of headings: the one with most of the known ones, number and title among them; a second row of headings
 * below, and headings over several columns (令和６年度 over 目標 and 実績), belong to it.
 */
export function findHeadings(grid: Grid, mapping: SheetMapping): Headings | null {
  const rows = mapping.headerRow === undefined ? Array.from({ length: depth }, (_, at) => at + 1) : [mapping.headerRow]
  const candidates = rows.flatMap((row) =>
    Array.from({ length: tallest }, (_, more) => headingsAt(grid, row, row + more, mapping)),
  )
  const sound = candidates.filter(
    ({ columns, lastRow }) =>
      has(columns, 'number') && has(columns, 'title') && !isNumbered(grid, lastRow, columns, mapping),
  )
  const best = Math.max(...sound.map(scoreOf))
  const found = sound.find((one) => scoreOf(one) === best)
  return found === undefined ? null : withMerged(grid, found)
}

function scoreOf({ columns, firstRow, lastRow }: Headings): number {
  return new Set(columns.map(({ field }) => field)).size * 10 + columns.length - (lastRow - firstRow) / 10
}

function has(columns: readonly SheetColumn[], field: SheetField): boolean {
  return columns.some((one) => one.field === field)
}

/** A row that has a number where numbers stand is a project's, not a heading's. */
function isNumbered(grid: Grid, row: number, columns: readonly SheetColumn[], mapping: SheetMapping): boolean {
  if (mapping.headerRow === row) return false
  const column = columns.find(({ field }) => field === 'number')?.column ?? ''
  return /^\d+$/u.test(bare(grid.at(row, column)?.text ?? ''))
}

/** Where the heading of the number is merged over further rows, the table begins below them; headings over others belong to the head. */
function withMerged(grid: Grid, headings: Headings): Headings {
  const column = headings.columns.find(({ field }) => field === 'number')?.column ?? ''
  const cell = grid.at(headings.lastRow, column)
  let lastRow = headings.lastRow
  for (let next = grid.at(lastRow + 1, column); cell !== undefined && next?.mergedInto === masterOf(cell); ) {
    lastRow += 1
    next = grid.at(lastRow + 1, column)
  }
  const first = grid.columns.flatMap((one) => {
    const own = grid.at(headings.firstRow, one)
    const above = partsAbove(grid, headings.firstRow, one).length > 0 ? [headings.firstRow - 1] : []
    return own === undefined ? above : [...above, partsOf(masterOf(own)).row]
  })
  return { ...headings, firstRow: Math.min(headings.firstRow, ...first), lastRow }
}

function headingsAt(grid: Grid, firstRow: number, lastRow: number, mapping: SheetMapping): Headings {
  const columns: SheetColumn[] = []
  const ignored: { column: string; heading: string }[] = []
  for (const column of grid.columns) {
    const own = partsAt(grid, firstRow, lastRow, column)
    const heading = [...partsAbove(grid, firstRow, column), ...own].join(' ').slice(0, 500)
    const field = fieldOf(column, own, mapping)
    if (field !== null) columns.push({ column, field, heading, year: onlyYear(heading) })
    else if (own.length > 0) ignored.push({ column, heading })
  }
  return { firstRow, lastRow, columns, ignored }
}

function partsAt(grid: Grid, firstRow: number, lastRow: number, column: string): readonly string[] {
  const cells = Array.from({ length: lastRow - firstRow + 1 }, (_, at) => grid.at(firstRow + at, column))
  const masters = new Map(cells.flatMap((cell) => (cell === undefined ? [] : [[masterOf(cell), cell.text] as const])))
  return [...masters.values()].map(inHeading).filter((text) => text !== '')
}

/** A heading over several columns, but not over all of them: that is a title. */
function partsAbove(grid: Grid, firstRow: number, column: string): readonly string[] {
  const cell = grid.at(firstRow - 1, column)
  if (cell === undefined || cell.text === '') return []
  const spanned = grid.columns.filter((one) => {
    const other = grid.at(firstRow - 1, one)
    return other !== undefined && masterOf(other) === masterOf(cell)
  })
  const isGroup = spanned.length > 1 && spanned.length < grid.columns.length - 1
  return isGroup ? [inHeading(cell.text)] : []
}

/** Characters of a cell that are looked at for a heading: what is longer is none, and would take long to look through. */
const longestHeading = 500

function inHeading(text: string): string {
  const lines = text.slice(0, longestHeading).split('\n')
  return lines.map((line) => line.trim()).join('')
}

function fieldOf(column: string, parts: readonly string[], mapping: SheetMapping): SheetField | null {
  const whole = bare(parts.join(''))
  const given = SheetField.options.find((field) =>
    mapped(mapping, field).some(
      (one) => one === column || (whole !== '' && [whole, bare(parts.at(-1) ?? '')].includes(bare(one))),
    ),
  )
  if (given !== undefined) return given
  for (const text of [parts.join(''), parts.at(-1) ?? '', parts[0] ?? '']) {
    const plain = withoutAsides(text)
    // What a mapping says of a field is all that is said of it.
    const field = SheetField.options.find((one) => mapped(mapping, one).length === 0 && synonyms[one].test(plain))
    if (plain !== '' && field !== undefined) return field
  }
  return null
}

/** 「評価（自己）」 and 「令和６年度 目標値」 are 評価 and 目標値. */
function withoutAsides(text: string): string {
  return bare(text)
    .replaceAll(/[([【〔<「][^)\]】〕>」]*[)\]】〕>」]/gu, '')
    .replaceAll(/(?:(?:令和|平成)(?:元|\d{1,2})|[RH]\d{1,2}|\d{4})(?:年度|年)?(?:末|の)?/gu, '')
    .replaceAll(/[※*:]/gu, '')
}

function onlyYear(text: string): number | null {
  const [year, ...more] = yearsIn(text)
  return year === undefined || more.length > 0 ? null : year
}
