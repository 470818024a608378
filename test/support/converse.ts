import { answerMessage } from '../../src/conversation/answer-message.ts'
import { answerTurn } from '../../src/conversation/answer-turn.ts'
import type { Message } from '../../src/conversation/reply.ts'
import type { Answered } from '../../src/questions/answer-question.ts'
import { type Memory, noMemory } from '../../src/questions/memory.ts'
import type { Language } from '../../src/questions/normal-text.ts'
import type { PreparedRecord } from '../../src/questions/prepared-record.ts'

/** An answer, with the message that puts it into words. */
type Said = Answered & { readonly message: Message }

/** Says one thing in a conversation that remembers `memory`. */
export function say(prepared: PreparedRecord, text: string, memory: Memory = noMemory, language?: Language): Said {
  const answered = answerTurn({ did: { kind: 'say', text }, language }, prepared, memory)
  return { ...answered, message: answerMessage(answered.answer, prepared.record) }
}

/** Says one thing after another in one conversation; what came of each. */
export function converse(prepared: PreparedRecord, said: readonly string[]): readonly Said[] {
  let memory: Memory = noMemory
  return said.map((text) => {
    const answered = say(prepared, text, memory)
    memory = answered.memory
    return answered
  })
}
