import OpenAI, { AzureOpenAI } from 'openai'
import type { ModelConfig } from '../config-model.ts'
import { collectChat, collectResponse, type Said, saysInChat, saysInResponse } from './answer-stream.ts'
import { guardedFetch } from './guarded-fetch.ts'
import { ModelFailure } from './model-failure.ts'
import type { Params } from './request-params.ts'
import { failureOf } from './sdk-failure.ts'
import { watchIdle } from './watch-idle.ts'

/** Sends a request once, and reads what is said. @throws ModelFailure */
export type Endpoint = (params: Params, signal: AbortSignal) => Promise<Said>

/** An endpoint by OpenAI's SDK, which knows where each kind of server takes its requests, and reads their streams. `idle` are milliseconds between two events of a stream. */
export function openEndpoint(endpoint: ModelConfig['endpoint'], idle = 5000): Endpoint {
  const client = clientOf(endpoint)
  return async (params, signal) => {
    const stalled = new AbortController()
    const options = { signal: AbortSignal.any([signal, stalled.signal]) }
    const stop = () => stalled.abort()
    try {
      return 'messages' in params
        ? await collectChat(watchIdle(await client.chat.completions.create(params, options), saysInChat, idle, stop))
        : await collectResponse(watchIdle(await client.responses.create(params, options), saysInResponse, idle, stop))
    } catch (error) {
      if (signal.aborted) throw new ModelFailure('late', 'patience')
      if (stalled.signal.aborted) throw new ModelFailure('unreachable', 'stalled', { again: true, health: 'doubtful' })
      throw failureOf(error)
    }
  }
}

/** Nothing is read from the environment, nothing is logged (the SDK would log what it sends), and nothing is tried twice. */
function clientOf(endpoint: ModelConfig['endpoint']): OpenAI {
  const { origin } = new URL(endpoint.url)
  const none = { organization: null, project: null, adminAPIKey: null, webhookSecret: null } as const
  const common = { ...none, logLevel: 'off', maxRetries: 0, apiKey: endpoint.key ?? 'none' } as const
  if (endpoint.kind === 'azure') {
    const fetch = guardedFetch(origin, { 'api-key': endpoint.key })
    const baseURL = `${endpoint.url.replace(/\/+$/u, '')}/openai`
    return new AzureOpenAI({ ...common, fetch, baseURL, apiVersion: endpoint.version })
  }
  const fetch = guardedFetch(origin, endpoint.key === null ? {} : { authorization: `Bearer ${endpoint.key}` })
  return new OpenAI({ ...common, fetch, baseURL: endpoint.url })
}
