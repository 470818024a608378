import { describe, expect, it } from 'vitest'
import type { OpinionForm } from '../../src/conversation/turn.ts'
import { openFrontOffice, opinionForm } from '../support/front-office.ts'

const form = (text: string, change: Partial<OpinionForm> = {}) =>
  opinionForm(text, { confirmed: false, draft: 'd1', ...change })
const left = (text: string | null, change: Partial<OpinionForm> = {}): OpinionForm => ({
  ...form('', { call: null, keep: true, ...change }),
  text,
})
const kinds = (told: readonly { readonly kind: string }[]) => told.map(({ kind }) => kind)

describe('a form that names its draft', () => {
  it('takes the place of what it was before, and is filed once', async () => {
    await using office = await openFrontOffice()
    const { records } = office

    const first = await office.fill('sato', form('初めの文です。', { subject: 'agenda:1' }))
    const second = await office.fill('sato', form('次の文です。', { subject: 'whole', printName: true }))
    const drafts = await records.list('drafts')
    const filed = await office.take('sato', { kind: 'action', name: 'file', about: 'd1' })
    const again = await office.fill('sato', form('また次の文です。'))

    expect([kinds(first.told), kinds(second.told), kinds(filed.told)]).toEqual([['confirm'], ['confirm'], ['receipt']])
    expect(drafts.map(({ value }) => value)).toMatchObject([{ id: 'd1', text: '次の文です。', printName: true }])
    expect(again.told).toEqual([{ kind: 'receipt', receipt: 'R8-001' }])
    expect(await records.list('drafts')).toEqual([])
    expect((await records.list('submissions')).length).toBe(1)
  })

  it('shows what may be worth a second look again once the text is another', async () => {
    await using office = await openFrontOffice()

    const told = []
    for (const text of ['電話は090-1234-5678です。', '電話は090-1234-5678です。', '電話は090-8765-4321です。'])
      told.push((await office.fill('sato', form(text))).told[0])

    expect(told).toEqual([true, false, true].map((first) => ({ kind: 'confirm', first })))
  })

  it("takes no other draft's place", async () => {
    await using office = await openFrontOffice()
    await office.fill('sato', form('先の文です。'))

    const other = await office.fill('sato', form('別の文です。', { draft: 'd2' }))
    const leftOther = await office.fill('sato', left('別の文です。', { draft: 'd2' }))

    expect(kinds(other.told)).toEqual(['draft-waits', 'form-not-kept'])
    expect(kinds(leftOther.told)).toEqual(['draft-waits', 'form-not-kept'])
    expect((await office.records.find('drafts', 'slack:sato'))?.value).toMatchObject({ id: 'd1', text: '先の文です。' })
  })

  it('tells nobody of what another has filed from a draft of that name', async () => {
    await using office = await openFrontOffice()
    await office.fill('sato', form('佐藤の文です。'))
    await office.take('sato', { kind: 'action', name: 'file', about: 'd1' })

    const told = await office.fill('guest', form('別の人の文です。'))

    expect(kinds(told.told)).toEqual(['confirm'])
    expect(told.text).not.toContain('R8-001')
  })

  it('edits what was filed, step by step', async () => {
    await using office = await openFrontOffice()
    await office.fill('sato', form('初めの文です。'))
    await office.take('sato', { kind: 'action', name: 'file', about: 'd1' })

    await office.fill('sato', form('直す途中です。', { draft: 'd2', edits: 'R8-001', call: null }))
    await office.fill('sato', form('直しました。', { draft: 'd2', call: null }))
    const told = await office.take('sato', { kind: 'action', name: 'file', about: 'd2' })

    expect(told.told).toEqual([{ kind: 'edited', receipt: 'R8-001' }])
    expect((await office.records.find('versions', 'R8-001.2'))?.value.text).toBe('直しました。')
  })
})

