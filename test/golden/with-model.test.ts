import { describe, expect, it } from 'vitest'
import { faultsOf } from '../../src/commands/score-answer.ts'
import { type Advised, adviseTurn } from '../../src/conversation/advise.ts'
import { answerMessage } from '../../src/conversation/answer-message.ts'
import { answerTurn } from '../../src/conversation/answer-turn.ts'
import { modelForTurn } from '../../src/conversation/model-for-turn.ts'
import { messageText } from '../../src/platforms/terminal/message-lines.ts'
import type { ModelUse } from '../../src/ports.ts'
import type { Advice } from '../../src/questions/advice.ts'
import { type Memory, noMemory } from '../../src/questions/memory.ts'
import { recallReply } from '../../src/questions/remember.ts'
import { say } from '../support/converse.ts'
import { fakeModel, handedOut, type Says } from '../support/fake-models.ts'
import { readGolden } from '../support/golden.ts'
import { type HostileModel, openHostileModel } from '../support/hostile-model.ts'
import { hostile, others, silent } from '../support/hostile-says.ts'
import { languageModelAt } from '../support/language-model.ts'
import { prepareSapporo } from '../support/sapporo.ts'

const prepared = prepareSapporo()
const golden = readGolden('sample', 'blind', 'later', 'open')

type Golden = (typeof golden)[number]

/** A question in its conversation, with its answer without a model. */
const asked = golden.map((question) => {
  const memory = (question.context ?? []).reduce<Memory>(
    (before, { role, text }) =>
      role === 'user' ? say(prepared, text, before).memory : recallReply(prepared, text, before),
    noMemory,
  )
  return { question, memory, plain: say(prepared, question.question, memory) }
})
const doubtful = asked.filter(({ plain }) => plain.doubt !== null)

async function askWith(use: ModelUse, { question, memory }: (typeof asked)[number]): Promise<Advised> {
  const turn = { did: { kind: 'say', text: question.question }, language: undefined } as const
  return await adviseTurn(turn, prepared, memory, use, { person: 'slack:U1', seed: question.id })
}

function faults(question: Golden, { answer }: Pick<Advised, 'answer'>): readonly string[] {
  const { outcome, projects, citations } = answer
  const text = messageText(answerMessage(answer, prepared.record))
  return faultsOf(question, { outcome, text, projects, citations }, prepared)
}

const bare = (text: string) => text.normalize('NFKC').replace(/\s+/gu, '').toLowerCase()

/** Points at what has the words that a right answer must show, and at nothing where the record has none. */
function wellBehaved({ expect: { all = [], outcome } }: Golden): Says {
  const answers = (text: string) => all.some((group) => group.some((phrase) => bare(text).includes(bare(phrase))))
  return {
    understand: () => silent,
    point: (variables) => {
      const ids = handedOut(variables).flatMap(({ id, text }) => (outcome === undefined && answers(text) ? [id] : []))
      return { passages: ids, extent: ids.length > 0 ? 'wholly' : 'not' }
    },
  }
}

describe('the golden questions with a model', () => {
  it('cost no call where structure has decided or the search is sure, and no advice changes them', async () => {
    const sure = asked.filter(({ plain }) => plain.doubt === null)
    const { use, calls } = fakeModel(hostile['points at everything'] as Says)
    const everything = prepared.passages.map(({ passage }) => passage.key)
    const advice: Advice = {
      understood: { words: [...others], cues: ['rating', 'list'], continues: true },
      pointed: { passages: everything, extent: 'wholly' },
    }

    const changed = []
    for (const one of sure) {
      const { answer } = await askWith(use, one)
      const forced = answerTurn(
        { did: { kind: 'say', text: one.question.question }, language: undefined, advice },
        prepared,
        one.memory,
      )
      for (const other of [answer, forced.answer])
        if (JSON.stringify(other) !== JSON.stringify(one.plain.answer)) changed.push(one.question.id)
    }

    expect(calls).toEqual([])
    expect(changed).toEqual([])
    expect(doubtful.length).toBeLessThan(0.06 * golden.length)
    expect(doubtful.some(({ plain }) => plain.answer.outcome === 'corrected')).toBe(false)
  }, 240_000)

  it('are answered no worse by a well-behaved one, and some better', async () => {
    const right: string[] = []
    const worse: string[] = []
    for (const one of doubtful) {
      const before = faults(one.question, one.plain)
      const after = faults(one.question, await askWith(fakeModel(wellBehaved(one.question)).use, one))
      if (after.length > before.length) worse.push(`${one.question.id}: ${after.join('; ')}`)
      if (before.length > 0 && after.length === 0) right.push(one.question.id)
    }

    expect(worse).toEqual([])
    expect(right).toEqual(expect.arrayContaining(['i014', 'm023']))
  }, 120_000)

  it.each(Object.entries(hostile))(
    'lose nothing, and get nothing invented or changed, by one that %s',
    async (_, says) => {
      const wrong: string[] = []
      for (const one of doubtful) {
        const { question, plain } = one
        const advised = await askWith(fakeModel(says).use, one)
        wrong.push(...wrongIn(question, plain, advised).map((fault) => `${question.id}: ${fault}`))
      }

      expect(wrong).toEqual([])
    },
    120_000,
  )
})

