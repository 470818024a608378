import { describe, expect, it } from 'vitest'
import { adviseTurn } from '../../src/conversation/advise.ts'
import { answerIdOf } from '../../src/conversation/answer-id.ts'
import { outcomeMessage } from '../../src/conversation/outcome-reply.ts'
import { sweep } from '../../src/conversation/sweep.ts'
import { turnReplyMessage } from '../../src/conversation/turn-reply.ts'
import { messageText } from '../../src/platforms/terminal/message-lines.ts'
import { noMemory } from '../../src/questions/memory.ts'
import { fakeModel, handedOut } from '../support/fake-models.ts'
import { openFrontOffice } from '../support/front-office.ts'
import { overtake } from '../support/overtake.ts'
import { prepareSapporo } from '../support/sapporo.ts'

/** Not found without a model. */
const vague = '二酸化炭素を減らす取組がうまくいかなかったのはどうして'
const understood = { words: ['脱炭素に向けた取組の推進'], cues: ['reason'], continues: false }
const reason = '脱炭素を主とした内容ではなかった'
const day = 24 * 60 * 60 * 1000

/** A model that understands once and then says otherwise: whoever asks it again is found out. */
function openModel(use?: Parameters<typeof fakeModel>[1]) {
  let asked = 0
  return fakeModel({ understand: () => (asked++ === 0 ? understood : { ...understood, words: ['ラピダス'] }) }, use)
}

const say = (text: string) => ({ kind: 'say', text }) as const

describe('a turn whose answer is in doubt', () => {
  it('is answered with a model, says so, and keeps how it was answered without what was asked and by whom', async () => {
    const { use, calls } = openModel()
    await using office = await openFrontOffice({ model: use })

    const { text } = await office.take('sato', say(vague), { id: 'q1' })
    const kept = (await office.records.find('answers', answerIdOf('q1')))?.value

    expect(text).toContain(reason)
    expect(text).toContain('お答えの箇所を探すのに、言語モデルを使いました。資料の文言は、原文のままです。')
    expect(calls.map(({ job }) => job)).toEqual(['understand'])
    expect(kept).toMatchObject({
      ...{ outcome: 'partial', record: office.shelf.reviewed.record.version, passages: ['2024-2-annex/r3-a1'] },
      advice: { understood: { words: ['脱炭素に向けた取組の推進'] } },
      calls: [{ job: 'understand', prompt: { id: 'understand', version: '1', language: 'ja' }, model: 'fake' }],
    })
    for (const secret of ['二酸化炭素', 'sato', 'slack:']) expect(JSON.stringify(kept)).not.toContain(secret)
  })

  it('is answered as without one where no model is there, and keeps that too', async () => {
    await using plain = await openFrontOffice()
    await using silent = await openFrontOffice({ model: fakeModel({}).use })

    const without = await plain.take('sato', say(vague), { id: 'q1' })
    const late = await silent.take('sato', say(vague), { id: 'q1' })

    expect(late.text).toBe(without.text)
    expect((await plain.records.find('answers', answerIdOf('q1')))?.value).toMatchObject({ advice: null, calls: [] })
  })

  it('told again is the same, and the model is not asked again', async () => {
    const { use, calls } = openModel()
    await using office = await openFrontOffice({ model: use })

    const first = await office.take('sato', say(vague), { id: 'q1' })
    const again = await office.take('sato', say(vague), { id: 'q1' })

    expect(again.text).toBe(first.text)
    expect(calls.length).toBe(1)
  })

  it('that is overtaken is decided again with what the model has said already', async () => {
    const { use, calls } = openModel()
    const overtaking = overtake(2)
    await using office = await openFrontOffice({ model: use, through: overtaking.through })

    const { text } = await office.take('sato', say(vague))

    expect(overtaking.settled()).toBe(3)
    expect(text).toContain(reason)
    expect(calls.length).toBe(1)
  })

  it('that waited in the inbox is answered without a model, and so is one that is only looked at', async () => {
    const { use, calls } = openModel()
    await using office = await openFrontOffice({ model: use })
    const turn = {
      ...{ id: 'q1', committee: office.records.committee, person: 'slack:sato', conversation: 'slack:dm-sato' },
      ...{ place: 'slack:dm-sato', did: say(vague) },
    }

    const looked = await office.desk.look(turn)
    await office.desk.receive(turn)
    await office.desk.recover()
    const told = await office.desk.take(turn)

    expect(calls).toEqual([])
    for (const outcome of [looked, told])
      expect(outcome?.told).toMatchObject([{ kind: 'answer', answer: { outcome: 'not-in-record' } }])
  })

  it('is posted after a restart as it was found, without asking again', async () => {
    const { use, calls } = openModel()
    await using office = await openFrontOffice({ model: use })

    const outcome = await office.take('sato', say(vague), { id: 'q1', answerAt: 'slack:C1' })
    const notice = (await office.records.find('outbox', 'reply/q1'))?.value
    const posted = await turnReplyMessage(notice?.reply ?? {}, office.base, office.folder.clock.now())

    expect(posted).toEqual(await outcomeMessage(outcome, office.base))
    expect(posted?.advised).toBe(true)
    expect(calls.length).toBe(1)
  })

  it.each([
    '二酸化炭素を減らす取組を、もっと増やしてほしい。',
    '私は、雪の多い地域では高齢者の通院が難しいと感じています。',
    '公用車は、圏域の全ての市町村で電気自動車にするべきである',
    'I think the city should build more parks for children.',
  ])('that states an opinion outside a draft shows it to no model that may not see opinions: %s', async (opinion) => {
    const [blind, seeing] = [openModel(), openModel({ maySeeOpinions: true })]
    await using office = await openFrontOffice({ model: blind.use })
    await using open = await openFrontOffice({ model: seeing.use })

    const { told } = await office.take('sato', say(opinion))
    await open.take('sato', say(opinion))

    expect(told).toMatchObject([{ kind: 'answer' }])
    expect([blind.calls.length, seeing.calls.length > 0]).toEqual([0, true])
  })

  it.each(['二酸化炭素を減らす取組について知りたい', '二酸化炭素の取組', 'Tell me about snow removal.'])(
    'that asks without a question mark may be shown to one: %s',
    async (question) => {
      const { use, calls } = openModel()
      await using office = await openFrontOffice({ model: use })

      await office.take('sato', say(question))

      expect(calls.length).toBeGreaterThan(0)
    },
  )

  it('among people who have not asked the bot, asks no model', async () => {
    const { use, calls } = openModel()
    await using office = await openFrontOffice({ model: use })

    const { told } = await office.take('sato', say(`${vague}？`), { overheard: true, unasked: true })
    const asked = await office.take('sato', say(`${vague}？`), { overheard: true })

    expect(told).toMatchObject([{ answer: { outcome: 'not-in-record' } }])
    expect(asked.told).toMatchObject([{ answer: { outcome: 'partial' } }])
    expect(calls.length).toBe(1)
  })
})

