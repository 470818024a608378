import type { Answer } from '../questions/answer.ts'
import { answerQuestion } from '../questions/answer-question.ts'
import { cite, wholeOf } from '../questions/citation.ts'
import type { Memory } from '../questions/memory.ts'
import { normalText } from '../questions/normal-text.ts'
import type { PreparedRecord } from '../questions/prepared-record.ts'
import { answerMessage, quoteBlocks } from './answer-message.ts'
import { en } from './messages/en.ts'
import { ja } from './messages/ja.ts'
import type { Message, Reply } from './reply.ts'
import type { Turn } from './turn.ts'

/** What came of a turn: the reply, what the conversation remembers from now on, and the answer where a question was asked. */
export type Taken = { readonly reply: Reply; readonly memory: Memory; readonly answer: Answer | null }

/** Takes one turn. Pure: what is remembered goes in and comes out, so that it can be kept wherever conversations are kept. */
export function takeTurn(turn: Turn, prepared: PreparedRecord, memory: Memory): Taken {
  if (turn.did.kind === 'action' || asksForSource(turn.did.text)) {
    return { reply: shown(sourceMessage(prepared, memory, turn.language)), memory, answer: null }
  }
  const { answer, memory: next } = answerQuestion(prepared, turn.did.text, memory, turn.language)
  return { reply: shown(answerMessage(answer, prepared.record)), memory: next, answer }
}

/** The word that does what the source button does. */
function asksForSource(text: string): boolean {
  return /^(?:出典|出典を見る|source|sources)[。.?？]?$/u.test(normalText(text))
}

/** The whole passages behind the last answer, with the lines of the source on which they stand. */
function sourceMessage({ record }: PreparedRecord, memory: Memory, language: Turn['language']): Message {
  const say = (language ?? memory.language) === 'en' ? en : ja
  const passages = record.passages.filter((passage) => memory.passages.includes(passage.key))
  if (passages.length === 0) return { blocks: [{ kind: 'text', text: say.noSource }] }
  return {
    blocks: [
      { kind: 'text', text: say.fullPassage },
      ...passages.flatMap((passage) => {
        const citation = cite(record, wholeOf(passage))
        const [block] = quoteBlocks([citation], say)
        return block?.kind === 'quote'
          ? [{ ...block, source: `${block.source}（${say.sourceLines(...citation.lines)}）` }]
          : []
      }),
    ],
  }
}

function shown(message: Message): Reply {
  return { show: [message], notices: [] }
}