/** What a model must not do to an answer. */
function wrongIn(question: Golden, plain: Pick<Advised, 'answer'>, { answer }: Advised): readonly string[] {
  const { record } = prepared
  const wasFound = plain.answer.citations.length > 0
  const isRight = faults(question, plain).length === 0
  const isLost = wasFound && (answer.citations.length === 0 || (isRight && faults(question, { answer }).length > 0))
  const stated = answer.finding.kind === 'ratings' ? answer.finding.ratings : []
  return [
    ...faults(question, { answer }).filter((fault) => fault.startsWith('fabricated')),
    ...(isLost ? ['an answer is lost'] : []),
    ...(answer.outcome === 'corrected' && plain.answer.outcome !== 'corrected' ? ['a premise is corrected'] : []),
    ...(answer.outcome === 'answered' && !wasFound ? ['it is put forward as the answer'] : []),
    ...(stated.some((rating) => !record.ratings.includes(rating)) ? ['a rating is changed'] : []),
    ...(JSON.stringify(answer.unknown) === JSON.stringify(plain.answer.unknown) ? [] : ['a number is changed']),
  ]
}

/** Questions in words that the record does not have, what a well-behaved model says of them, and what a right answer shows. */
const vague = [
  [
    '子どもを預ける施設で働く人を集める催しに何人くらい来たの',
    ['就職説明会', '保育士', '来場'],
    [],
    '求職者94人が来場',
  ],
  [
    '障がいのある子を家でみている親が一息つける取組は必要ですか',
    ['医療的ケア児レスパイト事業', '休息'],
    [],
    '24時間常時介護',
  ],
  [
    '二酸化炭素を減らす取組がうまくいかなかったのはどうして',
    ['脱炭素に向けた取組の推進'],
    ['reason'],
    '脱炭素を主とした内容ではなかった',
  ],
  [
    '地元の野菜やお菓子を売る場を設けてはどうかという声',
    ['展示販売', '特産物'],
    ['opinions'],
    '展示販売することを是非実現',
  ],
  ['役所の若手を他の自治体に送って学ばせる案', ['職員研修', '人材育成'], ['opinions'], '別の地域の取り組み'],
  ['半導体工場の効果', ['ラピダス', '波及'], [], '種々の産業・分野に波及'],
  ['helping firms when quakes strike', ['災害', '協定', '民間企業'], [], '災害時の具体的な対応を想定した協定'],
  ['selling local veggies at an event', ['展示販売', '農水産物'], [], '特産物（農水産物、加工品、お酒等）'],
] as const

describe('a question in words that the record does not have', () => {
  it.each(vague)('is not found without a model, and found with one: %s', async (question, words, cues, shows) => {
    const turn = { did: { kind: 'say', text: question }, language: undefined } as const
    const { use } = fakeModel({ understand: () => ({ words, cues, continues: false }) })

    const plain = answerTurn(turn, prepared, noMemory)
    const { answer } = await adviseTurn(turn, prepared, noMemory, use, { person: 'slack:U1', seed: 't1' })
    const text = messageText(answerMessage(answer, prepared.record))

    expect(plain.answer.citations).toEqual([])
    expect(text).toContain(shows)
    for (const word of answer.readAs ?? []) expect(text).toContain(`「${word}」`)
    expect(answer.outcome).toBe('partial')
  })

  it.each(vague)('finds nothing where a model names what the record does not have: %s', async (question) => {
    const turn = { did: { kind: 'say', text: question }, language: undefined } as const
    const { use } = fakeModel({
      understand: () => ({ words: ['味噌ラーメン', '人工知能'], cues: [], continues: false }),
    })

    const { answer } = await adviseTurn(turn, prepared, noMemory, use, { person: 'slack:U1', seed: 't1' })

    expect(answer).toEqual(answerTurn(turn, prepared, noMemory).answer)
  })
})

