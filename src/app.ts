import type { Config } from './config.ts'
import { type Taken, takeTurn } from './conversation/take-turn.ts'
import type { Turn } from './conversation/turn.ts'
import { type Memory, noMemory } from './questions/memory.ts'
import { type PreparedRecord, prepareRecord } from './questions/prepared-record.ts'
import { buildRecord } from './record/build-record.ts'
import { readReviewed } from './record/read-reviewed.ts'

/** The bot, put together: the record it answers from, and what each conversation remembers. */
export type App = {
  readonly prepared: PreparedRecord
  readonly take: (turn: Turn) => Taken
}

/** Reads the record and puts the parts together. Conversations are remembered as long as the process runs. */
export function openApp(config: Config): App {
  const prepared = prepareRecord(buildRecord(readReviewed(config.committeeDir)))
  const memories = new Map<string, Memory>()
  return {
    prepared,
    take(turn) {
      const taken = takeTurn(turn, prepared, memories.get(turn.conversation) ?? noMemory)
      memories.set(turn.conversation, taken.memory)
      return taken
    },
  }
}
