import { describe, expect, it } from 'vitest'
import { OfficeForm } from '../../src/conversation/office-form.ts'
import { openFrontOffice, opinionForm } from '../support/front-office.ts'
import { callWith, notStaff } from '../support/office.ts'

const reason = '本人の申出'
const file = {
  members: [{ id: 'abe', name: '阿部　晴', terms: [{ from: '2026-04-01', to: '2027-03-31' }] }],
  staff: [{ id: 'ota', name: '太田　空', posts: [{ post: '主事', from: '2026-04-01' }] }],
  divisions: [],
}
const input = {
  'open-call': {
    ...{ id: '2026-2', name: '令和８年度第２回', form: 'written', approval: true, agenda: ['議題'], documents: [] },
    ...{ deadline: '2026-08-31', asked: ['佐藤 一郎', 'suzuki'] },
  },
  'extend-call': { call: '2026-1', deadline: '2026-08-31T12:00' },
  'close-call': { call: '2026-1' },
  'confirm-account': { account: 'slack:new', person: '伊藤次郎' },
  'hand-over': { from: 'yamada', to: { id: 'abe', name: '阿部　晴' }, day: '2026-09-01' },
  'ask-member': { receipt: 'r8-1', text: '御確認ください', until: '2026-08-31' },
  'erase-submission': { receipt: 'Ｒ８－１', reason, confirmed: true },
  'erase-member': { member: '佐藤一郎', reason, confirmed: true },
}

/** A form of each kind, that staff may carry out in `openBusyOffice`. */
const forms: { readonly [Name in OfficeForm['name']]: OfficeForm } = {
  ...(Object.fromEntries(
    Object.entries(input).map(([name, one]) => [name, OfficeForm.parse({ name, input: one })]),
  ) as Record<keyof typeof input, OfficeForm>),
  'list-calls': { name: 'list-calls' },
  'show-call': { name: 'show-call', call: '2026-1' },
  'import-roster': OfficeForm.parse({ name: 'import-roster', file, accept: true }),
  'list-roster': { name: 'list-roster' },
  'list-erasures': { name: 'list-erasures' },
  'list-undelivered': { name: 'list-undelivered' },
}

async function openBusyOffice() {
  const office = await openFrontOffice()
  const { records, put, fill } = office
  await put(
    records.put('accounts', 'slack:new', {
      ...{ account: 'slack:new', holder: null, claimed: '伊藤', place: 'slack:dm-new', language: 'ja', since: 9 },
    }),
  )
  const { told } = await fill('sato', opinionForm('道路について'))
  expect(told).toEqual([{ kind: 'receipt', receipt: 'R8-001' }])
  return office
}

