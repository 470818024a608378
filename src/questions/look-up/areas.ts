import type { PolicyArea, Status } from '../../record/public-record.ts'
import type { Answer, Finding } from '../answer.ts'
import { answerWith, notFound } from '../build-answer.ts'
import { ofYears } from '../lists.ts'
import type { PreparedRecord } from '../prepared-record.ts'
import { isBrief, type Question } from '../question.ts'

const matterNotFound: Finding = { kind: 'not-found', what: 'matter' }

/** Policy areas: their names and what is said of their state. Which projects belong to one is answered only where the record says it. */
export function lookUpAreas(question: Question, prepared: PreparedRecord): Answer | undefined {
  const { cues, projects } = question
  const areas = ofYears(question.areas, question.years, prepared)
  if (areas.length === 0 && question.areas.length > 0) {
    return notFound(question, prepared, { kind: 'year-not-held', year: question.years[0]?.phrase ?? '' })
  }
  if (question.unknownAreas.length > 0 && (areas.length === 0 || cues.has('title'))) {
    return notFound(question, prepared, { kind: 'area-unknown', numbers: question.unknownAreas })
  }
  const belongs =
    cues.has('area') ||
    (areas.length > 0 && !cues.has('opinions') && !cues.has('reason') && !cues.has('compare') && !cues.has('list'))
  if (belongs && projects.length > 0 && !cues.has('response') && question.wanted === null) {
    return notFound(question, prepared, { kind: 'project-lacks', projects, aspect: 'area' }, projects)
  }
  const other = otherAreas(question, prepared)
  if (other.length > 0) return statusesOf(question, prepared, other)
  if (areas.length > 0) return ofAreas(question, prepared, areas)
  if (projects.length > 0 || !isBrief(question)) return undefined
  return ofStates(question, prepared) ?? ofAll(question, prepared)
}

/** What is asked of areas that the question names. */
function ofAreas(question: Question, prepared: PreparedRecord, areas: readonly PolicyArea[]): Answer | undefined {
  const { cues, states } = question
  const statuses = prepared.record.statuses.filter((status) => areas.some((area) => isOf(status, area)))
  if (question.signs.length > 0 && question.projects.length === 0) return statusesOf(question, prepared, areas)
  if (asksWhichProjects(question)) return notFound(question, prepared, matterNotFound, statuses)
  const differs = areas.some((area) => {
    const own = statuses.filter((status) => isOf(status, area))
    return own.length > 0 && states.some((state) => !own.some((status) => status.status === state))
  })
  if (states.length > 0 && (cues.has('confirm') || differs)) return statusesOf(question, prepared, areas)
  if (cues.has('reason') || cues.has('response') || cues.has('opinions')) return undefined
  if (cues.has('status') || cues.has('rating') || states.length > 0) return statusesOf(question, prepared, areas)
  if (!isBrief(question) || !(cues.has('title') || cues.has('area'))) return undefined
  if (cues.has('list') || /事業|projects?/u.test(question.text))
    return notFound(question, prepared, matterNotFound, areas)
  return answerWith(question, prepared, 'answered', { kind: 'areas', areas }, areas)
}

/** Where areas are asked for by what is said of them: 「達成不可が多い分野は」. */
function ofStates(question: Question, prepared: PreparedRecord): Answer | undefined {
  const { cues, states } = question
  const { record } = prepared
  const bearing = record.statuses.filter((status) => states.includes(status.status))
  if (bearing.length === 0) return undefined
  if (cues.has('count')) return notFound(question, prepared, { kind: 'count-unstated' }, bearing)
  if (cues.has('reason') || cues.has('response') || cues.has('opinions')) return undefined
  if (cues.has('area') || /どこ|which (?:policy )?areas?/u.test(question.text)) {
    const areas = record.policyAreas.filter((area) => bearing.some((status) => isOf(status, area)))
    return answerWith(question, prepared, 'answered', { kind: 'statuses', statuses: bearing, areas }, bearing)
  }
  if (cues.has('list') || cues.has('title') || cues.has('number'))
    return notFound(question, prepared, matterNotFound, bearing)
  return undefined
}

/** All areas, where none is named. */
function ofAll(question: Question, prepared: PreparedRecord): Answer | undefined {
  const { cues } = question
  const areas = prepared.record.policyAreas
  if (!cues.has('area')) return undefined
  if (cues.has('status')) return statusesOf(question, prepared, areas)
  if (cues.has('count')) return notFound(question, prepared, { kind: 'count-unstated' }, areas)
  if (cues.has('list') || cues.has('title'))
    return answerWith(question, prepared, 'answered', { kind: 'areas', areas }, areas)
  return undefined
}

/** 「もう一つの分野は？」 after one of them. */
function otherAreas({ continues, cues, memory }: Question, { record }: PreparedRecord): readonly PolicyArea[] {
  const isRecalled = (area: PolicyArea) => memory.areas.includes(`${area.document}/${area.number}`)
  if (!continues || !cues.has('remaining') || !record.policyAreas.some(isRecalled)) return []
  return record.policyAreas.filter((area) => !isRecalled(area))
}

/** Which projects belong to an area, or share a status, is stated nowhere but where a set names them. */
function asksWhichProjects({ text, cues }: Question): boolean {
  const which =
    /(?:どの|どれの|どんな|個別の?|個々の)(?:事業|取組)|事業(?:名|を|は)(?:全部|すべて|全て|どれ|一覧|列挙|挙げ)|which (?:[a-z]+ )?projects?|(?:list|name) (?:the|all|every).{0,12}projects/u
  return which.test(text) && !cues.has('response')
}

function statusesOf(question: Question, prepared: PreparedRecord, areas: readonly PolicyArea[]): Answer {
  const statuses = prepared.record.statuses.filter((status) => areas.some((area) => isOf(status, area)))
  if (statuses.length === 0) return notFound(question, prepared, matterNotFound, areas)
  const asked = question.states.find((state) => !statuses.some((status) => status.status === state))
  if (asked !== undefined) {
    const elsewhere = prepared.record.statuses.filter((status) => status.status === asked && !statuses.includes(status))
    return answerWith(question, prepared, 'corrected', { kind: 'status-differs', statuses, areas, asked }, [
      ...statuses,
      ...elsewhere,
    ])
  }
  return answerWith(question, prepared, 'answered', { kind: 'statuses', statuses, areas }, statuses)
}

function isOf(status: Status, area: PolicyArea): boolean {
  return status.area === area.number && status.document === area.document
}
