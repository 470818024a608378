import type { Fact, Project } from '../../record/public-record.ts'
import type { SheetField } from '../../record/status-sheet.ts'
import type { Answer } from '../answer.ts'
import { answerWith, notFound } from '../build-answer.ts'
import { ComparableText, matchShare } from '../comparable-text.ts'
import type { Cue } from '../cues.ts'
import { isNewer } from '../lists.ts'
import type { PreparedRecord } from '../prepared-record.ts'
import { isBrief, type Question } from '../question.ts'
import { factsOf, isSameProject, listsOf } from '../same-project.ts'

/** Cues of what a sheet does not say: what people said of a project, and why. */
const spoken: readonly Cue[] = ['response', 'opinions', 'reason', 'who-said']
/** Cues of questions about the document, about signs, or about a claim. */
const notHere: readonly Cue[] = ['meaning', 'source', 'agenda', 'meeting', 'which-document', 'compare']
/** Everything that a sheet says of a project, in the order in which it is told. */
const all: readonly SheetField[] = ['area', 'indicator', 'target', 'result', 'rating', 'division', 'remarks']

/** What a status sheet says of projects that a question names: target, result, rating, division, remarks …, cell by cell. */
export function lookUpSheetFacts(question: Question, prepared: PreparedRecord): Answer | undefined {
  const { projects, byNumber, byName, cues, signs, states, sets } = question
  const { record } = prepared
  if (record.facts.length === 0 || projects.length === 0 || sets.length > 0) return undefined
  if (byNumber.length > 0 && byName.length > 0 && !byNumber.some((one) => byName.includes(one))) return undefined
  if (notHere.some((cue) => cues.has(cue))) return undefined
  const listed = projects.flatMap((project) => findListed(project, question, prepared) ?? [])
  if (listed.length === 0) return undefined
  const isOnlyListed = projects.every((project) => isOnlyInLists(project, prepared))
  const fields = askedFields(question)
  // "Who is in charge" asks for the division.
  if (spoken.some((cue) => cues.has(cue) && !(cue === 'who-said' && fields.includes('division')))) {
    const others = cues.has('reason') && (cues.has('rating') || signs.length + states.length > 0 || isBrief(question))
    if (!isOnlyListed || others) return undefined
    return notFound(question, prepared, { kind: 'project-lacks', projects, aspect: 'other' }, listed)
  }
  if (fields.length === 0 && signs.length + states.length > 0) return undefined
  const isRatingClaim = fields.includes('rating') && signs.length + states.length > 0
  if (isRatingClaim || (fields.length === 1 && fields[0] === 'rating' && !isNewest(projects, listed, prepared)))
    return undefined
  if (fields.length > 0) return answerFields(question, prepared, listed, fields)
  if (!isOnlyListed) return undefined
  // 「No.12の事業名は」 is a matter of titles.
  if ((cues.has('title') || cues.has('number')) && isBrief(question)) return undefined
  const matter = question.content.filter(({ noun, abstract }) => noun && !abstract)
  return matter.length === 0 && question.wanted === null
    ? answerFields(question, prepared, listed, all)
    : ofWords(question, prepared, listed)
}

/** The entry for a project in the newest sheet that has it, of the years that the question names. */
function findListed(project: Project, question: Question, prepared: PreparedRecord): Project | undefined {
  const { record } = prepared
  const same = record.projects.filter((one) => one === project || isSameProject(one, project, record))
  const named = question.years.map(({ fiscalYear }) => fiscalYear)
  const headed = record.documents.filter(({ id }) =>
    record.facts.some(({ document, year }) => document === id && year !== null && named.includes(year)),
  )
  return [...headed, ...listsOf(question, prepared)]
    .flatMap(({ id }) => same.filter(({ document }) => document === id))
    .find(
      (one) => factsOf(record, one).length > 0 || record.documents.some(({ id, list }) => id === one.document && list),
    )
}

function isOnlyInLists(project: Project, { record, passages }: PreparedRecord): boolean {
  return !passages.some(({ projects }) => projects.some((one) => isSameProject(one, project, record)))
}

