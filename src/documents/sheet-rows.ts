import type { SkipReason } from '../opinions/sheet-reading.ts'
import { inOneLine, type SheetProject } from '../record/status-sheet.ts'
import { bare, type Grid, masterOf } from './grid.ts'
import type { Headings } from './sheet-headings.ts'
import type { Cell } from './workbook.ts'

export type Skipped = { readonly row: number; readonly why: SkipReason; readonly text: string }

export type TableRows = {
  readonly projects: readonly SheetProject[]
  readonly skipped: readonly Skipped[]
  /** Rows that were taken for the name of the policy area of what follows. */
  readonly sections: readonly { readonly row: number; readonly text: string }[]
  /** Projects whose own area is blank: they were taken to belong to that of the project above, as where merged cells were saved as CSV. */
  readonly carried: readonly number[]
  /** Numbers that stand more than once. */
  readonly duplicates: readonly number[]
}

/** The project whose further rows may follow: the cells of its number and title, and its last row. */
type Open = { readonly number: string; readonly title: string; readonly row: number }

const total = /^(?:合計|小計|総計|計|平均|.{0,30}(?:小計|合計))$/u
const note = /^(?:[※*＊]|注(?:[\d:：)）]|意)|備考|凡例|出典|資料[:：])/u

/** Reads the projects of a table below its headings; every row that is none is reported. */
export function readRows(grid: Grid, { columns, lastRow }: Headings): TableRows {
  const columnOf = (field: string) => columns.find((one) => one.field === field)?.column ?? ''
  const [numbers, titles, areas] = [columnOf('number'), columnOf('title'), columnOf('area')]
  const others = columns.filter(({ field }) => !['number', 'title', 'area'].includes(field))
  const projects: { -readonly [K in keyof SheetProject]: SheetProject[K] }[] = []
  const skipped: Skipped[] = []
  const carried: number[] = []
  const sections: { row: number; text: string; address: string }[] = []
  let open = null as Open | null

  for (let row = lastRow + 1; row <= grid.lastRow; row++) {
    const cells = columns.flatMap(({ column }) => grid.at(row, column) ?? [])
    const filled = cells.filter(({ text }) => text.trim() !== '')
    if (filled.length === 0) {
      open = null
      continue
    }
    const numberCell = grid.at(row, numbers)
    const titleCell = grid.at(row, titles)
    const text = inOneLine([...new Map(filled.map((cell) => [masterOf(cell), cell.text])).values()].join(' ')).slice(
      0,
      100,
    )
    const skip = (why: SkipReason) => skipped.push({ row, why, text })
    const first = filled[0]
    const isOne = first !== undefined && filled.every((cell) => masterOf(cell) === masterOf(first))

    if (open !== null && isContinued(open, row, numberCell, titleCell, first)) {
      const project = projects.at(-1)
      if (project !== undefined)
        projects[projects.length - 1] = { ...project, rows: [...project.rows, cellsOf(grid, row, others)] }
      open = { ...open, row }
      continue
    }
    open = null
    const number = readNumber(numberCell)
    if (filled.slice(0, 3).some((cell) => total.test(bare(cell.text)))) skip('total')
    else if (isHeadingAgain(grid, lastRow, numberCell, titleCell, numbers, titles)) skip('again')
    else if (number === null && first !== undefined && note.test(first.text.trim())) skip('note')
    else if (number === null && isOne && areas === '' && first !== undefined && isSection(first)) {
      sections.push({ row, text: inOneLine(first.text), address: masterOf(first) })
    } else if (number === null && isOne) skip('note')
    else if (number === null) skip((numberCell?.text ?? '').trim() === '' ? 'no-number' : 'number-unreadable')
    else if (titleCell === undefined || titleCell.text.trim() === '') skip('no-title')
    else if (/再掲/u.test(`${numberCell?.text}${titleCell.text}`)) skip('listed-elsewhere')
    else if (numberCell !== undefined) {
      const areaCell = areas === '' ? undefined : grid.at(row, areas)
      const own = areaCell === undefined || areaCell.text.trim() === '' ? null : masterOf(areaCell)
      const above = areas === '' ? (sections.at(-1)?.address ?? null) : (projects.at(-1)?.at.area ?? null)
      if (areas !== '' && own === null && above !== null) carried.push(number)
      projects.push({
        number,
        at: { number: masterOf(numberCell), title: masterOf(titleCell), area: own ?? above },
        rows: [cellsOf(grid, row, others)],
      })
      open = { number: masterOf(numberCell), title: masterOf(titleCell), row }
    }
  }
  const counted = Map.groupBy(projects, ({ number }) => number)
  return {
    projects,
    skipped,
    sections: sections.map(({ row, text }) => ({ row, text })),
    carried,
    duplicates: [...counted].flatMap(([number, those]) => (those.length > 1 ? [number] : [])),
  }
}

/** A row right below that has no number and no title of its own has a further indicator of the same project. */
function isContinued(
  open: Open,
  row: number,
  number: Cell | undefined,
  title: Cell | undefined,
  first: Cell | undefined,
): boolean {
  const isSame = (cell: Cell | undefined, master: string) =>
    cell === undefined || cell.text.trim() === '' || (cell.mergedInto !== null && masterOf(cell) === master)
  return (
    row === open.row + 1 &&
    isSame(number, open.number) &&
    isSame(title, open.title) &&
    !(first !== undefined && (note.test(first.text.trim()) || total.test(bare(first.text))))
  )
}

function isHeadingAgain(
  grid: Grid,
  headingRow: number,
  number: Cell | undefined,
  title: Cell | undefined,
  numbers: string,
  titles: string,
): boolean {
  const same = (cell: Cell | undefined, column: string) =>
    cell !== undefined && bare(cell.text) === bare(grid.at(headingRow, column)?.text ?? '')
  return same(number, numbers) && same(title, titles)
}

/** 「２　暮らしの安心」 over the table's width, or alone in its row. */
function isSection(cell: Cell): boolean {
  const text = inOneLine(cell.text)
  return text.length <= 60 && !/[。:：]/u.test(text)
}

/** No.12, １２, (12), ㉞ and 12番 are numbers; 12-1 is none that a question could name. */
function readNumber(cell: Cell | undefined): number | null {
  const match = /^(?:No\.?|第)?\(?(\d{1,4})\)?[.番号]*(?:\(再掲\)|再掲)?$/iu.exec(bare(cell?.text ?? ''))
  const number = Number(match?.[1] ?? 0)
  return number >= 1 ? number : null
}

function cellsOf(grid: Grid, row: number, columns: Headings['columns']): SheetProject['rows'][number] {
  return columns.flatMap(({ column }) => {
    const cell = grid.at(row, column)
    return cell === undefined || cell.text.trim() === '' ? [] : [{ column, cell: masterOf(cell) }]
  })
}

/** The addresses that a project's statements stand in. */
export function addressesOf({ at, rows }: SheetProject): readonly string[] {
  return [at.number, at.title, ...(at.area === null ? [] : [at.area]), ...rows.flat().map(({ cell }) => cell)]
}
