import type { Project } from '../../record/public-record.ts'
import type { Answer } from '../answer.ts'
import { answerWith, notFound } from '../build-answer.ts'
import { normalText } from '../normal-text.ts'
import type { PreparedRecord } from '../prepared-record.ts'
import { isBrief, type Question } from '../question.ts'

/** Titles, numbers and indicators of projects, and the list of them all. */
export function lookUpProjects(question: Question, prepared: PreparedRecord): Answer | undefined {
  const { cues, projects, byNumber, byName } = question
  const { record } = prepared
  const [numbered] = byNumber
  const [named] = byName
  if (
    numbered &&
    named &&
    byNumber.length === 1 &&
    byName.length === 1 &&
    numbered !== named &&
    isMisnamed(question, numbered, named)
  ) {
    return answerWith(question, prepared, 'corrected', { kind: 'title-differs', project: numbered, asked: named }, [
      numbered.evidence,
      named.evidence,
    ])
  }
  if (cues.has('indicator') && isBrief(question) && projects.length > 0) {
    const indicators = record.indicators.filter((indicator) =>
      projects.some((project) => project.number === indicator.project && project.document === indicator.document),
    )
    if (indicators.length === 0) return lacks(question, prepared, 'indicator')
    return answerWith(
      question,
      prepared,
      'answered',
      { kind: 'indicator', indicators, projects },
      indicators.map((indicator) => indicator.evidence),
    )
  }
  if (
    cues.has('indicator') &&
    isBrief(question) &&
    !cues.has('response') &&
    !cues.has('reason') &&
    question.areas.length === 0
  ) {
    if (record.indicators.length === 0) return undefined
    const bearing = record.projects.filter((project) =>
      record.indicators.some(
        (indicator) => indicator.project === project.number && indicator.document === project.document,
      ),
    )
    return answerWith(
      question,
      prepared,
      'answered',
      { kind: 'indicator', indicators: record.indicators, projects: bearing },
      record.indicators.map((indicator) => indicator.evidence),
    )
  }
  const [only] = projects
  if (
    projects.length === 1 &&
    only !== undefined &&
    cues.has('title') &&
    cues.has('confirm') &&
    only.title !== null &&
    !cues.has('response')
  ) {
    const named = question.content.every(({ forms }) =>
      forms.some((form) => normalText(only.title ?? '').includes(form)),
    )
    return { ...titlesOf(question, prepared, projects), outcome: named ? 'answered' : 'corrected' }
  }
  if (
    projects.length > 0 &&
    isBrief(question) &&
    (cues.has('title') || cues.has('number')) &&
    !cues.has('rating') &&
    question.signs.length === 0 &&
    !cues.has('reason') &&
    !cues.has('response') &&
    !cues.has('opinions')
  ) {
    const titled = projects.filter((project) => project.title !== null)
    if (titled.length === 0) return lacks(question, prepared, 'title')
    return titlesOf(question, prepared, projects)
  }
  if (projects.length === 0 && question.areas.length === 0 && isListOfProjects(question))
    return titlesOf(question, prepared, listed(question, prepared))
  return undefined
}

/** Of the year asked for; else of all lists, each number from the newest that has it. */
function listed({ years }: Question, { record, fiscalYear }: PreparedRecord): readonly Project[] {
  const asked = record.projects.filter((project) =>
    years.some((year) => year.fiscalYear === fiscalYear(project.document)),
  )
  if (asked.length > 0) return asked
  return record.projects.filter(
    (project, at) => record.projects.findIndex((other) => other.number === project.number) === at,
  )
}

function titlesOf(question: Question, prepared: PreparedRecord, projects: readonly Project[]): Answer {
  return answerWith(
    question,
    prepared,
    'answered',
    { kind: 'projects', projects },
    projects.map((project) => project.evidence),
  )
}

function lacks(question: Question, prepared: PreparedRecord, aspect: 'indicator' | 'title'): Answer {
  return notFound(
    question,
    prepared,
    'not-in-record',
    { kind: 'project-lacks', projects: question.projects, aspect },
    question.projects.map((project) => project.evidence),
  )
}

function isListOfProjects(question: Question): boolean {
  const { cues, text } = question
  return (
    (cues.has('list') || (cues.has('title') && cues.has('number'))) &&
    /事業|取組|取り組み|project/u.test(text) &&
    isBrief(question) &&
    question.signs.length === 0 &&
    question.states.length === 0 &&
    question.sets.length === 0 &&
    ((!cues.has('response') && !cues.has('opinions')) || (cues.has('title') && cues.has('number'))) &&
    !cues.has('agenda') &&
    !cues.has('reason')
  )
}

/** The number and the name of two projects as if they were one: 「52番「固定資産…」」, "Is No. 53 …?"; not 「19と脱炭素」. */
function isMisnamed({ text, cues }: Question, numbered: Project, named: Project): boolean {
  if (cues.has('compare') || cues.has('list') || cues.has('response')) return false
  return (
    cues.has('confirm') ||
    cues.has('number') ||
    new RegExp(
      `${numbered.number}\\s*(?:番)?(?:の|は|が)?\\s*[「『(（]?\\s*${RegExp.escape(named.title?.slice(0, 3) ?? '\0')}`,
      'u',
    ).test(text)
  )
}
