import type { Answer, Finding } from './answer.ts'
import { answerBySearch } from './answer-by-search.ts'
import { notFound } from './build-answer.ts'
import { isElsewhere } from './elsewhere.ts'
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

/** What came of a question: the answer, and what the conversation remembers from now on. */
export type Asked = { readonly answer: Answer; readonly memory: Memory }

/** Answers one question from the record, without any model; `memory` is what the conversation remembers, and the answer's memory follows it. */
export function answerQuestion(
  prepared: PreparedRecord,
  text: string,
  memory: Memory = noMemory,
  language?: Language,
): Asked {
  if (text.length > longestQuestion) {
    return { answer: guide('too-long', understand(text.slice(0, 200), prepared, memory, language)), memory }
  }
  const question = understand(text, prepared, memory, language)
  const answer = answerUnderstood(question, prepared)
  return { answer, memory: remember(question, answer, prepared) }
}

function answerUnderstood(question: Question, prepared: PreparedRecord): Answer {
  const topic = findGuide(question)
  if (topic !== null) return guide(topic, question)
  if (isElsewhere(question.text, prepared))
    return notFound({ ...question, projects: [] }, prepared, { kind: 'elsewhere' }, [], 'out-of-scope')
  for (const lookUp of lookUps) {
    const answer = lookUp(question, prepared)
    if (answer !== undefined) return answer
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

function guide(topic: Topic, { language }: Question): Answer {
  return {
    outcome: 'out-of-scope',
    language,
    finding: { kind: 'guide', topic },
    unknown: [],
    citations: [],
    others: [],
    projects: [],
    nearest: [],
  }
}
