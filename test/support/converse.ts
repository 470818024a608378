import { type Taken, takeTurn } from '../../src/conversation/take-turn.ts'
import { type Memory, noMemory } from '../../src/questions/memory.ts'
import type { PreparedRecord } from '../../src/questions/prepared-record.ts'

/** Says one thing after another in one conversation; what came of each. */
export function converse(prepared: PreparedRecord, said: readonly string[]): readonly Taken[] {
  let memory: Memory = noMemory
  return said.map((text) => {
    const turn = {
      id: 'turn',
      committee: prepared.record.committee.id,
      person: 'somebody',
      conversation: 'here',
      place: 'here',
      language: undefined,
      did: { kind: 'say', text },
    } as const
    const taken = takeTurn(turn, prepared, memory)
    memory = taken.memory
    return taken
  })
}
