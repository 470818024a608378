import type { Indicator, Project } from '../../record/public-record.ts'
import type { Answer } from '../answer.ts'
import { answerWith, notFound } from '../build-answer.ts'
import { newest, ofYears } from '../lists.ts'
import { normalText } from '../normal-text.ts'
import type { PreparedRecord } from '../prepared-record.ts'
import { isBrief, type Question } from '../question.ts'

/** Titles, numbers and indicators of projects, and the list of them all. */
export function lookUpProjects(question: Question, prepared: PreparedRecord): Answer | undefined {
  return lookUpMisnamed(question, prepared) ?? lookUpIndicators(question, prepared) ?? lookUpTitles(question, prepared)
}

/** The number of one project with the title of another. */
function lookUpMisnamed(question: Question, prepared: PreparedRecord): Answer | undefined {
  const { byNumber, byName } = question
  const [numbered] = byNumber
  const [named] = byName
  if (
    !numbered ||
    !named ||
    byNumber.length > 1 ||
    byName.length > 1 ||
    numbered === named ||
    !isMisnamed(question, numbered, named)
  )
    return undefined
  const finding = { kind: 'title-differs', project: numbered, asked: named } as const
  return answerWith(question, prepared, 'corrected', finding, [numbered.evidence, named.evidence])
}

function lookUpIndicators(question: Question, prepared: PreparedRecord): Answer | undefined {
  const { cues, projects } = question
  if (
    !cues.has('indicator') ||
    cues.has('reason') ||
    question.states.length + question.signs.length > 0 ||
    !isBrief(question)
  )
    return undefined
  if (projects.length === 0 && (cues.has('response') || question.areas.length > 0)) return undefined
  const meant = projects.length > 0 ? projects : listed(question, prepared)
  const indicators = prepared.record.indicators.filter((indicator) => meant.some((project) => isOf(indicator, project)))
  if (indicators.length === 0) return projects.length > 0 ? lacks(question, prepared, 'indicator') : undefined
  const bearing = meant.filter((project) => indicators.some((indicator) => isOf(indicator, project)))
  return answerWith(question, prepared, 'answered', { kind: 'indicator', indicators, projects: bearing }, indicators)
}

function lookUpTitles(question: Question, prepared: PreparedRecord): Answer | undefined {
  const { cues, projects } = question
  if (projects.length === 0)
    return question.areas.length === 0 && isListOfProjects(question)
      ? titlesOf(question, prepared, listed(question, prepared))
      : undefined
  const [only] = projects
  const title = projects.length === 1 ? only?.title : undefined
  if (title && cues.has('title') && cues.has('confirm') && !cues.has('response')) {
    const borneOut = question.content.every(({ forms }) => forms.some((form) => normalText(title).includes(form)))
    return { ...titlesOf(question, prepared, projects), outcome: borneOut ? 'answered' : 'corrected' }
  }
  const asks = cues.has('title') || cues.has('number')
  const asksElse =
    cues.has('rating') ||
    question.signs.length > 0 ||
    cues.has('reason') ||
    cues.has('response') ||
    cues.has('opinions')
  if (!asks || asksElse || !isBrief(question)) return undefined
  return projects.every((project) => project.title === null)
    ? lacks(question, prepared, 'title')
    : titlesOf(question, prepared, projects)
}

/** Of the year asked for; else of all lists, a project that stands in several of them once. */
function listed({ years }: Question, prepared: PreparedRecord): readonly Project[] {
  const isSame = (one: Project, other: Project) => one.number === other.number && one.title === other.title
  return newest(ofYears(prepared.record.projects, years, prepared), isSame, prepared)
}

function titlesOf(question: Question, prepared: PreparedRecord, projects: readonly Project[]): Answer {
  return answerWith(question, prepared, 'answered', { kind: 'projects', projects }, projects)
}

function lacks(question: Question, prepared: PreparedRecord, aspect: 'indicator' | 'title'): Answer {
  const { projects } = question
  return notFound(question, prepared, { kind: 'project-lacks', projects, aspect }, projects)
}

function isListOfProjects(question: Question): boolean {
  const { cues, text, signs, states, sets } = question
  const asksAll = cues.has('list') || (cues.has('title') && cues.has('number'))
  const asksElse = signs.length + states.length + sets.length > 0 || cues.has('agenda') || cues.has('reason')
  const asksSpeakers = (cues.has('response') || cues.has('opinions')) && !(cues.has('title') && cues.has('number'))
  return asksAll && !asksElse && !asksSpeakers && /事業|取組|取り組み|project/u.test(text) && isBrief(question)
}

/** The number and the name of two projects as if they were one: 「52番「…」」, "Is No. 53 …?"; not 「19と…」. */
function isMisnamed({ text, cues }: Question, numbered: Project, named: Project): boolean {
  if (cues.has('compare') || cues.has('list') || cues.has('response')) return false
  if (cues.has('confirm') || cues.has('number')) return true
  const start = RegExp.escape(normalText(named.title ?? '').slice(0, 3) || '\0')
  return new RegExp(`${numbered.number}\\s*(?:番)?(?:の|は|が)?\\s*[「『(（]?\\s*${start}`, 'u').test(text)
}

function isOf(indicator: Indicator, project: Project): boolean {
  return indicator.project === project.number && indicator.document === project.document
}
