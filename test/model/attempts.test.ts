import { describe, expect, it } from 'vitest'
import { Breaker } from '../../src/model/breaker.ts'
import { openHostileModel } from '../support/hostile-model.ts'
import { languageModelAt, pointCall } from '../support/language-model.ts'

const says = { says: { ids: ['p1'], answers: 'wholly' } }
const refuses = (param: string) => ({
  status: 400,
  error: { message: `no ${param}`, type: 'invalid_request_error', code: null, param },
})

describe.each(['responses', 'chat'] as const)('a call by %s', (api) => {
  it.each([
    ['busy', { status: 429 }],
    ['busy, and says how long', { status: 429, headers: { 'retry-after': '0' } }],
    ['ill', { status: 500 }],
    ['overloaded', { status: 503 }],
    ['gone', 'nothing'],
    ['broken off', 'broken-off'],
    ['ill in the middle', 'error-in-stream'],
  ] as const)('is made again where the endpoint is %s', async (_, behaviour) => {
    await using server = await openHostileModel({ behaviour: [behaviour, says] })

    const answered = await languageModelAt({ url: server.url, api }).model.ask(pointCall())

    expect(answered.outcome).toBe('answered')
    expect(server.asked).toHaveLength(2)
    expect(server.asked[1]?.text).toBe(server.asked[0]?.text)
  })

  it('is made three times at most', async () => {
    await using server = await openHostileModel({ behaviour: { status: 500 } })

    const answered = await languageModelAt({ url: server.url, api }).model.ask(pointCall({ patience: 5000 }))

    expect(answered).toEqual({ outcome: 'none', why: 'unreachable' })
    expect(server.asked).toHaveLength(3)
  })

  it('waits for nothing that cannot come in time', async () => {
    await using server = await openHostileModel({ behaviour: { status: 429, headers: { 'retry-after': '30' } } })
    const began = performance.now()

    const answered = await languageModelAt({ url: server.url, api }).model.ask(pointCall({ patience: 3000 }))

    expect(answered).toEqual({ outcome: 'none', why: 'unreachable' })
    expect(performance.now() - began).toBeLessThan(1500)
    expect(server.asked).toHaveLength(1)
  })

  it.each([401, 403, 404])('is not made again where the endpoint says %d', async (status) => {
    await using server = await openHostileModel({ behaviour: { status } })

    const answered = await languageModelAt({ url: server.url, api }).model.ask(pointCall())

    expect(answered).toEqual({ outcome: 'none', why: 'refused' })
    expect(server.asked).toHaveLength(1)
  })

  it('is not written otherwise where its words are not taken', async () => {
    const error = { message: 'filtered', type: null, code: 'content_filter', param: 'prompt' }
    await using server = await openHostileModel({ behaviour: { status: 400, error } })

    const answered = await languageModelAt({ url: server.url, api }).model.ask(pointCall())

    expect(answered).toEqual({ outcome: 'none', why: 'refused' })
    expect(server.asked).toHaveLength(1)
  })
})

describe('an endpoint that does not take all of a request', () => {
  it.each([
    ['temperature', 'steady', false],
    ['response_format', 'format', 'json'],
    ['stream_options', 'usage', false],
  ] as const)('is asked without %s from then on', async (param, term, value) => {
    await using server = await openHostileModel({ behaviour: [refuses(param), says] })
    const { model } = languageModelAt({ url: server.url, api: 'chat' })

    const first = await model.ask(pointCall())
    const second = await model.ask(pointCall())

    expect(first).toMatchObject({ outcome: 'answered', trace: { settings: { [term]: value } } })
    expect(second).toMatchObject({ outcome: 'answered', trace: { settings: { [term]: value } } })
    expect(server.asked).toHaveLength(3)
    expect(server.asked.map(({ body }) => param in body)).toEqual([
      true,
      param === 'response_format',
      param === 'response_format',
    ])
  })

  it('is told the schema where it keeps to none, and its answer is checked all the same', async () => {
    await using server = await openHostileModel({
      behaviour: [refuses('response_format'), refuses('response_format'), says, { says: { ids: 'p1' } }],
    })
    const { model } = languageModelAt({ url: server.url, api: 'chat' })

    const first = await model.ask(pointCall())
    const second = await model.ask(pointCall())

    expect(first).toMatchObject({ outcome: 'answered', trace: { settings: { format: 'told' } } })
    expect(second).toEqual({ outcome: 'none', why: 'malformed' })
    expect(server.asked.map(({ body }) => body.response_format?.type)).toEqual([
      'json_schema',
      'json_object',
      undefined,
      undefined,
    ])
    expect(server.asked[2]?.instructions).toContain('"enum":["wholly","partly","not"]')
  })

  it.each([
    '```json\n{"ids":["p1"],"answers":"wholly"}\n```',
    '<think>{"ids":[]}</think>\n{"ids":["p1"],"answers":"wholly"}',
  ])('may write around its answer: %j', async (text) => {
    await using server = await openHostileModel({ behaviour: { says: text } })

    const answered = await languageModelAt({ url: server.url, api: 'chat' }).model.ask(pointCall())

    expect(answered).toMatchObject({ outcome: 'answered', value: { ids: ['p1'], answers: 'wholly' } })
  })

  it('is not remembered so where the lesser request was refused too', async () => {
    await using server = await openHostileModel({ behaviour: refuses('input') })
    const { model } = languageModelAt({ url: server.url })

    const refused = await model.ask(pointCall())
    server.behave(says)
    const answered = await model.ask(pointCall())

    expect(refused).toEqual({ outcome: 'none', why: 'refused' })
    expect(answered).toMatchObject({ trace: { settings: { format: 'schema', steady: true, usage: true } } })
  })
})