describe('what a model is shown', () => {
  const before = prepareSapporo()
  const shared = prepareSapporo((reviewed) => ({
    ...reviewed,
    documents: reviewed.documents.map((source) => ({
      ...source,
      reviewed: { ...source.reviewed, document: { ...source.reviewed.document, release: { published: null } } },
    })),
  }))
  const turn = { did: say('保育士の就職説明会、きた求識者はなん人？'), language: undefined } as const
  const memory = { ...noMemory, passages: ['2024-2-annex/r3-a1'], projects: ['2024-2-annex/34'] }
  const ask = async (prepared: typeof before, maySeeOpinions: boolean) => {
    const { use, calls } = fakeModel(
      { understand: () => ({ words: [], cues: [], continues: false }), point: () => ({ passages: [], extent: 'not' }) },
      { maySeeOpinions },
    )
    await adviseTurn(turn, prepared, memory, use, { person: 'slack:sato', seed: 'q1' })
    return calls
  }

  it('is the question and passages under ids of this once, never whose it is', async () => {
    const [, point] = await ask(before, false)
    const other = fakeModel({ point: () => null })
    await adviseTurn(turn, before, noMemory, other.use, { person: 'slack:sato', seed: 'q2' })

    const passages = handedOut(point?.variables ?? {})
    const elsewhere = handedOut(other.calls.at(-1)?.variables ?? {})
    expect(passages.length).toBeGreaterThan(0)
    expect(JSON.stringify(point?.variables)).not.toMatch(/2024-2-annex|sato|slack/u)
    expect(passages.map(({ text }) => text).toSorted()).toEqual(elsewhere.map(({ text }) => text).toSorted())
    expect(passages.filter(({ id }) => elsewhere.some((one) => one.id === id))).toEqual([])
  })

  it('is nothing that is not published, unless the operator says so', async () => {
    const hidden = await ask(shared, false)
    const shown = await ask(shared, true)

    expect(hidden.map(({ job }) => job)).toEqual(['understand'])
    expect(hidden[0]?.variables).toMatchObject({ before: '' })
    expect(shown.map(({ job }) => job)).toEqual(['understand', 'point'])
    expect(shown[0]?.variables).toMatchObject({ before: expect.stringContaining('脱炭素') })
  })
})

