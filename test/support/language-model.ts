import { join } from 'node:path'
import * as z from 'zod'
import type { ModelConfig } from '../../src/config-model.ts'
import type { Breaker } from '../../src/model/breaker.ts'
import { memoryBudget } from '../../src/model/budget.ts'
import { openModel } from '../../src/model/open-model.ts'
import { readPrompts } from '../../src/model/prompt.ts'
import type { LanguageModel, ModelCall } from '../../src/ports.ts'

/** The key of the tests: it may stand in a header, and nowhere else. */
export const testKey = 'sk-geheim-1234567890'

export const prompts = readPrompts(join(import.meta.dirname, '../../prompts'))

type Given = Partial<ModelConfig> & {
  readonly url: string
  readonly names?: readonly string[]
  readonly breaker?: Breaker
}

/** A model by the real adapter, and all that it has logged. */
export function languageModelAt({ url, names = [], breaker, ...others }: Given): {
  readonly model: LanguageModel
  readonly lines: readonly string[]
} {
  const lines: string[] = []
  const config: ModelConfig = {
    endpoint: { kind: 'openai', url, key: testKey },
    model: 'test-model',
    api: 'responses',
    patience: 2000,
    maySeeOpinions: false,
    callsPerPerson: 1000,
    callsPerDay: 1000,
    ...others,
  }
  const model = openModel({
    config,
    prompts,
    budget: memoryBudget(config, { now: Date.now }),
    names: async () => names,
    report: (line) => void lines.push(line),
    log: (line) => void lines.push(line),
    ...(breaker === undefined ? {} : { breaker }),
  })
  return { model, lines }
}

/** What *point* answers. */
const Pointed = z.strictObject({
  ids: z.array(z.string().max(40)).max(30),
  answers: z.enum(['wholly', 'partly', 'not']),
})

/** A call that points at one of two passages. */
export function pointCall(
  others: {
    readonly question?: string
    readonly person?: string
    readonly patience?: number
    readonly passages?: string
  } = {},
): ModelCall<'point', z.infer<typeof Pointed>> {
  const { question = 'No.34はなぜ×ですか', person = 'slack:T1:U1', patience = 2000 } = others
  const passages = JSON.stringify([
    { id: 'p1', text: '情報共有を行ったが、未実施と評価したもの' },
    { id: 'p2', text: '検討してまいりたい' },
  ])
  const variables = { question, passages: others.passages ?? passages }
  return { job: 'point', language: 'ja', variables, schema: Pointed, person, patience }
}