describe('a form that was left', () => {
  it('is kept as far as it is filled in, and words are not taken for it', async () => {
    await using office = await openFrontOffice()

    const told = await office.fill('sato', left('途中です', { call: '2026-1', subject: 'agenda:1', printName: true }))
    const asked = await office.take('sato', { kind: 'say', text: 'No.34の評価は' })
    const on = await office.take('sato', { kind: 'say', text: '続き' })

    expect(kinds(told.told)).toEqual(['draft-kept'])
    expect((await office.records.find('drafts', 'slack:sato'))?.value).toMatchObject({
      ...{ id: 'd1', text: '途中です', textDone: false, call: '2026-1', printName: true },
      subject: { kind: 'agenda', number: 1 },
    })
    expect(kinds(asked.told)).toEqual(['answer', 'draft-aside'])
    expect(on.text).toContain('途中です')
  })

  it('keeps what was confirmed as it was where no fields were sent', async () => {
    await using office = await openFrontOffice()
    await office.fill('sato', form('確かめた文です。'))

    const told = await office.fill('sato', left(null))

    expect(kinds(told.told)).toEqual(['draft-kept'])
    expect((await office.records.find('drafts', 'slack:sato'))?.value).toMatchObject({
      ...{ text: '確かめた文です。', textDone: true, paused: true },
    })
    const on = await office.take('sato', { kind: 'say', text: '続き' })
    expect(kinds(on.told)).toEqual(['confirm'])
  })

  it.each([
    ['without a text', '', {}],
    ['with nothing but spaces', ' \n　', {}],
    ['without any field', null, {}],
    ['with what was filed as it stands', '提出した文です。', { draft: 'd2', edits: 'R8-001' }],
    ['after it was filed', '提出した文です。', { draft: 'd0' }],
  ])('keeps nothing and says nothing %s', async (_, text, change) => {
    await using office = await openFrontOffice()
    await office.fill('sato', form('提出した文です。', { draft: 'd0' }))
    await office.take('sato', { kind: 'action', name: 'file', about: 'd0' })

    const told = await office.fill('sato', left(text, change))

    expect(told.told).toEqual([])
    expect(await office.records.list('drafts')).toEqual([])
  })

  it('is not kept where it is longer than a draft may be, and what was kept stays', async () => {
    await using office = await openFrontOffice()
    await office.fill('sato', form('短い文です。'))

    const told = await office.fill('sato', left('長'.repeat(50_001)))

    expect(kinds(told.told)).toEqual(['form-not-kept'])
    expect((await office.records.find('drafts', 'slack:sato'))?.value.text).toBe('短い文です。')
  })

  it('keeps no call that is not open to its writer, and nothing said on behalf but by staff', async () => {
    await using office = await openFrontOffice()
    const onBehalf = { member: 'suzuki', means: 'telephone', day: '2026-08-19', original: null }

    await office.fill('sato', left('途中です', { call: '2025-1', onBehalf }))
    await office.fill('yamada', left('お電話です', { call: '2026-1', onBehalf: { ...onBehalf, day: 'きのう' } }))

    expect((await office.records.find('drafts', 'slack:sato'))?.value).toMatchObject({ call: null, onBehalf: null })
    expect((await office.records.find('drafts', 'slack:yamada'))?.value).toMatchObject({
      ...{ call: '2026-1', onBehalf: { member: 'suzuki', means: 'telephone', day: null } },
    })
  })
})

describe('what a form or a button asks in one go', () => {
  it('begins a draft for the call of the button, as long as that is open', async () => {
    await using office = await openFrontOffice()

    const begun = await office.take('sato', { kind: 'action', name: 'opinion', about: '2026-1' })
    await office.take('sato', { kind: 'action', name: 'discard' })
    const closed = await office.take('sato', { kind: 'action', name: 'opinion', about: '2025-1' })

    expect(begun.told).toEqual([{ kind: 'part', part: 'subject' }])
    expect(closed.told).toEqual([{ kind: 'part', part: 'call' }])
  })

  it('answers a question though words would be taken for a draft, and forgets nothing', async () => {
    await using office = await openFrontOffice()
    await office.take('sato', { kind: 'action', name: 'opinion' })

    const asked = await office.take('sato', { kind: 'say', text: 'No.34はなぜ×ですか', asks: true })
    const word = await office.take('sato', { kind: 'say', text: '意見なし', asks: true })

    expect(kinds(asked.told)).toEqual(['answer', 'draft-aside'])
    expect(kinds(word.told)).toContain('answer')
    expect(await office.records.list('submissions')).toEqual([])
    expect((await office.records.find('drafts', 'slack:sato'))?.value.text).toBe('')
  })

  it('takes a name for the roster, and says which it does not take', async () => {
    await using office = await openFrontOffice()

    const empty = await office.fill('guest', { name: 'claim', who: ' ' })
    const claimed = await office.fill('guest', { name: 'claim', who: '田中　三郎' })

    expect(empty.told).toMatchObject([{ kind: 'refused', why: 'name-empty' }])
    expect(kinds(claimed.told)).toEqual(['account-claimed'])
    expect((await office.records.find('accounts', 'slack:guest'))?.value).toMatchObject({
      claimed: '田中　三郎',
      holder: null,
    })
  })

  it('shows what was asked back where a reply is begun without a text', async () => {
    await using office = await openFrontOffice()
    await office.fill('sato', form('駅の文です。', { confirmed: true }))
    await office.fill('yamada', {
      name: 'ask-member',
      input: { receipt: 'R8-001', text: 'どの駅ですか。', until: null },
    })

    const told = await office.take('sato', { kind: 'action', name: 'reply', about: 'R8-001' })

    expect(told.text).toContain('どの駅ですか。')
    expect((await office.records.find('questions', 'R8-001.1'))?.value.reply).toBeNull()
  })
})