describe('an endpoint that fails', () => {
  it('is left alone after three calls, tried by one after a while, and used again', async () => {
    let now = 0
    const breaker = new Breaker({ now: () => now, pause: 1000 })
    await using server = await openHostileModel({ behaviour: { status: 401 } })
    const { model, lines } = languageModelAt({ url: server.url, breaker })
    const whys = async (calls: number) => {
      const answers = await Promise.all(Array.from({ length: calls }, async () => await model.ask(pointCall())))
      return answers.map((answer) => (answer.outcome === 'none' ? answer.why : answer.outcome))
    }

    const failing = [await whys(1), await whys(1), await whys(1), await whys(1)].flat()
    now = 1000
    const tried = await whys(3)
    now = 2000
    server.behave(says)
    const well = [await whys(1), await whys(3)].flat()

    expect(failing).toEqual(['refused', 'refused', 'refused', 'resting'])
    expect(tried.toSorted()).toEqual(['refused', 'resting', 'resting'])
    expect(well).toEqual(['answered', 'answered', 'answered', 'answered'])
    expect(lines.filter((line) => line.includes('(refused: http-401), and is left alone'))).toHaveLength(1)
  })

  it.each([
    ['slow', 'silent'],
    ['ill', { status: 500 }],
  ] as const)(
    'is not left alone by what one person asks where it is %s, but by what several do',
    async (_, behaviour) => {
      await using server = await openHostileModel({ behaviour })
      const { model } = languageModelAt({ url: server.url })
      const why = async (person: string) => {
        const answer = await model.ask(pointCall({ person, patience: 1050 }))
        return answer.outcome === 'none' ? answer.why : answer.outcome
      }

      for (let call = 0; call < 5; call++) await why('slack:T1:U1')
      const other = await why('slack:T1:U2')
      // That a call was late is known when it has ended, a moment after who asked has gone on.
      await why('slack:T1:U2')
      const left = await why('slack:T1:U2')

      expect(other).not.toBe('resting')
      expect(left).toBe('resting')
    },
  )

  it('is not thought ill of by calls that waited for a place till nothing was left', async () => {
    await using server = await openHostileModel({ behaviour: 'silent' })
    const { model } = languageModelAt({ url: server.url })
    const ask = async (person: string, patience: number) => await model.ask(pointCall({ person, patience }))

    const holding = Array.from({ length: 4 }, async () => await ask('slack:T1:U1', 900))
    await Promise.all(['slack:T1:U2', 'slack:T1:U3', 'slack:T1:U4'].map(async (person) => await ask(person, 1100)))
    await Promise.all(holding)
    await ask('slack:T1:U5', 50)
    server.behave(says)

    expect(await ask('slack:T1:U5', 2000)).toMatchObject({ outcome: 'answered' })
  })

  it('is not thought ill of for bad answers, nor for calls that had no time', async () => {
    await using server = await openHostileModel({ behaviour: 'broken-json' })
    const { model } = languageModelAt({ url: server.url })

    for (let call = 0; call < 5; call++) await model.ask(pointCall())
    server.behave('silent')
    for (let call = 0; call < 5; call++) await model.ask(pointCall({ patience: 50 }))
    server.behave(says)

    expect(await model.ask(pointCall())).toMatchObject({ outcome: 'answered' })
  })
})

describe('many calls', () => {
  it('are made four at once, and all are answered', async () => {
    let now = 0
    let most = 0
    await using server = await openHostileModel({
      behaviour: {
        says: async () => {
          most = Math.max(most, ++now)
          await new Promise((resolve) => setTimeout(resolve, 20))
          now--
          return says.says
        },
      },
    })
    const { model } = languageModelAt({ url: server.url })

    const answers = await Promise.all(
      Array.from({ length: 20 }, async () => await model.ask(pointCall({ patience: 10_000 }))),
    )

    expect(answers.filter(({ outcome }) => outcome === 'answered')).toHaveLength(20)
    expect(most).toBe(4)
  })

  it('wait no longer than their patience where others take all places', async () => {
    await using server = await openHostileModel({ behaviour: [says, 'silent'] })
    const { model } = languageModelAt({ url: server.url })
    await model.ask(pointCall())
    const began = performance.now()

    const answers = await Promise.all(
      Array.from({ length: 12 }, async () => await model.ask(pointCall({ patience: 300 }))),
    )

    expect(performance.now() - began).toBeLessThan(500)
    expect(new Set(answers.map((answer) => answer.outcome === 'none' && answer.why))).toEqual(new Set(['late']))
    expect(server.asked.length).toBeLessThanOrEqual(5)
  })
})
