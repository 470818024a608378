import { createHash } from 'node:crypto'
import type { ModelConfig } from '../config-model.ts'
import type { ModelAnswer, ModelCall, ModelJob, ModelTrace } from '../ports.ts'
import type { answerSchema } from './answer-schema.ts'
import { attempt } from './attempts.ts'
import { checkLeak } from './check-leak.ts'
import type { Endpoint } from './endpoint.ts'
import { fillPrompt } from './fill-prompt.ts'
import { Masks } from './masks.ts'
import { ModelFailure } from './model-failure.ts'
import type { Prompt } from './prompt.ts'
import { readAnswer } from './read-answer.ts'
import { buildParams, mostTokens, type Params } from './request-params.ts'
import type { Terms } from './terms.ts'

/** UTF-16 units that the variables of a call have at most: masking more would hold up everybody. */
const mostData = 60_000

/** What needs the SDK. */
export type Loaded = { readonly send: Endpoint; readonly answerSchema: typeof answerSchema }

/** The time that a call has: `left` in milliseconds, and the signal that ends it. `log` is told each request. */
export type Asking = {
  readonly signal: AbortSignal
  readonly left: () => number
  readonly log: (message: string) => void
}

type Given = Asking & {
  readonly config: ModelConfig
  readonly prompt: Prompt
  readonly names: readonly string[]
  readonly terms: Terms
}

type Answered<T> = { readonly answer: ModelAnswer<T> & { outcome: 'answered' }; readonly terms: Terms }

/**
 * Masks, asks, reads the answer by its schema, and refuses one that says what nobody is to read; `terms` are those that the endpoint has taken.
 * @throws ModelFailure
 */
export async function askOnce<J extends ModelJob, T>(
  call: ModelCall<J, T>,
  { config, prompt, names, terms, signal, left, log }: Given,
  { send, answerSchema }: Loaded,
): Promise<Answered<T>> {
  const { job, language, variables, schema } = call
  const given = Object.values<string>(variables).reduce((sum, text) => sum + text.length, 0)
  if (given > mostData) throw new ModelFailure('refused', 'too-much-data')
  const masks = new Masks(names)
  const data = fillPrompt(prompt, variables, masks)
  const asked = { instructions: prompt.instructions, data, schema: answerSchema(schema) }
  const paramsOf = (offered: Terms) => {
    const params = buildParams(config, asked, offered)
    log(`model: ${job}.${language} version ${prompt.version}: sent ${hashOf(params)}`)
    return params
  }
  const answered = await attempt(send, paramsOf, { terms, signal, left })
  const trace: ModelTrace = {
    job,
    prompt: { id: prompt.id, version: prompt.version, language },
    model: config.model,
    settings: { api: config.api, ...answered.terms, mostTokens },
    sent: hashOf(answered.params),
    tokens: answered.said.tokens,
  }
  const value = readAnswer(answered.said.text, schema, masks)
  checkLeak(value, { ...prompt, data, key: config.endpoint.key })
  return {
    answer: { outcome: 'answered', value, trace },
    terms: answered.terms,
  }
}

/** SHA-256 of the body as it is sent. */
function hashOf(params: Params): string {
  return createHash('sha256').update(JSON.stringify(params)).digest('hex')
}
