import type { Answer } from '../questions/answer.ts'
import { answerQuestion } from '../questions/answer-question.ts'
import type { Memory } from '../questions/memory.ts'
import { type Language, normalText } from '../questions/normal-text.ts'
import type { PreparedRecord } from '../questions/prepared-record.ts'
import { recallSource } from '../questions/remember.ts'
import { answerMessage } from './answer-message.ts'
import type { Reply } from './reply.ts'
import type { Turn } from './turn.ts'

/** What came of a turn: the reply, the answer that it puts into words, and what the conversation remembers from now on. */
export type Taken = { readonly reply: Reply; readonly answer: Answer; readonly memory: Memory }

/** Takes one turn. Pure: what is remembered goes in and comes out, so that it can be kept wherever conversations are kept. */
export function takeTurn(turn: Turn, prepared: PreparedRecord, memory: Memory): Taken {
  const { answer, memory: next } = answerTurn(turn, prepared, memory)
  return { reply: { show: [answerMessage(answer, prepared.record)], notices: [] }, answer, memory: next }
}

function answerTurn({ did, language }: Turn, prepared: PreparedRecord, memory: Memory) {
  if (did.kind === 'action') return { answer: recallSource(prepared, memory, language), memory }
  const word = sourceWords.get(normalText(did.text).replace(/[。.?]$/u, ''))
  if (word !== undefined) return { answer: recallSource(prepared, memory, language ?? word), memory }
  return answerQuestion(prepared, did.text, memory, language)
}

/** The words that do what the source button does, and the language they are in. */
const sourceWords: ReadonlyMap<string, Language> = new Map([
  ['出典', 'ja'],
  ['出典は', 'ja'],
  ['出典を見る', 'ja'],
  ['source', 'en'],
  ['sources', 'en'],
])
