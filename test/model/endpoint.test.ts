import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { collectChat, collectResponse } from '../../src/model/answer-stream.ts'
import { openEndpoint } from '../../src/model/endpoint.ts'
import { buildParams } from '../../src/model/request-params.ts'
import { bestTerms } from '../../src/model/terms.ts'
import { openHostileModel } from '../support/hostile-model.ts'
import { languageModelAt, pointCall } from '../support/language-model.ts'

const run = promisify(execFile)
const asked = { instructions: 'i', data: 'd', schema: { type: 'object' } }

/** What a stream comes to, of whatever events. */
const collected = {
  responses: async (...events: readonly unknown[]) => await collectResponse(stream(events) as never),
  chat: async (...events: readonly unknown[]) => await collectChat(stream(events) as never),
}
async function* stream(events: readonly unknown[]) {
  yield* events
}

describe.each(['responses', 'chat'] as const)('a stream of %s', (api) => {
  const params = buildParams({ model: 'm', api }, asked, bestTerms)

  it('that stalls after it has begun is ended, and may be tried again', async () => {
    await using server = await openHostileModel({ behaviour: 'stalled-stream' })
    const send = openEndpoint({ kind: 'openai', url: server.url, key: null }, 100)
    const began = performance.now()

    await expect(send(params, AbortSignal.timeout(5000))).rejects.toMatchObject({
      why: 'unreachable',
      word: 'stalled',
      again: true,
    })
    expect(performance.now() - began).toBeLessThan(2000)
  })

  it('that is open while the model thinks is waited for', async () => {
    await using server = await openHostileModel({ behaviour: { says: '{}', thinks: 300 } })
    const send = openEndpoint({ kind: 'openai', url: server.url, key: null }, 100)

    expect((await send(params, AbortSignal.timeout(5000))).text).toBe('{}')
    expect(server.asked).toHaveLength(1)
  })

  it('that drips is ended where no event comes of it', async () => {
    await using server = await openHostileModel({ behaviour: 'slow-drip' })
    const send = openEndpoint({ kind: 'openai', url: server.url, key: null }, 50)

    await expect(send(params, AbortSignal.timeout(10_000))).rejects.toMatchObject({
      why: 'unreachable',
      word: 'stalled',
    })
  })

  it('is asked for without a key where there is none', async () => {
    await using server = await openHostileModel({ behaviour: { says: '{}' } })

    await openEndpoint({ kind: 'openai', url: server.url, key: null })(params, AbortSignal.timeout(5000))

    expect(server.asked[0]?.headers).not.toHaveProperty('authorization')
  })

  it('is not asked for by way of a proxy of the environment, nor with headers of it', async () => {
    await using server = await openHostileModel({ behaviour: { says: '{}' } })
    await using proxy = await openHostileModel({ behaviour: 'nothing' })
    const { origin } = new URL(proxy.url)
    const proxies = { HTTP_PROXY: origin, http_proxy: origin, NODE_USE_ENV_PROXY: '1' }
    const ofSdk = {
      OPENAI_CUSTOM_HEADERS: 'x-mine: 1',
      OPENAI_ORG_ID: 'org',
      OPENAI_PROJECT_ID: 'proj',
      OPENAI_LOG: 'debug',
    }
    const program = `
      const { openEndpoint } = await import('./src/model/endpoint.ts')
      const send = openEndpoint({ kind: 'openai', url: '${server.url}', key: 'k' })
      process.stdout.write((await send(${JSON.stringify(params)}, AbortSignal.timeout(5000))).text)`

    const ran = await run(process.execPath, ['--input-type=module', '-e', program], {
      cwd: join(import.meta.dirname, '../..'),
      env: { PATH: process.env.PATH, ...proxies, ...ofSdk },
    })

    expect(ran).toEqual({ stdout: '{}', stderr: '' })
    expect(proxy.asked).toEqual([])
    expect(Object.keys(server.asked[0]?.headers ?? {}).filter((name) => /^(?:x-|openai-)/u.test(name))).toEqual([])
  })
})

describe('a stream', () => {
  const delta = { type: 'response.output_text.delta', delta: '{}' }
  const chunk = (choice: object) => ({ choices: [{ index: 0, delta: {}, finish_reason: null, ...choice }] })

  it.each([
    [[delta], 'broken-off'],
    [[delta, { type: 'response.incomplete', response: {} }], 'incomplete'],
    [[delta, { type: 'response.failed', response: {} }], 'stream-error'],
    [[delta, { type: 'response.refusal.done', refusal: 'no' }], 'by-the-model'],
    [[{ ...delta, delta: 7 }], 'no-text'],
    [[{ ...delta, delta: 'a'.repeat(100_001) }], 'too-long'],
  ])('of responses %j is no answer', async (events, word) => {
    await expect(collected.responses(...events)).rejects.toMatchObject({ word })
  })

  it.each([
    [[chunk({ delta: { content: '{}' } })], 'broken-off'],
    [[chunk({ finish_reason: 'length' })], 'incomplete'],
    [[chunk({ finish_reason: 'tool_calls' })], 'incomplete'],
    [[chunk({ finish_reason: 'content_filter' })], 'content_filter'],
    [[chunk({ delta: { refusal: 'no' } })], 'by-the-model'],
    [[chunk({ delta: { content: {} } })], 'no-text'],
  ])('of chat %j is no answer', async (events, word) => {
    await expect(collected.chat(...events)).rejects.toMatchObject({ word })
  })

  it('may leave out what it cost', async () => {
    expect(await collected.responses(delta, { type: 'response.completed', response: {} })).toEqual({
      text: '{}',
      tokens: null,
    })
    expect(await collected.chat(chunk({ delta: { content: '{}' } }), chunk({ finish_reason: 'stop' }))).toEqual({
      text: '{}',
      tokens: null,
    })
  })
})

describe('Azure OpenAI by responses', () => {
  it('is asked below /openai, by its version and its own header', async () => {
    await using server = await openHostileModel({ behaviour: { says: { ids: ['p1'], answers: 'wholly' } } })
    const url = new URL(server.url).origin
    const endpoint = { kind: 'azure', url: `${url}/`, key: 'geheim', version: '2025-04-01-preview' } as const
    const { model } = languageModelAt({ url, endpoint, model: 'deployed', api: 'responses' })

    const answered = await model.ask(pointCall())

    expect(answered.outcome).toBe('answered')
    expect(server.asked[0]?.path).toBe('/openai/responses?api-version=2025-04-01-preview')
    expect(server.asked[0]?.headers).toMatchObject({ 'api-key': 'geheim' })
    expect(server.asked[0]?.headers).not.toHaveProperty('authorization')
    expect(server.asked[0]?.body.model).toBe('deployed')
  })
})