/** Whether no newer document than the sheet rates one of the projects. */
function isNewest(projects: readonly Project[], listed: readonly Project[], prepared: PreparedRecord): boolean {
  return prepared.record.ratings.every(
    (rating) =>
      !projects.some((project) => project.number === rating.project && project.document === rating.document) ||
      listed.every((one) => !isNewer(rating, one, prepared) || isOfOneMeeting(rating, one, prepared)),
  )
}

function isOfOneMeeting(
  one: { readonly document: string },
  other: { readonly document: string },
  { record }: PreparedRecord,
): boolean {
  const meetingOf = (document: string) => record.documents.find(({ id }) => id === document)?.meeting.id
  return meetingOf(one.document) === meetingOf(other.document)
}

function askedFields({ fields, cues, wanted }: Question): readonly SheetField[] {
  const asked = new Set<SheetField>(fields)
  if (wanted?.kind === 'name' && wanted.of === 'division') asked.add('division')
  if (cues.has('indicator')) asked.add('indicator')
  if (cues.has('area')) asked.add('area')
  // 「達成状況」 is what many sheets call the rating; 「目標の達成状況」 asks for that, not for the target.
  if (cues.has('rating') || (cues.has('status') && !asked.has('result'))) asked.add('rating')
  return all.filter((field) => asked.has(field))
}

function answerFields(
  question: Question,
  prepared: PreparedRecord,
  listed: readonly Project[],
  fields: readonly SheetField[],
): Answer {
  const { record } = prepared
  const years = question.years.map(({ fiscalYear }) => fiscalYear)
  const entries = listed.map((project) => {
    const own = factsOf(record, project)
    const isOfYear = years.some((year) => prepared.isOfYear(project.document, year))
    const found = fields.flatMap((field) =>
      ofYear(
        own.filter((fact) => fact.field === field),
        years,
        isOfYear,
      ),
    )
    const lacking = fields === all ? [] : fields.filter((field) => !found.some((fact) => fact.field === field))
    return { project, facts: found, lacking }
  })
  const facts = entries.flatMap((entry) => entry.facts)
  const shown = { ...question, projects: listed }
  const [aspect = 'other'] = entries.flatMap(({ lacking }) => lacking).filter(isAspect)
  if (facts.length === 0) return notFound(shown, prepared, { kind: 'project-lacks', projects: listed, aspect }, listed)
  const outcome = entries.some(({ lacking }) => lacking.length > 0) ? 'partial' : 'answered'
  return answerWith(shown, prepared, outcome, { kind: 'facts', entries }, facts)
}

function isAspect(field: SheetField): field is Exclude<SheetField, 'number'> {
  return field !== 'number'
}

/**
 * Columns headed with a year that is asked for; without such, those headed with none where the sheet is of that year, and
 * all where no year is asked for.
 */
function ofYear(facts: readonly Fact[], years: readonly number[], isOfYear: boolean): readonly Fact[] {
  const named = facts.filter(({ year }) => year !== null && years.includes(year))
  if (years.length === 0) return facts
  return named.length > 0 || !isOfYear ? named : facts.filter(({ year }) => year === null)
}

/** Something else is asked of a project that only sheets have: the cells that have its words. */
function ofWords(question: Question, prepared: PreparedRecord, listed: readonly Project[]): Answer {
  const words = question.content.filter(({ noun, abstract }) => noun && !abstract)
  const entries = listed.map((project) => ({
    project,
    lacking: [],
    facts: factsOf(prepared.record, project).filter(({ evidence }) => {
      const text = new ComparableText(evidence.quote, '')
      return words.some((word) => matchShare(word, text) > 0.5)
    }),
  }))
  const facts = entries.flatMap((entry) => entry.facts)
  const shown = { ...question, projects: listed }
  return facts.length === 0 || question.wanted !== null
    ? notFound(shown, prepared, { kind: 'project-lacks', projects: listed, aspect: 'other' }, listed)
    : answerWith(shown, prepared, 'answered', { kind: 'facts', entries }, facts)
}
