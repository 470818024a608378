import { createHash } from 'node:crypto'
import { buildSheet } from './build-sheet.ts'
import { checkDocument, firstTwice } from './check-document.ts'
import { citablePassage } from './citable-passage.ts'
import type {
  CitablePassage,
  Evidence,
  OpinionGroup,
  Position,
  PublicRecord,
  PublishedDocument,
} from './public-record.ts'
import { recordFault } from './record-fault.ts'
import type { Committee, Passage, ReviewedDocument, Speaker } from './schema.ts'
import type { StatusSheet } from './status-sheet.ts'

/** A reviewed document with the text of its source; `file` is named in faults. */
export type ReviewedSource = { readonly file: string; readonly source: string; readonly reviewed: ReviewedDocument }

/** What the files of a committee's folder hold. */
export type Reviewed = {
  readonly committee: Committee
  readonly words: PublicRecord['words']
  readonly documents: readonly ReviewedSource[]
}

/**
 * Puts the reviewed files, the published rounds and the accepted status sheets together into one immutable snapshot.
 * Every passage is compared with its lines in the source and every quote with its passage.
 * @throws Fault `record-invalid`, naming file, id and what to do.
 */
export function buildRecord(
  reviewed: Reviewed,
  published: readonly ReviewedSource[] = [],
  sheets: readonly StatusSheet[] = [],
): PublicRecord {
  const sources = [...reviewed.documents, ...published]
  const twice = firstTwice([...sources.map((source) => source.reviewed.document.id), ...sheets.map(({ id }) => id)])
  if (twice !== undefined) throw recordFault('record/', twice, 'two documents have this id; give one of them another')
  const parts = [...sources.map(buildDocument), ...sheets.map((sheet) => ({ ...nothing, ...buildSheet(sheet) }))].sort(
    (a, b) => b.order - a.order,
  )
  return {
    version: createHash('sha256')
      .update(JSON.stringify([reviewed.committee, reviewed.words, sources.map(content), ...sheets]))
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
    facts: parts.flatMap((part) => part.facts),
  }
}

/** What a sheet has none of. */
const nothing = { groups: [], statuses: [], sets: [], citedDocuments: [] }

/** What a document says, wherever its file lies. */
function content({ source, reviewed }: ReviewedSource) {
  return { source, reviewed }
}

function buildDocument({ file, source, reviewed }: ReviewedSource) {
  checkDocument(file, reviewed)
  const { document, meeting } = reviewed
  const passages = new Map<string, CitablePassage>()
  const lines = source.split(/\r?\n/)

  function cite(passage: Passage, speaker: Speaker, position: Position): CitablePassage {
    if (passages.has(passage.id))
      throw recordFault(file, passage.id, 'two passages have this id; give one of them another')
    const citable = citablePassage(file, document.id, lines, passage, speaker, position)
    passages.set(passage.id, citable)
    return citable
  }

  const head: PublishedDocument = {
    id: document.id,
    title: document.title,
    en: document.en,
    pages: document.pages,
    list: null,
    years: [meeting.fiscalYear],
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
      throw recordFault(file, `row ${row} of page ${page}`, `the document has ${document.pages} pages`)
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
    if (passage === undefined)
      throw recordFault(file, id, `its passage "${passageId}" does not exist; name one that does`)
    if (!passage.text.includes(quote)) {
      throw recordFault(file, id, `its quote is not in passage "${passageId}"; copy it from there: ${quote}`)
    }
    return { passage, quote }
  }
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
    facts: [],
  }
}
