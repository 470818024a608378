import { type Advice, noAdvice } from './advice.ts'
import type { Answer, Finding } from './answer.ts'
import { answerBySearch } from './answer-by-search.ts'
import { answerPointed } from './answer-pointed.ts'
import { notFound } from './build-answer.ts'
import { matchShare } from './comparable-text.ts'
import type { Searched } from './doubt.ts'
import { isElsewhere } from './elsewhere.ts'
import { extendQuestion } from './extend.ts'
import { lookUpAreas } from './look-up/areas.ts'
import { lookUpDocument } from './look-up/document.ts'
import { lookUpUnknownNumber, lookUpYear } from './look-up/numbers.ts'
import { lookUpPhrases } from './look-up/phrases.ts'
import { lookUpProjects } from './look-up/projects.ts'
import { lookUpMeaning, lookUpRatings } from './look-up/ratings.ts'
import { lookUpSet } from './look-up/sets.ts'
import { lookUpSheetFacts } from './look-up/sheet-facts.ts'
import { lookUpSheetLists } from './look-up/sheet-lists.ts'
import { lookUpVoices } from './look-up/voices.ts'
import { type Memory, noMemory } from './memory.ts'
import type { Language } from './normal-text.ts'
import type { PreparedRecord } from './prepared-record.ts'
import type { Question } from './question.ts'
import { remember } from './remember.ts'
import { understand } from './understand.ts'

/** Characters (UTF-16 units) of a question that are read; a longer one is not answered in part but refused as a whole. */
export const longestQuestion = 2000

/** Structure decides first: each look-up answers, or leaves the question to the next; search comes last. */
const lookUps = [
  lookUpSheetFacts,
  lookUpYear,
  lookUpUnknownNumber,
  lookUpPhrases,
  lookUpMeaning,
  lookUpSheetLists,
  lookUpSet,
  lookUpAreas,
  lookUpDocument,
  lookUpProjects,
  lookUpRatings,
  lookUpVoices,
]

/** What came of a question: the answer, what the conversation remembers from now on, and why one might look once more. */
export type Answered = Searched & { readonly memory: Memory }

/**
 * Answers one question from the record; `memory` is what the conversation remembers, and the answer's memory follows it. `advice`
 * is what a language model has said of it: it counts only where a search is in doubt, and structure is never overruled by it.
 */
export function answerQuestion(
  prepared: PreparedRecord,
  text: string,
  memory: Memory = noMemory,
  language?: Language,
  advice: Advice = noAdvice,
): Answered {
  if (text.length > longestQuestion) {
    return { ...guide('too-long', understand(text.slice(0, 200), prepared, memory, language)), memory }
  }
  const question = understand(text, prepared, memory, language)
  const searched = answerUnderstood(question, prepared)
  const read = readAs(question, searched, advice, prepared)
  if (read !== null) return { ...read, memory: remember(read.question, read.answer, prepared) }
  const { pointed } = advice
  const found = pointed === null ? searched.answer : answerPointed(searched, pointed, prepared)
  const answer: Answer = found === searched.answer ? found : { ...found, advised: true }
  return { answer, doubt: searched.doubt, memory: remember(question, answer, prepared) }
}

/**
 * The answer to a question that was not found, read as being about what somebody says; null where that finds nothing either. A
 * premise is not corrected on a guess.
 */
function readAs(
  question: Question,
  { doubt }: Searched,
  { understood }: Advice,
  prepared: PreparedRecord,
): (Searched & { readonly question: Question }) | null {
  if (understood === null || doubt?.kind !== 'unfound') return null
  const extended = extendQuestion(question, understood, prepared)
  if (extended === null) return null
  const { answer } = answerUnderstood(extended.question, prepared)
  if (answer.outcome === 'corrected' || !isAbout(answer, extended, prepared)) return null
  const outcome = answer.outcome === 'answered' ? 'partial' : answer.outcome
  return {
    answer: { ...answer, outcome, readAs: extended.as, advised: true },
    doubt: null,
    question: extended.question,
  }
}

/** Whether an answer has passages, and one of them is about what the question was read as: what was spoken of before may have led to others. */
function isAbout(
  { citations }: Answer,
  { as, matter }: NonNullable<ReturnType<typeof extendQuestion>>,
  { passages }: PreparedRecord,
): boolean {
  if (citations.length === 0 || as.length > matter.length) return citations.length > 0
  const shown = passages.filter(({ passage }) => citations.some((one) => one.passage === passage.key))
  return matter.length === 0 || shown.some(({ text }) => matter.some((word) => matchShare(word, text) === 1))
}

function answerUnderstood(question: Question, prepared: PreparedRecord): Searched {
  const topic = findGuide(question)
  if (topic !== null) return guide(topic, question)
  if (isElsewhere(question.text, prepared)) {
    const answer = notFound({ ...question, projects: [] }, prepared, { kind: 'elsewhere' }, [], 'out-of-scope')
    return { answer, doubt: null }
  }
  for (const lookUp of lookUps) {
    const answer = lookUp(question, prepared)
    if (answer !== undefined) return { answer, doubt: null }
  }
  return answerBySearch(question, prepared)
}

type Topic = Extract<Finding, { kind: 'guide' }>['topic']

function findGuide({ text, cues, byNumber, byName }: Question): Topic | null {
  if (!/[\p{L}\p{N}×◎○△?]/u.test(text)) return 'empty'
  if (byNumber.length + byName.length > 0) return null
  for (const topic of ['greeting', 'thanks', 'help', 'give-opinion'] as const) if (cues.has(topic)) return topic
  return null
}

function guide(topic: Topic, { language }: Question): Searched {
  const nothing = { unknown: [], citations: [], others: [], also: [], projects: [], nearest: [] }
  return { answer: { outcome: 'out-of-scope', language, finding: { kind: 'guide', topic }, ...nothing }, doubt: null }
}
