import type { PolicyArea, Status } from '../../record/public-record.ts'
import type { Answer } from '../answer.ts'
import { answerWith, notFound } from '../build-answer.ts'
import { ofYears } from '../lists.ts'
import type { PreparedRecord } from '../prepared-record.ts'
import { isBrief, type Question } from '../question.ts'

/** Policy areas: their names and what is said of their state. Which projects belong to one is answered only where the record says it. */
export function lookUpAreas(question: Question, prepared: PreparedRecord): Answer | undefined {
  const { cues, states } = question
  const { record } = prepared
  const areas = ofYears(question.areas, question.years, prepared)
  if (areas.length === 0 && question.areas.length > 0) {
    return notFound(question, prepared, 'not-in-record', {
      kind: 'year-not-held',
      year: question.years[0]?.phrase ?? '',
    })
  }
  if (question.unknownAreas.length > 0 && (areas.length === 0 || cues.has('title'))) {
    return notFound(question, prepared, 'not-in-record', { kind: 'area-unknown', numbers: question.unknownAreas })
  }
  const belongs =
    cues.has('area') ||
    (areas.length > 0 && /入る|入って|属す|属し|含まれ|belong|part of|fall under/u.test(question.text))
  if (belongs && question.projects.length > 0 && !cues.has('response') && question.wanted === null) {
    return notFound(
      question,
      prepared,
      'not-in-record',
      { kind: 'project-lacks', projects: question.projects, aspect: 'area' },
      question.projects.map((project) => project.evidence),
    )
  }
  const recalled = question.continues
    ? record.policyAreas.filter((area) => question.memory.areas.includes(keyOf(area)))
    : []
  if (cues.has('remaining') && recalled.length > 0) {
    return statusesOf(
      question,
      prepared,
      record.policyAreas.filter((area) => !recalled.includes(area)),
    )
  }
  const claims =
    states.length > 0 &&
    (cues.has('confirm') || areas.some((area) => differing(record.statuses, area, states).length > 0))
  if (areas.length > 0) {
    if (question.signs.length > 0 && question.projects.length === 0) return statusesOf(question, prepared, areas)
    if (asksWhichProjects(question)) {
      return notFound(
        question,
        prepared,
        'not-in-record',
        { kind: 'not-found', what: 'matter' },
        record.statuses.filter((status) => areas.some((area) => isOf(status, area))).map((status) => status.evidence),
      )
    }
    if (claims) return statusesOf(question, prepared, areas)
    if (cues.has('reason') || cues.has('response')) return undefined
    if (cues.has('status') || cues.has('rating') || states.length > 0) return statusesOf(question, prepared, areas)
    if (isBrief(question) && (cues.has('title') || cues.has('area'))) {
      if (cues.has('list') || /事業|projects?/u.test(question.text))
        return notFound(
          question,
          prepared,
          'not-in-record',
          { kind: 'not-found', what: 'matter' },
          areas.map((area) => area.evidence),
        )
      return answerWith(
        question,
        prepared,
        'answered',
        { kind: 'areas', areas },
        areas.map((area) => area.evidence),
      )
    }
    return undefined
  }
  if (cues.has('area') && cues.has('status') && question.projects.length === 0 && isBrief(question))
    return statusesOf(question, prepared, record.policyAreas)
  if (states.length > 0 && question.projects.length === 0 && isBrief(question)) {
    const bearing = record.statuses.filter((status) => states.includes(status.status))
    const evidence = bearing.map((status) => status.evidence)
    if (bearing.length === 0) return undefined
    if (cues.has('count')) return notFound(question, prepared, 'not-in-record', { kind: 'count-unstated' }, evidence)
    if (cues.has('reason') || cues.has('response') || cues.has('opinions')) return undefined
    if (cues.has('area') || /どこ|which/u.test(question.text)) {
      return answerWith(
        question,
        prepared,
        'answered',
        { kind: 'statuses', statuses: bearing, areas: areasOf(bearing, record.policyAreas) },
        evidence,
      )
    }
    if (cues.has('list') || cues.has('title') || cues.has('number'))
      return notFound(question, prepared, 'not-in-record', { kind: 'not-found', what: 'matter' }, evidence)
  }
  if (
    cues.has('area') &&
    (cues.has('list') || cues.has('title')) &&
    question.projects.length === 0 &&
    isBrief(question) &&
    !cues.has('count')
  ) {
    return answerWith(
      question,
      prepared,
      'answered',
      { kind: 'areas', areas: record.policyAreas },
      record.policyAreas.map((area) => area.evidence),
    )
  }
  if (cues.has('area') && cues.has('count') && isBrief(question))
    return notFound(
      question,
      prepared,
      'not-in-record',
      { kind: 'count-unstated' },
      record.policyAreas.map((area) => area.evidence),
    )
  return undefined
}

/** Which projects belong to an area, or share a status, is stated nowhere but where a set names them. */
function asksWhichProjects({ text, cues }: Question): boolean {
  return (
    /(?:どの|どれの|どんな|個別の?|個々の)(?:事業|取組)|事業(?:名|を|は)(?:全部|すべて|全て|どれ|一覧|列挙|挙げ)|which (?:[a-z]+ )?projects?|(?:list|name) (?:the|all|every).{0,12}projects/u.test(
      text,
    ) && !cues.has('response')
  )
}

function statusesOf(question: Question, prepared: PreparedRecord, areas: readonly PolicyArea[]): Answer | undefined {
  const statuses = prepared.record.statuses.filter((status) => areas.some((area) => isOf(status, area)))
  if (statuses.length === 0)
    return notFound(
      question,
      prepared,
      'not-in-record',
      { kind: 'not-found', what: 'matter' },
      areas.map((area) => area.evidence),
    )
  const evidence = statuses.map((status) => status.evidence)
  const asked = question.states.find((state) => !statuses.some((status) => status.status === state))
  if (asked !== undefined)
    return answerWith(question, prepared, 'corrected', { kind: 'status-differs', statuses, areas, asked }, evidence)
  return answerWith(question, prepared, 'answered', { kind: 'statuses', statuses, areas }, evidence)
}

function differing(statuses: readonly Status[], area: PolicyArea, states: readonly string[]): readonly string[] {
  const own = statuses.filter((status) => isOf(status, area))
  return own.length === 0 ? [] : states.filter((state) => !own.some((status) => status.status === state))
}

function areasOf(statuses: readonly Status[], areas: readonly PolicyArea[]): readonly PolicyArea[] {
  return areas.filter((area) => statuses.some((status) => isOf(status, area)))
}

function isOf(status: Status, area: PolicyArea): boolean {
  return status.area === area.number && status.document === area.document
}

function keyOf(area: PolicyArea): string {
  return `${area.document}/${area.number}`
}