describe('how an answer was made', () => {
  const explain = (answer: string) => ({ kind: 'form', form: { name: 'explain', answer } }) as const

  it('is told to whoever asked by a word, and by a press where a model took part', async () => {
    await using office = await openFrontOffice({ model: openModel().use })
    const before = await office.take('sato', say('この回答について'))
    await office.take('sato', say('No.34はなぜ×ですか'))
    const byRules = await office.take('sato', say('この回答について'))
    const outcome = await office.take('sato', say(vague), { id: 'q9' })
    const { offers = [] } = await outcomeMessage(outcome, office.base)
    const pressed = await office.take('sato', { kind: 'action', ...(offers[0]?.action ?? { name: 'ask' }) })

    expect(before.text).toBe('お示しするお答えがまだありません。先にお尋ねをお送りください。')
    expect(byRules.text).toContain('言語モデルの答えは用いていません')
    expect(byRules.text).toContain('令和６年度第２回 別紙 1ページ 上から3つ目の欄（右）')
    expect(offers.map(({ label }) => label)).toEqual(['この回答について'])
    expect(pressed.text).toContain(answerIdOf('q9'))
    expect(pressed.text).toContain('読み取りに、言語モデルを使いました')
    expect(pressed.text).toContain('fake、指示文 understand 第1版（日本語）、temperature 0')
    expect(pressed.text).toContain(office.shelf.reviewed.record.version)
  })

  it('is told in English to whoever asks in English', async () => {
    await using office = await openFrontOffice()
    await office.take('sato', say('Why was No.34 rated ×?'), { language: 'en' })

    const { text } = await office.take('sato', say('about this answer'), { language: 'en' })

    expect(text).toContain('nothing that a language model said is in it')
    expect(text).not.toMatch(/お答え|資料の版/u)
  })

  it('is told by its number to staff and at the machine, to nobody else', async () => {
    await using office = await openFrontOffice()
    await office.take('sato', say('No.34はなぜ×ですか'), { id: 'q1' })
    const said = answerIdOf('q1').replaceAll('-', '').toLowerCase()

    const staff = await office.fill('yamada', explain(said).form)
    const operator = await office.take('nobody', explain(said), { local: 'root' })
    const member = await office.fill('sato', explain(said).form)
    const stranger = await office.fill('nobody', explain(said).form)

    expect(staff.text).toContain(answerIdOf('q1'))
    expect(operator.text).toContain(answerIdOf('q1'))
    expect(member.told).toEqual([{ kind: 'refused', why: 'not-staff' }])
    expect(stranger.told).toEqual([{ kind: 'refused', why: 'not-staff' }])
  })

  it('is kept for 30 days', async () => {
    await using office = await openFrontOffice()
    await office.take('sato', say('No.34はなぜ×ですか'), { id: 'q1' })
    const kept = async () => (await office.records.find('answers', answerIdOf('q1'))) !== undefined

    office.folder.clock.pass(30 * day)
    await sweep(office.store, office.records, office.folder.clock.now())
    const then = await kept()
    office.folder.clock.pass(day)
    await sweep(office.store, office.records, office.folder.clock.now())

    expect([then, await kept()]).toEqual([true, false])
    expect((await office.fill('yamada', explain(answerIdOf('q1')).form)).told).toEqual([
      { kind: 'not-explained', why: 'not-kept' },
    ])
  })

  it('that others have read is told alone to whoever asks for it', async () => {
    await using office = await openFrontOffice()
    const there = { conversation: 'slack:C1/1', overheard: true } as const
    await office.take('sato', say('No.34はなぜ×ですか'), { ...there, id: 'q1' })
    await office.take('sato', say('意見'))

    const heard = await office.take('sato', say('この回答について'), there)
    if (heard.next === null) throw new Error('it does not go on')
    const { told } = await office.desk.take(heard.next)

    expect(heard.told).toEqual([{ kind: 'goes-direct' }])
    expect(told).toEqual([{ kind: 'explained', id: answerIdOf('q1') }])
  })

  it('leaves a dialogue as it is', async () => {
    await using office = await openFrontOffice()
    await office.take('sato', say('No.34はなぜ×ですか'))
    await office.take('sato', say('意見'))

    const explained = await office.take('sato', say('この回答について'))
    const chosen = await office.take('sato', say('1'))

    expect(explained.told).toMatchObject([{ kind: 'explained' }])
    expect(chosen.told).toMatchObject([{ kind: 'part' }])
  })
})

describe('the message', () => {
  it('says that it was found with a model only where it was', async () => {
    await using office = await openFrontOffice({ model: openModel().use })

    const plain = await outcomeMessage(await office.take('sato', say('No.34はなぜ×ですか')), office.base)
    const advised = await outcomeMessage(await office.take('sato', say(vague)), office.base)

    expect([plain.advised, advised.advised]).toEqual([undefined, true])
    expect(messageText(plain)).not.toContain('言語モデル')
  })
})
