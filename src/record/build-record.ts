import { createHash } from 'node:crypto'
import { Fault } from '../fault.ts'
import type {
  CitablePassage,
  Evidence,
  OpinionGroup,
  Position,
  PublicRecord,
  PublishedDocument,
} from './public-record.ts'
import type { Committee, Passage, ReviewedDocument, Speaker } from './schema.ts'

/** A reviewed document with the text of its source; `file` is named in faults. */
export type ReviewedSource = { readonly file: string; readonly source: string; readonly reviewed: ReviewedDocument }

/** What the files of a committee's folder hold. */
export type Reviewed = {
  readonly committee: Committee
  readonly words: PublicRecord['words']
  readonly documents: readonly ReviewedSource[]
}

/**
 * Puts the reviewed files and the published rounds together into one immutable snapshot.
 * Every passage is compared with its lines in the source and every quote with its passage.
 * @throws Fault `record-invalid`, naming file, id and what to do.
 */
export function buildRecord(reviewed: Reviewed, published: readonly ReviewedSource[] = []): PublicRecord {
  const sources = [...reviewed.documents, ...published]
  const twice = firstTwice(sources.map((source) => source.reviewed.document.id))
  if (twice !== undefined) throw invalid('record/', twice, 'two documents have this id; give one of them another')
  const parts = sources.map(buildDocument).sort((a, b) => b.order - a.order)
  return {
    version: createHash('sha256')
      .update(JSON.stringify([reviewed.committee, reviewed.words, sources.map(content)]))
      .digest('hex')
      .slice(0, 12),
    committee: reviewed.committee,
    words: reviewed.words,
    documents: parts.map((part) => part.document),
    groups: parts.flatMap((part) => part.groups),
    passages: parts.flatMap((part) => part.passages),
    projects: parts.flatMap((part) => part.projects),
    policyAreas: parts.flatMap((part) => part.policyAreas),
    indicators: parts.flatMap((part) => part.indicators),
    ratings: parts.flatMap((part) => part.ratings),
    legend: parts.flatMap((part) => part.legend),
    statuses: parts.flatMap((part) => part.statuses),
    states: parts.flatMap((part) => part.states),
    sets: parts.flatMap((part) => part.sets),
    citedDocuments: parts.flatMap((part) => part.citedDocuments),
  }
}

/** What a document says, wherever its file lies. */
function content({ source, reviewed }: ReviewedSource) {
  return { source, reviewed }
}

