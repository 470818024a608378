import type { Advice } from '../questions/advice.ts'
import type { Answer } from '../questions/answer.ts'
import { type Answered, answerQuestion } from '../questions/answer-question.ts'
import type { Memory } from '../questions/memory.ts'
import type { PreparedRecord } from '../questions/prepared-record.ts'
import { recallSource } from '../questions/remember.ts'
import type { Turn } from './turn.ts'
import { findWord } from './words.ts'

/** What is asked, and what a language model has said of it: with the same memory it is answered the same again. */
export type Asked = Pick<Turn, 'did' | 'language'> & { readonly advice?: Advice }

/**
 * Answers what is asked, or shows the source of the last answer, or of the one whose passages are named. Pure: what is
 * remembered goes in and comes out.
 */
export function answerTurn({ did, language, advice }: Asked, prepared: PreparedRecord, memory: Memory): Answered {
  if (did.kind !== 'say') {
    const named = did.kind === 'action' && did.about !== undefined ? { passages: did.about.split(' ') } : {}
    return { answer: recallSource(prepared, { ...memory, ...named }, language), memory, doubt: null }
  }
  const word = findWord(did.text)
  if (word?.action === 'source')
    return { answer: recallSource(prepared, memory, language ?? word.language), memory, doubt: null }
  return answerQuestion(prepared, did.text, memory, language, advice)
}

/** Whether an answer is to a question of its own, which the secretariat could be asked too. */
export function isMatter({ finding }: Answer): boolean {
  return finding.kind !== 'guide' && finding.kind !== 'source'
}
