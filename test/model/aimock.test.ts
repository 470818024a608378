import { LLMock } from '@copilotkit/aimock'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { ModelConfig } from '../../src/config-model.ts'
import { languageModelAt, pointCall } from '../support/language-model.ts'

const mock = new LLMock({ port: 0, host: '127.0.0.1' })
beforeAll(async () => void (await mock.start()))
afterAll(async () => await mock.stop())
beforeEach(() => {
  mock.clearChaos()
  mock.reset()
  mock.onMessage(/未実施/u, {
    content: '{"ids":["p1"],"answers":"wholly"}',
    usage: { input_tokens: 9, output_tokens: 3, prompt_tokens: 9, completion_tokens: 3, total_tokens: 12 },
  })
})

const answered = { outcome: 'answered', value: { ids: ['p1'], answers: 'wholly' } }
const azure = (): ModelConfig['endpoint'] => ({
  kind: 'azure',
  url: mock.url,
  key: 'geheim',
  version: '2025-04-01-preview',
})
const last = () => mock.getRequests().at(-1)

describe.each(['responses', 'chat'] as const)('OpenAI by %s, as aimock plays it', (api) => {
  const model = () => languageModelAt({ url: `${mock.url}/v1`, api }).model

  it('answers by a stream, and says what it cost', async () => {
    const said = await model().ask(pointCall())

    expect(said).toMatchObject({
      ...answered,
      trace: { tokens: { input: expect.any(Number), output: expect.any(Number) } },
    })
    expect(last()?.path).toBe(api === 'chat' ? '/v1/chat/completions' : '/v1/responses')
  })

  it.each([429, 500, 503])('answers after one %d', async (status) => {
    mock.nextRequestError(status, { message: 'later' })

    expect(await model().ask(pointCall())).toMatchObject(answered)
    expect(mock.getRequests()).toHaveLength(2)
  })

  it('is given up where it stays busy', async () => {
    mock.setChaos({ rateLimitRate: 1 })

    expect(await model().ask(pointCall())).toEqual({ outcome: 'none', why: 'unreachable' })
  })

  it('is given up where it hangs up every time', async () => {
    mock.setChaos({ disconnectRate: 1 })

    expect(await model().ask(pointCall({ patience: 4000 }))).toEqual({ outcome: 'none', why: 'unreachable' })
  })

  it('is given up where it breaks off in the middle', async () => {
    mock.clearFixtures()
    mock.onMessage(
      /未実施/u,
      { content: '{"ids":["p1"],"answers":"wholly"}' },
      { chunkSize: 5, truncateAfterChunks: 2 },
    )

    expect(await model().ask(pointCall({ patience: 4000 }))).toEqual({ outcome: 'none', why: 'unreachable' })
  })

  it('is not waited for beyond the patience of the call', async () => {
    await model().ask(pointCall())
    mock.setChaos({ latencyMs: 5000 })
    const began = performance.now()

    expect(await model().ask(pointCall({ patience: 300 }))).toEqual({ outcome: 'none', why: 'late' })
    expect(performance.now() - began).toBeLessThan(500)
  })
})

describe('Azure OpenAI', () => {
  it('is asked by the path of its deployment, with its own header', async () => {
    const { model } = languageModelAt({ url: mock.url, endpoint: azure(), model: 'deployed', api: 'chat' })

    expect(await model.ask(pointCall())).toMatchObject(answered)
    expect(last()?.path).toBe('/openai/deployments/deployed/chat/completions?api-version=2025-04-01-preview')
    expect(last()?.headers).not.toHaveProperty('authorization')
  })
})
