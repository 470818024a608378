import { type Taken, takeTurn } from '../../src/conversation/take-turn.ts'
import { type Memory, noMemory } from '../../src/questions/memory.ts'
import type { Language } from '../../src/questions/normal-text.ts'
import type { PreparedRecord } from '../../src/questions/prepared-record.ts'

/** Says one thing in a conversation that remembers `memory`. */
export function say(prepared: PreparedRecord, text: string, memory: Memory = noMemory, language?: Language): Taken {
  const turn = {
    id: 'turn',
    committee: prepared.record.committee.id,
    person: 'somebody',
    conversation: 'here',
    place: 'here',
    language,
    did: { kind: 'say', text },
  } as const
  return takeTurn(turn, prepared, memory)
}

/** Says one thing after another in one conversation; what came of each. */
export function converse(prepared: PreparedRecord, said: readonly string[]): readonly Taken[] {
  let memory: Memory = noMemory
  return said.map((text) => {
    const taken = say(prepared, text, memory)
    memory = taken.memory
    return taken
  })
}