function buildDocument({ file, source, reviewed }: ReviewedSource) {
  const { document, meeting } = reviewed
  const passages = new Map<string, CitablePassage>()
  const lines = source.split(/\r?\n/)

  function cite(passage: Passage, speaker: Speaker, position: Position): CitablePassage {
    if (passages.has(passage.id)) throw invalid(file, passage.id, 'two passages have this id; give one of them another')
    const citable = citablePassage(file, document.id, lines, passage, speaker, position)
    passages.set(passage.id, citable)
    return citable
  }

  const head: PublishedDocument = {
    id: document.id,
    title: document.title,
    en: document.en,
    pages: document.pages,
    meeting: {
      id: meeting.id,
      name: meeting.name,
      fiscalYear: meeting.fiscalYear,
      number: meeting.number,
      heading: cite(meeting.heading, 'document', null),
      agenda: meeting.agenda.map((item) => cite(item, 'document', null)),
    },
  }
  const rowsOnPage = Map.groupBy(reviewed.rows, (row) => row.page)
  const groups = reviewed.rows.flatMap(({ page, row, groups }) => {
    if (page > document.pages)
      throw invalid(file, `row ${row} of page ${page}`, `the document has ${document.pages} pages`)
    const position = { page, row, rowsOnPage: rowsOnPage.get(page)?.length ?? 1 }
    return groups.map((group, index) => ({
      key: `${document.id}/${page}-${row}-${index + 1}`,
      document: document.id,
      heading: group.heading === undefined ? null : cite(group.heading, 'member', position),
      opinions: group.opinions.map((opinion) => cite(opinion, 'member', position)),
      responses: group.responses.map((response) => cite(response, 'secretariat', position)),
    }))
  })

  function stated<T extends { passage: string; quote: string }>(entry: T, id: string) {
    const { passage, quote, ...rest } = entry
    const gloss = 'en' in entry && typeof entry.en === 'string' ? { gloss: entry.en } : {}
    return { ...rest, document: document.id, evidence: { ...evidence(id, { passage, quote }), ...gloss } }
  }
  function evidence(id: string, { passage: passageId, quote }: { passage: string; quote: string }): Evidence {
    const passage = passages.get(passageId)
    if (passage === undefined) throw invalid(file, id, `its passage "${passageId}" does not exist; name one that does`)
    if (!passage.text.includes(quote)) {
      throw invalid(file, id, `its quote is not in passage "${passageId}"; copy it from there: ${quote}`)
    }
    return { passage, quote }
  }
  function resolved<T>(known: readonly T[], value: T, id: string, kind: string, of = ''): void {
    if (!known.includes(value)) throw invalid(file, id, `there is no ${kind} ${value}${of}; add it or name another`)
  }

  function unique(kind: string, ids: readonly (string | number)[]): void {
    const twice = firstTwice(ids)
    if (twice !== undefined)
      throw invalid(file, `${kind} ${twice}`, 'it stands twice; keep one entry or give one of them another id')
  }
  /** What our own sentences say must stand in the words that are cited for it. */
  function borneOut(id: string, quote: string, ...said: readonly (string | number | null)[]): void {
    const missing = said.find((one) => one !== null && !isSaid(quote, one))
    if (missing !== undefined)
      throw invalid(file, id, `"${missing}" is not in its quote; correct the entry or the quote: ${quote}`)
  }

  const numbers = reviewed.projects.map((project) => project.number)
  const areas = reviewed.policyAreas.map((area) => area.number)
  const states = reviewed.states.map((entry) => entry.state)
  unique(
    'row',
    reviewed.rows.map(({ page, row }) => `${row} of page ${page}`),
  )
  unique('project', numbers)
  unique('policy area', areas)
  unique(
    'indicator',
    reviewed.indicators.map((entry) => entry.id),
  )
  unique(
    'rating',
    reviewed.ratings.map((entry) => entry.id),
  )
  unique(
    'legend',
    reviewed.legend.map((entry) => entry.sign),
  )
  unique(
    'status',
    reviewed.statuses.map((entry) => entry.id),
  )
  unique('state', states)
  unique(
    'set',
    reviewed.sets.map((entry) => entry.id),
  )
  unique(
    'cited document',
    reviewed.citedDocuments.map((entry) => entry.id),
  )
  if (meeting.id !== `${meeting.fiscalYear}-${meeting.number}`) {
    throw invalid(
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

  const legend = reviewed.legend.map((entry) => stated(entry, `legend ${entry.sign}`))
  const projects = reviewed.projects.map((project) => stated(project, `project ${project.number}`))
  return {
    order: meeting.fiscalYear * 1000 + meeting.number,
    document: head,
    passages: [...passages.values()],
    groups: groups.map((group): OpinionGroup => {
      const within = new Set([...group.opinions, ...group.responses])
      const named = projects.filter((project) => within.has(project.evidence.passage))
      return { ...group, projects: named.map((project) => project.number) }
    }),
    projects,
    policyAreas: reviewed.policyAreas.map((area) => stated(area, `policy area ${area.number}`)),
    indicators: reviewed.indicators.map((entry) => stated(entry, entry.id)),
    ratings: reviewed.ratings.map((entry) => ({
      ...stated(entry, entry.id),
      legend: legend.find(({ sign }) => sign === entry.sign) ?? null,
      reason: entry.reason === null ? null : evidence(entry.id, entry.reason),
    })),
    legend,
    statuses: reviewed.statuses.map((entry) => stated(entry, entry.id)),
    states: reviewed.states,
    sets: reviewed.sets.map((entry) => stated(entry, entry.id)),
    citedDocuments: reviewed.citedDocuments.map((entry) => stated(entry, entry.id)),
  }
}

/** Citable text is the source's lines joined: layout blanks before a line and empty lines go, nothing else changes. */
function citablePassage(
  file: string,
  document: string,
  lines: readonly string[],
  { id, lines: [from, to], sentences }: Passage,
  speaker: Speaker,
  position: Position,
): CitablePassage {
  const text = sentences.map((sentence) => sentence.ja).join('')
  const pieces = lines.slice(from - 1, to).map((line) => line.replace(/^[ \t\u3000]+/, ''))
  const start = pieces.join('').indexOf(text)
  const ends: number[] = []
  for (const piece of pieces) ends.push((ends.at(-1) ?? 0) + piece.length)
  const fills = start < (ends[0] ?? 0) && start + text.length > (ends.at(-2) ?? 0)
  if (start < 0 || !fills) {
    throw invalid(file, id, `its sentences are not what lines ${from} to ${to} of the source say; copy them from there`)
  }
  return {
    key: `${document}/${id}`,
    document,
    speaker,
    text,
    sentences,
    position,
    lineAt: (offset) => from + ends.findIndex((end) => start + offset < end),
  }
}

/** Whether a quote says something, in whichever width: 「３つ」 says 3, 「13つ」 does not. Blanks count only between digits. */
function isSaid(quote: string, value: string | number): boolean {
  const said = quote.normalize('NFKC')
  if (typeof value === 'number') return said.match(/\d+/gu)?.some((digits) => Number(digits) === value) ?? false
  return said.replace(/\s/gu, '').includes(value.normalize('NFKC').replace(/\s/gu, ''))
}

function firstTwice<T>(values: readonly T[]): T | undefined {
  return values.find((value, index) => values.indexOf(value) !== index)
}

function invalid(file: string, id: string, what: string): Fault {
  return new Fault('record-invalid', `${file}: ${id}: ${what}`)
}
