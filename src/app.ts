import type { Config } from './config.ts'
import { type Taken, takeTurn } from './conversation/take-turn.ts'
import type { Turn } from './conversation/turn.ts'
import type { Published, Verified } from './ports.ts'
import { type Memory, noMemory } from './questions/memory.ts'
import { type PreparedRecord, prepareRecord } from './questions/prepared-record.ts'
import { buildRecord } from './record/build-record.ts'
import { readReviewed } from './record/read-reviewed.ts'
import type { JournalStore } from './storage/journal/journal-store.ts'
import type { Options } from './storage/journal/open-journal.ts'

/** The bot, put together: the record it answers from, and what each conversation remembers. */
export type App = {
  readonly prepared: PreparedRecord
  readonly take: (turn: Turn) => Taken
}

/** Conversations remembered at a time; the one that was silent longest is forgotten first. */
const mostConversations = 10_000

/** Reads the record and puts the parts together. Conversations are remembered while the process runs. */
export function openApp(config: Pick<Config, 'committeeDir'>): App {
  const prepared = prepareRecord(buildRecord(readReviewed(config.committeeDir)))
  const memories = new Map<string, Memory>()
  return {
    prepared,
    take(turn) {
      const key = `${turn.committee}/${turn.conversation}`
      const taken = takeTurn(turn, prepared, memories.get(key) ?? noMemory)
      memories.delete(key)
      memories.set(key, taken.memory)
      const [oldest] = memories.keys()
      if (memories.size > mostConversations && oldest !== undefined) memories.delete(oldest)
      return taken
    },
  }
}

/**
 * Opens the run-time data. Loaded only when asked for: answering needs none of it.
 * @throws Fault `store-locked`, `journal-torn`, `journal-damaged`, `store-unusable`, each with what to do.
 */
export async function openState(
  config: Pick<Config, 'stateDir'>,
  options: Omit<Options, 'clock'>,
): Promise<JournalStore> {
  const { openJournal } = await import('./storage/journal/open-journal.ts')
  return await openJournal(config.stateDir, { ...options, clock: { now: Date.now } })
}

/**
 * Verifies the audit chain of the run-time data without opening it, so also while the bot runs.
 * @throws Fault `store-unusable` where there is none.
 */
export async function verifyState(
  config: Pick<Config, 'stateDir'>,
  published: readonly Published[],
): Promise<Verified> {
  const { verifyJournal } = await import('./storage/journal/verify.ts')
  return await verifyJournal(config.stateDir, published)
}
