import type { Answer, Finding } from '../answer.ts'
import { answerBySearch } from '../answer-by-search.ts'
import { notFound } from '../build-answer.ts'
import { projectsOf } from '../lists.ts'
import { unheldMeeting } from '../meetings.ts'
import type { PreparedRecord } from '../prepared-record.ts'
import { isBrief, type Question } from '../question.ts'

/** A year or meeting that the record does not hold, or whose list does not have what is named. */
export function lookUpYear(question: Question, prepared: PreparedRecord): Answer | undefined {
  const { projects, years, cues, signs } = question
  const isHeld = (fiscalYear: number) => prepared.record.documents.some((held) => held.years.includes(fiscalYear))
  const unheld = years.find(({ fiscalYear }) => !isHeld(fiscalYear))
  if (unheld !== undefined && (unheld.fiscal || (isStructured(question) && projects.length > 0 && isBrief(question)))) {
    const isSpokenOf = prepared.passages.some(({ fiscalYears }) => fiscalYears.includes(unheld.fiscalYear))
    if (!isSpokenOf || cues.has('rating') || signs.length > 0)
      return notFound(question, prepared, { kind: 'year-not-held', year: unheld.phrase })
  }
  const held = years.find(({ fiscalYear }) => isHeld(fiscalYear))
  const meeting = held === undefined ? undefined : unheldMeeting(question, prepared)
  if (meeting !== undefined) return notFound(question, prepared, { kind: 'year-not-held', year: meeting })
  const ofThatYear = projectsOf(years, prepared)
  const inThatYear = projects.some((project) => ofThatYear.includes(project))
  if (held === undefined || projects.length === 0 || inThatYear || question.continues) return undefined
  return notFound(question, prepared, { kind: 'year-not-held', year: held.phrase })
}

/** A project's number that no list has; what the rest of the question is about may still be found. */
export function lookUpUnknownNumber(question: Question, prepared: PreparedRecord): Answer | undefined {
  if (question.unknownNumbers.length === 0 || question.projects.length > 0) return undefined
  const finding: Finding = { kind: 'number-unknown', numbers: question.unknownNumbers }
  const answer = isBrief(question) ? null : answerBySearch(question, prepared).answer
  return answer === null || answer.citations.length === 0
    ? notFound(question, prepared, finding)
    : { ...answer, outcome: 'corrected', finding }
}

/** A rating, a status or a title is asked for, not what happened in a year. */
function isStructured({ cues, signs, states }: Question): boolean {
  return cues.has('rating') || cues.has('status') || cues.has('title') || signs.length + states.length > 0
}
