import type { Answer } from '../answer.ts'
import { answerWith, notFound } from '../build-answer.ts'
import { sentencesOf } from '../citation.ts'
import { ofYears } from '../lists.ts'
import { ofMeeting } from '../meetings.ts'
import type { PreparedRecord } from '../prepared-record.ts'
import { isBrief, type Question } from '../question.ts'

/** All opinions, or all responses, of a meeting or year where one is named, each with its first sentence. How many there are is stated nowhere. */
export function lookUpVoices(question: Question, prepared: PreparedRecord): Answer | undefined {
  const { cues, projects, areas, sets, phrases, signs, states } = question
  const named = projects.length + areas.length + sets.length + phrases.length + signs.length + states.length > 0
  if (named || question.continues || !isBrief(question) || question.unknownNumbers.length > 0) return undefined
  if (!cues.has('opinions') && !cues.has('response')) return undefined
  const meeting = ofMeeting(question, prepared)
  const groups = ofYears(prepared.record.groups, question.years, prepared).filter(
    ({ document }) => meeting?.has(document) ?? true,
  )
  const bullets = groups.flatMap(({ opinions, responses }) => [
    ...(cues.has('opinions') ? opinions : []),
    ...(cues.has('response') ? responses : []),
  ])
  const evidence = bullets.map((passage) => sentencesOf(passage, 0, 0))
  if (cues.has('count')) return notFound(question, prepared, { kind: 'count-unstated' })
  const ofYear = question.years.some((year) => year.fiscal)
  if (!cues.has('list') && meeting === undefined && !ofYear) return undefined
  const listed: Question = { ...question, cues: new Set([...cues, 'list']) }
  return answerWith(listed, prepared, 'answered', { kind: 'passages', about: [] }, evidence)
}
