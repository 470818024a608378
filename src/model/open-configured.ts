import { fileURLToPath } from 'node:url'
import type { ModelConfig } from '../config-model.ts'
import { Records } from '../opinions/records.ts'
import type { Clock, ModelFacts, ModelUse, Store } from '../ports.ts'
import { memoryBudget, storedBudget } from './budget.ts'
import { openModel } from './open-model.ts'
import { type Prompts, readPrompts } from './prompt.ts'

type Given = {
  readonly report: (message: string) => void
  readonly log: (message: string) => void
  readonly clock: Clock
  /** Where calls are counted across restarts, and where the names are that are masked; null: calls are counted as long as the process lives. */
  readonly state: { readonly store: Store; readonly committee: string } | null
}

/**
 * The language model that is configured, with the prompts that come with the bot.
 * @throws Fault `prompt-invalid`, with what to do
 */
export function openConfiguredModel(config: ModelConfig, { report, log, clock, state }: Given): ModelUse {
  const records = state && new Records(state.store, state.committee)
  const model = openModel({
    config,
    prompts: readShippedPrompts(),
    budget: state && records ? storedBudget(config, clock, state.store, records) : memoryBudget(config, clock),
    names: async () => (records === null ? [] : await namesIn(records)),
    report,
    log,
  })
  const { patience, maySeeOpinions, callsPerDay } = config
  const facts: ModelFacts = { name: config.model, host: new URL(config.endpoint.url).host, callsPerDay }
  return { model, facts, patience, maySeeOpinions }
}

/** @throws Fault `prompt-invalid`, with what to do */
export function readShippedPrompts(): Prompts {
  return readPrompts(fileURLToPath(new URL('../../prompts', import.meta.url)))
}

async function namesIn(records: Records): Promise<readonly string[]> {
  const people = await Promise.all([records.list('members'), records.list('staff')])
  return people.flat().map(({ value }) => value.name)
}