describe('what was found thinly', () => {
  const turn = { did: { kind: 'say', text: 'daycare worker hiring event turnout' }, language: undefined } as const
  const plain = answerTurn(turn, prepared, noMemory)
  const askedWith = async (point: Says['point'] & {}) =>
    await adviseTurn(turn, prepared, noMemory, fakeModel({ point }).use, { person: 'slack:U1', seed: 't1' })

  it('is taken back where a model says that nothing answers, and shown still as what stands nearest', async () => {
    const { answer } = await askedWith(() => ({ passages: [], extent: 'not' }))

    expect(plain.doubt?.kind).toBe('thin')
    expect(answer.outcome).toBe('not-in-record')
    expect(answer.nearest.map(({ passage }) => passage)).toEqual(
      expect.arrayContaining(plain.answer.citations.slice(0, 1).map(({ passage }) => passage)),
    )
  })

  it.each([
    [
      'points at it',
      (given: Readonly<Record<string, string>>) => ({
        passages: handedOut(given).map(({ id }) => id),
        extent: 'wholly',
      }),
    ],
    [
      'contradicts itself',
      (given: Readonly<Record<string, string>>) => ({ passages: handedOut(given).map(({ id }) => id), extent: 'not' }),
    ],
    ['says wholly and points at nothing', () => ({ passages: [], extent: 'wholly' })],
    ['says nothing', () => null],
  ])('stands where a model %s', async (_, point) => {
    expect((await askedWith(point)).answer).toEqual(plain.answer)
  })
})

describe('the time that an answer takes', () => {
  const patience = 400
  const [doubted] = doubtful.filter(
    ({ plain }) => plain.doubt?.kind === 'unfound' && plain.doubt.candidates().length > 0,
  )

  async function timed(use: ModelUse) {
    if (doubted === undefined) throw new Error('no question is in doubt')
    const start = performance.now()
    const advised = await askWith(modelForTurn(use), doubted)
    return { advised, took: performance.now() - start }
  }

  it.each([
    ['never answers', { ask: () => new Promise<never>(() => {}) }],
    ['throws', { ask: () => Promise.reject(new Error('broken')) }],
  ])('is that of the limit and 200 ms at most where a model %s; the answer is as without one', async (_, model) => {
    const { advised, took } = await timed({ ...fakeModel({}).use, model, patience })

    expect(took).toBeLessThan(patience + 200)
    expect(advised.answer).toEqual(doubted?.plain.answer)
  })

  it.each([
    'silent',
    'stalled-stream',
    'endless-stream',
    'slow-drip',
    'huge-text',
    'nothing',
    'broken-json',
    'giant-headers',
  ] as const)(
    'is that of the limit and 200 ms at most where an endpoint is %s',
    async (behaviour) => {
      await using endpoint: HostileModel = await openHostileModel({ behaviour })
      const { model } = languageModelAt({ url: endpoint.url, patience })
      // The SDK is loaded while the bot starts, not within an answer.
      await timed({ ...fakeModel({}).use, model, patience: 2000 })

      const { advised, took } = await timed({ ...fakeModel({}).use, model, patience })

      expect(took).toBeLessThan(patience + 200)
      expect(advised.answer).toEqual(doubted?.plain.answer)
      expect(endpoint.asked.length).toBeGreaterThan(0)
    },
    20_000,
  )
})

describe('the golden questions with the real adapter', () => {
  it.each([
    'wrong-order',
    'every-id-twice',
    'other-language',
    'leaks-prompt',
    'contradicts-itself',
    'gives-orders',
  ] as const)(
    'lose nothing, and get nothing invented or changed, by an endpoint with %s',
    async (behaviour) => {
      await using endpoint: HostileModel = await openHostileModel({ behaviour })
      const { model } = languageModelAt({ url: endpoint.url })
      const some = doubtful.filter(({ plain }) => (plain.doubt?.candidates().length ?? 0) > 0)

      const wrong: string[] = []
      for (const one of some) {
        const advised = await askWith({ ...fakeModel({}).use, model }, one)
        wrong.push(...wrongIn(one.question, one.plain, advised).map((fault) => `${one.question.id}: ${fault}`))
      }

      expect(wrong).toEqual([])
      expect(endpoint.asked.length).toBeGreaterThanOrEqual(some.length)
    },
    120_000,
  )
})
