import type { Fact, Project, PublishedDocument } from '../../record/public-record.ts'
import { sameSign } from '../../record/same-sign.ts'
import type { Answer, ListedBy } from '../answer.ts'
import { answerBySearch } from '../answer-by-search.ts'
import { answerWith, notFound } from '../build-answer.ts'
import { ComparableText, matchShare } from '../comparable-text.ts'
import type { ContentWord } from '../content-words.ts'
import type { Cue } from '../cues.ts'
import { foldedText, normalText } from '../normal-text.ts'
import type { PreparedRecord } from '../prepared-record.ts'
import { isBrief, type Question } from '../question.ts'
import { factsOf, listsOf } from '../same-project.ts'

const notHere: readonly Cue[] = [
  ...(['reason', 'response', 'opinions', 'meaning', 'source', 'agenda', 'meeting', 'who-said'] as const),
  ...(['which-document', 'compare', 'decided', 'remaining'] as const),
]
const projectWord = /事業|取組|取り組み|もの(?:は|を)|\bprojects?\b|\bones\b/u
/** 「子育てに関する事業」, 「子育ての事業」, "projects about child care". */
const topical =
  /(?:に関(?:する|連する|係する|わる|して)|関連|関係|についての|に係る|向けの?|系の?|の|」)(?:連携)?(?:事業|取組|取り組み)|projects? (?:about|on|for|related|concerning|that)/u

/** The projects of the newest status sheet that bear a sign, belong to an area or a division, or have a word in their row. */
export function lookUpSheetLists(question: Question, prepared: PreparedRecord): Answer | undefined {
  const { projects, unknownNumbers, unknownAreas, sets, cues, text } = question
  const [document] = listsOf(question, prepared)
  if (document === undefined || projects.length + unknownNumbers.length + unknownAreas.length + sets.length > 0)
    return undefined
  if (notHere.some((cue) => cues.has(cue))) return undefined
  const asksProjects = projectWord.test(text) || cues.has('list') || cues.has('title') || cues.has('count')
  if (!asksProjects) return undefined
  const rows = rowsOf(document, prepared)
  const within = inAreas(question, document, rows, prepared)
  if (within === null) return undefined
  const { signs, states } = question
  const saysMore = question.content.some(({ noun, abstract }) => noun && !abstract)
  if (signs.length + states.length > 0 && saysMore) return undefined
  if (signs.length + states.length > 0) return bearing(question, prepared, document, within.rows)
  if (within.by !== null && (question.wanted !== null || question.fields.length > 0 || hasStatus(question, prepared)))
    return undefined
  if (within.by !== null) return listed(question, prepared, document, within.by, within.rows, within.stated)
  const division = ofDivision(question, rows)
  if (division !== null) return listed(question, prepared, document, division.by, division.rows, division.stated)
  if (question.wanted !== null) return undefined
  if (topical.test(text) && (question.content.length > 0 || literalTopic(question) !== null))
    return ofTopic(question, prepared, document, rows)
  if (isBrief(question) && !cues.has('indicator') && !cues.has('area')) {
    if (!cues.has('list') && !cues.has('count') && !(cues.has('title') && cues.has('number'))) return undefined
    return listed(question, prepared, document, { kind: 'all' }, rows, titlesOf(rows))
  }
  return undefined
}

/** Whether a document says in words how the areas that a question names stand, and that is asked. */
function hasStatus({ areas, cues }: Question, { record }: PreparedRecord): boolean {
  return (
    (cues.has('status') || cues.has('rating')) &&
    record.statuses.some(({ document, area }) => areas.some((one) => one.document === document && one.number === area))
  )
}

type Row = { readonly project: Project; readonly facts: readonly Fact[] }
type Part = { readonly by: ListedBy; readonly rows: readonly Row[]; readonly stated: readonly Stated[] }
type Stated = Project | Fact

function rowsOf({ id }: PublishedDocument, { record }: PreparedRecord): readonly Row[] {
  return record.projects
    .filter(({ document }) => document === id)
    .map((project) => ({ project, facts: factsOf(record, project) }))
}

/** The rows of the areas that a question names, else all; null where the sheet knows none of them. */
function inAreas(
  { areas }: Question,
  { id }: PublishedDocument,
  rows: readonly Row[],
  { record }: PreparedRecord,
): { readonly by: ListedBy | null; readonly rows: readonly Row[]; readonly stated: readonly Stated[] } | null {
  if (areas.length === 0) return { by: null, rows, stated: [] }
  const own = record.policyAreas.filter(
    ({ document, number }) => document === id && areas.some((area) => area.number === number),
  )
  const names = new Set(own.map(({ evidence }) => foldedText(evidence.quote)))
  const isOf = (fact: Fact) => fact.field === 'area' && names.has(foldedText(fact.evidence.quote))
  const found = rows.filter(({ facts }) => facts.some(isOf))
  if (found.length === 0) return null
  const cells = found.flatMap(({ facts }) => facts.filter(isOf))
  return { by: { kind: 'areas', areas: own }, rows: found, stated: [...new Set(cells), ...titlesOf(found)] }
}