describe.each(Object.entries(forms))('the form %s', (_, form) => {
  it.each(notStaff)('is refused to %s, and changes nothing', async (who) => {
    await using office = await openBusyOffice()
    const before = await office.stored()

    const { told, text } = await office.fill(who, form)

    expect(told).toEqual([{ kind: 'refused', why: 'not-staff' }])
    expect(text).toContain('事務局の職にある方')
    expect(await office.stored()).toEqual(before)
  })

  it('is refused at the machine too, while staff hold posts', async () => {
    await using office = await openBusyOffice()

    expect((await office.fill('guest', form, { local: 'user' })).told).toEqual([{ kind: 'refused', why: 'not-staff' }])
  })

  it('is carried out for staff once, in words of either language, and told again alike', async () => {
    await using office = await openBusyOffice()

    const first = await office.fill('yamada', form, { id: 'once' })
    const acts = (await office.records.list('acts')).length
    const again = await office.fill('yamada', form, { id: 'once', language: 'en' })

    expect(first.told).toEqual([expect.not.objectContaining({ kind: 'refused' })])
    expect(again.told).toEqual(first.told)
    expect((await office.records.list('acts')).length).toBe(acts)
    expect(first.text).not.toBe('')
    expect(again.text).not.toBe(first.text)
    for (const text of [first.text, again.text]) expect(text).not.toMatch(/undefined|\[object|null/u)
  })

  it('is written into the audit log where it changes something', async () => {
    await using office = await openBusyOffice()
    const before = (await office.records.list('acts')).length

    await office.fill('yamada', form)

    const acts = (await office.records.list('acts')).slice(before).map(({ value }) => value)
    const isView = ['list-calls', 'show-call', 'list-roster', 'list-undelivered', 'list-erasures'].includes(form.name)
    expect(acts).toHaveLength(isView ? 0 : 1)
    for (const act of acts) expect(act.by).toEqual({ kind: 'staff', id: 'yamada', post: '係長' })
  })
})

describe('the roster', () => {
  it.each(['list-roster', 'import-roster'] as const)('may be set up by %s at the machine, by anybody', async (name) => {
    await using office = await openFrontOffice({ empty: true })

    const elsewhere = await office.fill('guest', forms[name])
    const here = await office.fill('guest', forms[name], { local: 'user' })

    expect(elsewhere.told).toEqual([{ kind: 'refused', why: 'not-staff' }])
    expect(here.told).toEqual([expect.not.objectContaining({ kind: 'refused' })])
  })

  it('is left as it is by an import that is not accepted, which says what it would change', async () => {
    await using office = await openBusyOffice()
    const before = await office.stored()

    const { told, text } = await office.fill('yamada', OfficeForm.parse({ name: 'import-roster', file, accept: false }))

    expect(told).toMatchObject([{ kind: 'roster-preview', added: [{ id: 'abe' }, { id: 'ota' }], changed: [] }])
    expect(text).toContain('まだ取り込んでおりません')
    expect(text).toContain('追加　委員：abe／事務局：ota')
    expect(await office.stored()).toEqual(before)
  })

  it('is listed with accounts, terms and posts, and with who waits for confirmation', async () => {
    await using office = await openBusyOffice()

    const { told, text } = await office.fill('yamada', forms['list-roster'])

    expect(told).toMatchObject([
      {
        members: [{ id: 'sato', accounts: ['slack:sato'], inTerm: true }, {}, {}, { id: 'tanaka', inTerm: false }],
        staff: [{ id: 'yamada', onDuty: true }, {}, { id: 'mori', onDuty: false }],
        claims: [{ account: 'slack:new', claimed: '伊藤' }],
      },
    ])
    expect(text).toContain('田中　三郎（tanaka）　委員　令和5年4月1日（土）から令和7年3月31日（月）まで（委嘱期間外）')
    expect(text).toContain('slack:new　「伊藤」と名乗っています')
  })

  it('is not kept in the inbox when it was looked at', async () => {
    await using office = await openBusyOffice()
    await office.fill('yamada', forms['list-roster'], { id: 'look' })

    expect(
      (await office.store.find({ committee: 'sapporo-vision', collection: 'turns', id: 'look' }))?.value,
    ).toMatchObject({ told: [] })
  })
})

describe('a call', () => {
  it('is shown with what each member has answered, who has not, and what did not get there', async () => {
    await using office = await openBusyOffice()
    const { records, put } = office
    await put(records.put('calls', '2026-1', callWith({ form: 'written', approval: true })))
    await office.fill('sato', opinionForm('二つ目', { vote: 'approve' }))
    const times = { from: 0, failures: 0, next: 0, refused: 'お届けする先がありません。' }
    for (const [id, call] of [
      ['a', '2026-1'],
      ['b', '2026-9'],
    ] as const) {
      const news = { kind: 'reminder', call, member: 'ito' } as const
      await put(records.put('outbox', id, { place: 'none:ito', language: 'ja', news, ...times }))
    }

    const { told, text } = await office.fill('yamada', forms['show-call'])

    expect(told).toMatchObject([
      {
        isOpen: true,
        asked: [
          { member: 'sato', answered: 'opinion', vote: 'approve', receipts: ['R8-001', 'R8-002'] },
          { member: 'suzuki', answered: null },
          { member: 'ito', answered: null },
        ],
        undelivered: [{ id: 'a' }],
      },
    ])
    expect(text).toContain('・佐藤　一郎（sato）　提出　承認　R8-001　R8-002')
    expect(text).toContain('未提出（2名）：鈴木　花子（suzuki）、伊藤　次郎（ito）')
    expect(text).toContain('提出期限のお知らせ（2026-1）　宛先：ito（お届け先なし）')
  })

  it('offers the next working day where its deadline lies on a closed one', async () => {
    await using office = await openBusyOffice()
    const form = OfficeForm.parse({ name: 'extend-call', input: { call: '2026-1', deadline: '2026-08-29' } })

    const japanese = await office.fill('yamada', form)
    const english = await office.fill('yamada', form, { language: 'en' })

    expect(japanese.text).toContain('8月29日（土）は閉庁日です。次の開庁日は令和8年8月31日（月）（2026-08-31）です。')
    expect(english.text).toContain('The next working day is Monday 31 August 2026 (2026-08-31)')
  })
})

it('leaves a dialogue where it is: what was offered before an act of the office can still be chosen', async () => {
  await using office = await openBusyOffice()
  const onBehalf = { member: 'sato', means: 'mail', day: '8/20', original: null }
  const before = await office.fill('yamada', opinionForm('代理の文面', { onBehalf, confirmed: false }))

  await office.fill('yamada', forms['list-calls'])
  const { told } = await office.take('yamada', { kind: 'say', text: '1' })

  expect(before.told).toMatchObject([{ kind: 'confirm' }])
  expect(told).toEqual([{ kind: 'receipt', receipt: 'R8-002' }])
})

describe('a reply by form', () => {
  it('goes to the question back that waits, however the receipt is written', async () => {
    await using office = await openBusyOffice()
    await office.fill('yamada', forms['ask-member'])

    const { told } = await office.fill('sato', { name: 'reply', receipt: 'ｒ８－１', text: '国道です' })
    const again = await office.fill('sato', { name: 'reply', receipt: 'R8-001', text: '国道です' })

    expect(told).toEqual([{ kind: 'replied', receipt: 'R8-001', number: 1 }])
    expect((await office.records.find('questions', 'R8-001.1'))?.value.reply?.text).toBe('国道です')
    expect(again.told).toEqual([{ kind: 'refused', why: 'no-question' }])
  })

  it.each(['guest', 'tanaka', 'mori', 'yamada'] as const)(
    'is refused to %s, whose submission it is not',
    async (who) => {
      await using office = await openBusyOffice()
      await office.fill('yamada', forms['ask-member'])

      const { told } = await office.fill(who, { name: 'reply', receipt: 'R8-001', text: '国道です' })

      expect(told).toEqual([{ kind: 'refused', why: 'unknown-receipt' }])
      expect((await office.records.find('questions', 'R8-001.1'))?.value.reply).toBeNull()
    },
  )
})

describe('an opinion by form', () => {
  it('is shown, shown again, and filed from the draft that was shown', async () => {
    await using office = await openBusyOffice()
    const shown = opinionForm('二つ目の文面', { confirmed: false })
    const first = await office.fill('sato', shown)
    const second = await office.fill('sato', shown)
    const other = await office.fill('sato', opinionForm('別の文面', { confirmed: false }))

    const { told } = await office.fill('sato', opinionForm('二つ目の文面'))

    expect(first.told).toEqual([{ kind: 'confirm', first: true }])
    expect(second.told).toEqual([{ kind: 'confirm', first: false }])
    expect(other.told).toEqual([{ kind: 'draft-waits' }, { kind: 'form-not-kept' }])
    expect(told).toEqual([{ kind: 'receipt', receipt: 'R8-002' }])
    expect(await office.records.list('drafts')).toEqual([])
  })

  it('leaves a draft of other words alone', async () => {
    await using office = await openBusyOffice()
    await office.fill('sato', opinionForm('書きかけ', { confirmed: false }))

    await office.fill('sato', opinionForm('別の文面'))

    expect((await office.records.find('drafts', 'slack:sato'))?.value.text).toBe('書きかけ')
  })
})

/** A file of the state folder holds it. */
const words = ['道路について', '国道のこと', '直した文面', '橋のこと']

/** Sato's words wherever they can be: asked, filed, changed, drafted, and as a reply that waits to be confirmed. */
async function openWordyOffice() {
  const office = await openFrontOffice()
  const { take, fill, folder } = office
  await take('sato', { kind: 'say', text: '道路について教えてください' })
  await fill('sato', opinionForm('道路について教えてください'))
  await fill('sato', opinionForm('国道のこと', { edits: 'R8-001' }))
  await fill('yamada', forms['ask-member'])
  await fill('sato', opinionForm('直した文面', { edits: 'R8-001', confirmed: false }))
  await take('sato', { kind: 'action', name: 'stop' })
  await take('sato', { kind: 'say', text: '橋のこと' })
  await fill('suzuki', opinionForm('残る文面', { call: 'standing', confirmed: false }))
  for (const one of words) expect(folder.grep(one)).not.toEqual([])
  return office
}

describe('an erasure', () => {
  it('of a submission takes its drafts and what conversations hold of it off the disk as well', async () => {
    await using office = await openWordyOffice()
    const { fill, folder, records } = office
    const asked = await fill('yamada', forms['erase-submission'])
    const before = folder.grep('直した文面')
    const alone = await fill('yamada', forms['erase-submission'])

    const { told } = await fill('kimura', forms['erase-submission'])

    expect(asked.told).toMatchObject([{ kind: 'erasure-requested', receipt: 'R8-001' }])
    expect(before).not.toEqual([])
    expect(alone.told).toMatchObject([{ kind: 'refused', why: 'another-needed', by: 'yamada' }])
    expect(told).toEqual([{ kind: 'erased', receipt: 'R8-001' }])
    for (const one of words) expect(folder.grep(one)).toEqual([])
    expect((await records.list('drafts')).map(({ value }) => value.text)).toEqual(['残る文面'])
  })

  it('of a member takes his drafts, those for him, and his conversations, asked for by name', async () => {
    await using office = await openWordyOffice()
    const { fill, folder, records } = office
    const onBehalf = { member: 'sato', means: 'mail', day: '8/20', original: null }
    await fill('kimura', opinionForm('代理の文面', { onBehalf, confirmed: false }))
    const asked = await fill('yamada', forms['erase-member'])

    const { told, text } = await fill('kimura', forms['erase-member'])

    expect(asked.told).toMatchObject([{ kind: 'member-erasure-requested', member: 'sato', receipts: ['R8-001'] }])
    expect(told).toEqual([{ kind: 'member-erased', member: 'sato', receipts: ['R8-001'] }])
    expect(text).toContain('R8-001')
    for (const one of [...words, '代理の文面', '佐藤']) expect(folder.grep(one)).toEqual([])
    expect((await records.list('drafts')).map(({ value }) => value.text)).toEqual(['残る文面'])
  })

  it.each([
    ['a reply that waits to be confirmed', 'erase-submission', '橋のこと', true],
    ['a question that was filed as it was asked', 'erase-submission', '道路について', false],
    ['any question of a member who goes', 'erase-member', '河川の整備はいかがですか', false],
  ] as const)('takes %s out of the conversation', async (_, name, said, isAsked) => {
    await using office = await openBusyOffice()
    const { take, fill, folder, store } = office
    if (isAsked) await fill('yamada', forms['ask-member'])
    await take('sato', { kind: 'say', text: said })
    await store.compact()
    const before = folder.grep(said)

    await fill('yamada', forms[name])
    await fill('kimura', forms[name])

    expect(before).not.toEqual([])
    expect(folder.grep(said)).toEqual([])
  })

  it('of a member whose name others have is refused with their ids', async () => {
    await using office = await openBusyOffice()
    const { records, put, fill } = office
    const sato = (await records.find('members', 'sato'))?.value ?? expect.unreachable()
    await put(records.put('members', 'sato-2', { ...sato, id: 'sato-2' }))

    const { told } = await fill('yamada', forms['erase-member'])

    expect(told).toEqual([
      { kind: 'refused', why: 'ambiguous-member', name: '佐藤一郎', candidates: ['sato', 'sato-2'] },
    ])
  })

  it('forgets the question of who erases, where it stands in the words', async () => {
    await using office = await openBusyOffice()
    const { take, fill, folder } = office
    await take('kimura', { kind: 'say', text: '道路について' })
    await fill('yamada', forms['erase-submission'])

    await fill('kimura', forms['erase-submission'])

    expect(folder.grep('道路について')).toEqual([])
  })
})
