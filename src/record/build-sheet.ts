import type {
  CitablePassage,
  Evidence,
  Fact,
  Indicator,
  Legend,
  PolicyArea,
  Project,
  PublishedDocument,
  Rating,
  State,
} from './public-record.ts'
import { recordFault } from './record-fault.ts'
import { sameSign } from './same-sign.ts'
import { cellText, inOneLine, partsOf, type SheetField, type SheetProject, type StatusSheet } from './status-sheet.ts'

/** What is said of an indicator, where it stands beside one. */
const ofIndicators: readonly SheetField[] = ['target', 'result', 'rating']

/** What an accepted status sheet adds to the record: every cell a passage, every statement the words of one cell. */
export type SheetPart = {
  readonly order: number
  readonly document: PublishedDocument
  readonly passages: readonly CitablePassage[]
  readonly projects: readonly Project[]
  readonly policyAreas: readonly PolicyArea[]
  readonly indicators: readonly Indicator[]
  readonly ratings: readonly Rating[]
  readonly legend: readonly Legend[]
  readonly states: readonly State[]
  readonly facts: readonly Fact[]
}

/**
 * Turns an accepted status sheet into a part of the record.
 * @throws Fault `record-invalid` where a statement points at a cell that the sheet does not have
 */
export function buildSheet(sheet: StatusSheet): SheetPart {
  const passages = new Map<string, CitablePassage>()

  function evidence(address: string): Evidence {
    const text = cellText(sheet, address)
    if (text === '') throw recordFault(sheet.id, address, 'the cell is empty; import the sheet again')
    const known = passages.get(address)
    const passage = known ?? cellPassage(sheet, address, text)
    if (known === undefined) passages.set(address, passage)
    return { passage, quote: text }
  }

  const legend = sheet.legend.map(
    ({ sign, meaning, cell }): Legend => ({ document: sheet.id, sign, meaning, evidence: evidence(cell) }),
  )
  const parts = sheet.projects.map((project) => buildProject(sheet, project, legend, evidence))
  return {
    order: sheet.meeting.fiscalYear * 1000 + sheet.meeting.number,
    document: documentOf(sheet),
    projects: parts.map(({ project }) => project),
    policyAreas: areasOf(sheet, evidence),
    indicators: parts.flatMap(({ indicators }) => indicators),
    ratings: parts.flatMap(({ ratings }) => ratings),
    legend,
    // What a sign means in Japanese is its own English where nobody has made a translation.
    states: legend.map(({ meaning }) => ({ state: meaning, en: meaning, alsoCalled: [] })),
    facts: parts.flatMap(({ facts }) => facts),
    passages: [...passages.values()],
  }
}

function documentOf({ id, title, meeting, sheet, year }: StatusSheet): PublishedDocument {
  return {
    id,
    title,
    en: title,
    pages: null,
    list: { sheet },
    years: [...new Set([year ?? meeting.fiscalYear, meeting.fiscalYear])],
    meeting: { ...meeting, heading: null, agenda: [] },
  }
}

/** A cell is cited as it is: one sentence, without a translation. */
function cellPassage(sheet: StatusSheet, address: string, text: string): CitablePassage {
  const { row, column } = partsOf(address)
  return {
    key: `${sheet.id}/${address}`,
    document: sheet.id,
    speaker: 'document',
    text,
    sentences: [{ ja: text, en: '' }],
    position: { sheet: sheet.sheet, row, column },
    lineAt: () => row,
  }
}

function buildProject(
  sheet: StatusSheet,
  { number, at, rows }: SheetProject,
  legend: readonly Legend[],
  evidence: (address: string) => Evidence,
) {
  const document = sheet.id
  const columns = new Map(sheet.columns.map((column) => [column.column, column]))
  const indicators = new Map<string, Indicator>()
  const facts = new Map<string, Fact>()
  const ratings: Rating[] = []
  const base = { document, project: number }
  if (at.area !== null)
    facts.set(at.area, {
      ...base,
      field: 'area',
      heading: sheet.columns.find(({ field }) => field === 'area')?.heading ?? '',
      year: null,
      indicator: null,
      text: inOneLine(cellText(sheet, at.area)),
      evidence: evidence(at.area),
    })
  for (const row of rows) {
    const cell = row.find(({ column }) => columns.get(column)?.field === 'indicator')?.cell ?? null
    if (cell !== null && !indicators.has(cell)) {
      const text = inOneLine(cellText(sheet, cell))
      indicators.set(cell, { ...base, id: cell.toLowerCase(), text, en: text, evidence: evidence(cell) })
    }
    const indicator = cell === null ? null : (indicators.get(cell) ?? null)
    for (const { column, cell: own } of row) {
      const head = columns.get(column)
      if (head === undefined || facts.has(own)) continue
      const { field, heading, year } = head
      // What is merged over several indicators is said of the project.
      const isOfProject = rows.length > 1 && rows.filter((one) => one.some(({ cell }) => cell === own)).length > 1
      const of = isOfProject || !ofIndicators.includes(field) ? null : indicator
      const text = inOneLine(cellText(sheet, own))
      facts.set(own, { ...base, field, heading, year, indicator: of?.text ?? null, text, evidence: evidence(own) })
      if (field === 'rating')
        ratings.push({
          ...base,
          id: own.toLowerCase(),
          sign: signIn(text, legend),
          indicator: of?.id ?? null,
          evidence: evidence(own),
          legend: legend.find(({ sign }) => sameSign(sign, signIn(text, legend))) ?? null,
          reason: null,
        })
    }
  }
  const project: Project = {
    document,
    number,
    title: inOneLine(cellText(sheet, at.title)),
    en: null,
    reading: null,
    alsoCalled: [],
    evidence: evidence(at.title),
  }
  evidence(at.number)
  return { project, indicators: [...indicators.values()], ratings, facts: [...facts.values()] }
}

/** 「◎（達成）」 is ◎ where the legend has that sign; else a rating is what the cell says. */
function signIn(text: string, legend: readonly Legend[]): string {
  const bare = text.replaceAll(/\s/gu, '')
  const head = legend.find(({ sign }) => bare.startsWith(sign) && !/^[\p{L}\p{N}]/u.test(bare.slice(sign.length)))
  return head?.sign ?? bare
}

/** Areas that a cell gives a number: 「２　暮らしの安心」. */
function areasOf(sheet: StatusSheet, evidence: (address: string) => Evidence): readonly PolicyArea[] {
  const cells = new Set(sheet.projects.flatMap(({ at }) => at.area ?? []))
  const areas = [...cells].flatMap((cell): PolicyArea[] => {
    const numbered = readArea(cellText(sheet, cell))
    return numbered === null
      ? []
      : [{ document: sheet.id, ...numbered, en: numbered.title, alsoCalled: [], evidence: evidence(cell) }]
  })
  return areas.filter((area, at) => areas.findIndex(({ number }) => number === area.number) === at)
}

function readArea(text: string): { readonly number: number; readonly title: string } | null {
  const [, digits = '', title = ''] =
    /^\s*(?:政策分野|分野|柱)?\s*[(（]?([\d０-９]{1,2}|[①-⑳]|[Ⅰ-Ⅻ])[)）]?[\s.．、:：　]*(\D.*)$/su.exec(text) ?? []
  if (title === '') return null
  const roman = 'ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ'.indexOf(digits)
  const number = roman >= 0 ? roman + 1 : Number(digits.normalize('NFKC'))
  return number >= 1 ? { number, title: inOneLine(title) } : null
}
