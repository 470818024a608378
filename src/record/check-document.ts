import { recordFault } from './record-fault.ts'
import type { ReviewedDocument } from './schema.ts'

/**
 * Checks what a reviewed document says of itself: no id twice, every reference resolved, and nothing in an entry
 * that the words cited for it do not say.
 * @throws Fault `record-invalid`, naming file, id and what to do.
 */
export function checkDocument(file: string, reviewed: ReviewedDocument): void {
  function resolved<T>(known: readonly T[], value: T, id: string, kind: string, of = ''): void {
    if (!known.includes(value)) throw recordFault(file, id, `there is no ${kind} ${value}${of}; add it or name another`)
  }

  function unique(kind: string, ids: readonly (string | number)[]): void {
    const twice = firstTwice(ids)
    if (twice !== undefined)
      throw recordFault(file, `${kind} ${twice}`, 'it stands twice; keep one entry or give one of them another id')
  }
  /** What our own sentences say must stand in the words that are cited for it. */
  function borneOut(id: string, quote: string, ...said: readonly (string | number | null)[]): void {
    const missing = said.find((one) => one !== null && !isSaid(quote, one))
    if (missing !== undefined)
      throw recordFault(file, id, `"${missing}" is not in its quote; correct the entry or the quote: ${quote}`)
  }

  const { meeting } = reviewed
  const numbers = reviewed.projects.map((project) => project.number)
  const areas = reviewed.policyAreas.map((area) => area.number)
  const states = reviewed.states.map((entry) => entry.state)
  const ids: Readonly<Record<string, readonly (string | number)[]>> = {
    row: reviewed.rows.map(({ page, row }) => `${row} of page ${page}`),
    project: numbers,
    'policy area': areas,
    indicator: reviewed.indicators.map((entry) => entry.id),
    rating: reviewed.ratings.map((entry) => entry.id),
    legend: reviewed.legend.map((entry) => entry.sign),
    status: reviewed.statuses.map((entry) => entry.id),
    state: states,
    set: reviewed.sets.map((entry) => entry.id),
    'cited document': reviewed.citedDocuments.map((entry) => entry.id),
  }
  for (const [kind, own] of Object.entries(ids)) unique(kind, own)
  if (meeting.id !== `${meeting.fiscalYear}-${meeting.number}`) {
    throw recordFault(
      file,
      `meeting ${meeting.id}`,
      `its id must be ${meeting.fiscalYear}-${meeting.number}, from fiscalYear and number`,
    )
  }
  for (const { number, title, quote } of reviewed.projects) borneOut(`project ${number}`, quote, number, title)
  for (const { number, title, quote } of reviewed.policyAreas) borneOut(`policy area ${number}`, quote, title)
  for (const { id, project, text, quote } of reviewed.indicators) {
    resolved(numbers, project, id, 'project')
    borneOut(id, quote, text)
  }
  for (const { sign, meaning, quote } of reviewed.legend) {
    resolved(states, meaning, `legend ${sign}`, 'state')
    borneOut(`legend ${sign}`, quote, sign, meaning)
  }
  for (const { id, project, sign, indicator, quote } of reviewed.ratings) {
    resolved(numbers, project, id, 'project')
    borneOut(id, quote, sign)
    if (indicator === null) continue
    resolved(
      reviewed.indicators.filter((entry) => entry.project === project).map((entry) => entry.id),
      indicator,
      id,
      'indicator',
      ` of project ${project}`,
    )
  }
  for (const { id, area, status, quote } of reviewed.statuses) {
    resolved(areas, area, id, 'policy area')
    resolved(states, status, id, 'state')
    borneOut(id, quote, status)
  }
  for (const { id, name, count, projects, quote } of reviewed.sets) {
    for (const number of projects) resolved(numbers, number, id, 'project')
    unique(`set ${id}: project`, projects)
    borneOut(id, quote, name, count)
  }
  for (const { id, title, quote } of reviewed.citedDocuments) borneOut(id, quote, title)
}

/** Whether a quote says something, in whichever width: 「３つ」 says 3, 「13つ」 does not. Blanks count only between digits. */
function isSaid(quote: string, value: string | number): boolean {
  const said = quote.normalize('NFKC')
  if (typeof value === 'number') return said.match(/\d+/gu)?.some((digits) => Number(digits) === value) ?? false
  return said.replace(/\s/gu, '').includes(value.normalize('NFKC').replace(/\s/gu, ''))
}

/** The first value that stands in a list twice. */
export function firstTwice<T>(values: readonly T[]): T | undefined {
  const seen = new Set<T>()
  return values.find((value) => seen.size === seen.add(value).size)
}