/** Whether a sign is meant is the sheet's own matter: 「未実施の事業」 are those of the sign that it explains so. */
function bearing(
  question: Question,
  prepared: PreparedRecord,
  document: PublishedDocument,
  rows: readonly Row[],
): Answer | undefined {
  const legend = prepared.record.legend.filter((entry) => entry.document === document.id)
  const meant = legend.filter(({ meaning }) => question.states.includes(meaning)).map(({ sign }) => sign)
  const signs = [...new Set([...question.signs, ...meant])]
  if (signs.length === 0) return undefined
  const ratings = prepared.record.ratings.filter(
    (rating) => rating.document === document.id && signs.some((sign) => sameSign(sign, rating.sign)),
  )
  const found = rows.filter(({ project }) => ratings.some((rating) => rating.project === project.number))
  const cells = ratings.filter((rating) => found.some(({ project }) => project.number === rating.project))
  const by: ListedBy = {
    kind: 'signs',
    signs: ratings[0] === undefined ? signs : [...new Set(cells.map(({ sign }) => sign))],
  }
  return listed(question, prepared, document, by, found, cells)
}

/** A division as a cell names it: 「福祉課の事業」. */
function ofDivision({ text }: Question, rows: readonly Row[]): Part | null {
  const bare = foldedText(text)
  const isNamed = (fact: Fact) =>
    fact.field === 'division' &&
    normalText(fact.text)
      .split(/[、,・/\s]/u)
      .some((name) => name.length >= 2 && bare.includes(foldedText(name)))
  const found = rows.filter(({ facts }) => facts.some(isNamed))
  const cells = found.flatMap(({ facts }) => facts.filter(isNamed))
  if (cells.length === 0) return null
  return {
    by: { kind: 'word', word: [...new Set(cells.map((fact) => fact.text))].join('、') },
    rows: found,
    stated: found.flatMap(({ project, facts }) => [project, ...facts.filter(isNamed)]),
  }
}

type Word = Pick<ContentWord, 'word' | 'forms'>

/**
 * The rows that have the matter in some cell: as it is quoted or written before 「に関する」, else all content words of it. What
 * no row has may still be spoken of elsewhere.
 */
function ofTopic(
  question: Question,
  prepared: PreparedRecord,
  document: PublishedDocument,
  rows: readonly Row[],
): Answer {
  const literal = literalTopic(question)
  const tries: readonly (readonly Word[])[] = [
    ...(literal === null ? [] : [[literal]]),
    question.content.filter(({ abstract }) => !abstract),
  ]
  for (const words of tries) {
    const found = words.length === 0 ? [] : rows.flatMap((row) => withCells(row, words))
    const by: ListedBy = { kind: 'word', word: words.map(({ word }) => word).join('、') }
    if (found.length > 0)
      return listed(
        question,
        prepared,
        document,
        by,
        found,
        found.flatMap(({ cells }) => cells),
      )
  }
  const spoken = answerBySearch(question, prepared).answer
  const word = (literal === null ? question.content.map((one) => one.word) : [literal.word]).join('、')
  return spoken.citations.length > 0 ? spoken : listed(question, prepared, document, { kind: 'word', word }, [], [])
}

function literalTopic({ text }: Question): Word | null {
  const quoted = /[「『"]([^「」『』"]{2,40})[」』"]/u.exec(text)?.[1]
  const written = /([^\s、。「」?]{2,30}?)(?:に関|関連|関係|についての|に係る|向け|系の)/u.exec(text)?.[1]
  const word = quoted ?? written
  return word === undefined ? null : { word, forms: [word.replaceAll(/\s/gu, '')] }
}

function withCells(row: Row, words: readonly Word[]): readonly (Row & { readonly cells: readonly Stated[] })[] {
  const cells = [row.project, ...row.facts.filter(({ field }) => field !== 'division')].filter(({ evidence }) => {
    const text = new ComparableText(evidence.quote, '')
    return words.every((word) => matchShare(word, text) === 1)
  })
  return cells.length === 0 ? [] : [{ ...row, cells }]
}

function titlesOf(rows: readonly Row[]): readonly Project[] {
  return rows.map(({ project }) => project)
}

function listed(
  question: Question,
  prepared: PreparedRecord,
  { id }: PublishedDocument,
  by: ListedBy,
  rows: readonly Row[],
  stated: readonly Stated[] | readonly { readonly evidence: Project['evidence'] }[],
): Answer {
  const projects = titlesOf(rows)
  const finding = { kind: 'listed', document: id, by, projects } as const
  if (projects.length === 0) return notFound(question, prepared, finding)
  return answerWith({ ...question, projects }, prepared, 'answered', finding, stated)
}
