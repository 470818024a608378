import { describe, expect, it } from 'vitest'
import type { ReleaseAct } from '../../src/conversation/release-form.ts'
import { momentOf } from '../../src/opinions/day.ts'
import { share } from '../../src/opinions/share.ts'
import { callWith, notStaff } from '../support/office.ts'
import {
  checking as check,
  decree,
  openReadyOffice,
  openReleaseOffice,
  printing as print,
  publishDay,
  publishing,
  shareDay,
  shareStandingTwice,
  sharing,
  undoing,
} from '../support/release-office.ts'

const acts: readonly ReleaseAct[] = [
  { do: 'print', item: 'R8-001-1', text: '別の文' },
  { do: 'check', call: '2026-1', until: '2026-09-25', receipts: [] },
  sharing,
  { ...publishing, day: '2026-09-24' },
  undoing,
  { do: 'show', call: null },
]

describe('an act on a release', () => {
  it.each(acts.flatMap((act) => notStaff.map((who) => [act.do, who, act] as const)))(
    '%s is refused to %s, and changes nothing',
    async (_, who, act) => {
      await using office = await openReadyOffice()
      const before = await office.stored()

      const { told } = await office.act(act, who)

      expect(told).toEqual([{ kind: 'refused', why: 'not-staff' }])
      expect(await office.stored()).toEqual(before)
    },
  )
})

describe('sharing', () => {
  it('puts the opinions into a release in the order of the annex, and all of them to 回答済み', async () => {
    await using office = await openReadyOffice()
    await office.fill('sato', { name: 'list-calls' })

    const { told, text } = await office.act({ ...sharing, names: 'chosen' })

    const at = momentOf(shareDay)
    expect(told).toEqual([
      {
        ...{ kind: 'annex-shared', release: '2026-1', call: '2026-1', submissions: 2, members: 2 },
        ...{ unreached: ['ito'], closed: true, from: at },
      },
    ])
    expect(text).toMatch(/委員2名へお知らせします。\n次の委員には、お届けする先が登録されていません（[^（]*（ito）/u)
    expect((await office.records.find('releases', '2026-1'))?.value).toEqual({
      ...{ id: '2026-1', call: '2026-1', names: 'chosen', receipts: ['R8-001', 'R8-002'], published: null },
      shared: { ...decree, by: 'yamada', at },
    })
    expect(await office.stages()).toEqual({ 'R8-001': 'answered', 'R8-002': 'answered' })
  })

  it('closes a call that is past its deadline, and says so', async () => {
    await using office = await openReadyOffice()

    const { text } = await office.act(sharing)

    expect(text).toContain('提出期限を過ぎていましたので、意見照会も締め切りました。')
    expect((await office.records.find('calls', '2026-1'))?.value.closed).toBe(momentOf(shareDay))
    const acts = (await office.records.list('acts')).map(({ value }) => value.did)
    expect(acts.slice(-2)).toEqual(['call-closed', 'annex-shared'])
  })

  it('tells each member once: who has opinions in it of each, the others asked of the annex', async () => {
    await using office = await openReadyOffice()

    await office.act(sharing)

    const notices = (await office.records.list('outbox')).map(({ value: { place, news } }) => [place, news])
    expect(notices).toEqual([
      ['slack:dm-sato', { kind: 'response', receipt: 'R8-001' }],
      ['slack:dm-suzuki', { kind: 'response', receipt: 'R8-002' }],
      ['none:ito', { kind: 'annex-shared', call: '2026-1', member: 'ito' }],
    ])
  })

  it('tells who said 意見なし of the annex, and leaves that out of it', async () => {
    await using office = await openReleaseOffice()
    await office.file('sato', '橋の点検を進めてください。')
    await office.settle('R8-001-1', { kind: 'none' })
    await office.press('suzuki', 'none')
    office.at(shareDay)
    await office.outbox.deliver()

    await office.act(sharing)

    expect((await office.records.find('releases', '2026-1'))?.value.receipts).toEqual(['R8-001'])
    expect(await office.stages()).toEqual({ 'R8-001': 'answered', 'R8-002': 'received' })
    const places = (await office.records.list('outbox')).map(({ value: { place, news } }) => `${place} ${news.kind}`)
    expect(places).toContain('slack:dm-suzuki annex-shared')
  })

  it('writes to nobody whose term has ended since, nor to whom the roster has lost', async () => {
    await using office = await openReadyOffice()
    const { records, put } = office
    const suzuki = (await records.find('members', 'suzuki'))?.value ?? expect.unreachable()
    const terms = [{ from: '2024-04-01', to: '2026-08-31' }]
    await put(
      records.put('calls', '2026-1', callWith({ asked: ['sato', 'suzuki', 'ito', 'gone'] })),
      records.put('members', 'ito', { ...suzuki, id: 'ito', terms }),
    )

    await office.act(sharing)

    expect(await office.waiting()).toEqual(['response', 'response'])
  })

  it('waits with the notices until the morning', async () => {
    await using office = await openReadyOffice()
    office.at('2026-09-24T21:00')

    const { text } = await office.act(sharing)

    expect(text).toContain('9月25日（金）8時以降に、委員2名へお知らせします。')
    const froms = (await office.records.list('outbox')).map(({ value }) => value.from)
    expect(new Set(froms)).toEqual(new Set([momentOf('2026-09-25T08:00')]))
  })

  it('takes of the standing call what was not given before, each time as a release of its own', async () => {
    await using office = await openReadyOffice()
    const standing = { ...sharing, call: 'standing' } as const
    await office.file('sato', '随時の一つ目です。', 'standing')
    await office.settle('R8-003-1', '一つ目への考え方である。')
    await office.act(standing)
    await office.file('suzuki', '随時の二つ目です。', 'standing')
    await office.settle('R8-004-1', '二つ目への考え方である。')

    const { told } = await office.act(standing)

    expect(told).toMatchObject([{ release: 'standing-2', submissions: 1, members: 1, closed: false }])
    const releases = (await office.records.list('releases')).map(({ value }) => [value.id, value.receipts])
    expect(releases).toEqual([
      ['standing-1', ['R8-003']],
      ['standing-2', ['R8-004']],
    ])
  })

  it('takes what is answered together with an item that was given before', async () => {
    await using office = await openReadyOffice()
    await office.act(sharing)
    await office.file('sato', '同じ御意見です。', 'standing')
    await office.settle('R8-003-1', { kind: 'with', item: 'R8-001-1' })

    const { told, text } = await office.act({ ...sharing, call: 'standing' })

    expect(told).toMatchObject([{ kind: 'annex-shared', release: 'standing-1' }])
    expect(text).toContain('随時（standing-1）の別紙')
  })
})

type Office = Awaited<ReturnType<typeof openReadyOffice>>

async function change(office: Office, item: string, part: object): Promise<void> {
  const found = (await office.records.find('items', item)) ?? expect.unreachable()
  await office.put(office.records.put('items', item, { ...found.value, ...part }))
}

const none = { open: [], outdated: [], unseen: [], waiting: [], corrections: [] }

it('is shared although an item that goes with another has a draft of its own to an earlier wording', async () => {
  await using office = await openReadyOffice()
  const draft = { response: 1, outdated: true }
  await change(office, 'R8-002-1', { disposition: { kind: 'with', item: 'R8-001-1' }, ...draft })

  const { one } = await office.act(sharing)

  expect(one).toMatchObject({ kind: 'annex-shared', submissions: 2 })
})

describe('sharing is refused, changing nothing,', () => {
  it.each<[string, (office: Office) => Promise<unknown>, object, RegExp]>([
    [
      'of items that are open, those without a disposition among them',
      async (office) => {
        await change(office, 'R8-001-1', { checked: null })
        await change(office, 'R8-002-1', { disposition: null })
      },
      { why: 'not-ready', ...none, open: ['R8-001-1', 'R8-002-1'] },
      /項目（2）：R8-001-1、R8-002-1　/u,
    ],
    [
      'of an item that a division is asked about',
      (office) => change(office, 'R8-001-1', { inquired: '2026-1.1' }),
      { why: 'not-ready', ...none, open: ['R8-001-1'] },
      /R8-001-1/u,
    ],
    [
      'of an item that goes with one that is open',
      async (office) => {
        await change(office, 'R8-001-1', { checked: null })
        await change(office, 'R8-002-1', { disposition: { kind: 'with', item: 'R8-001-1' } })
      },
      { why: 'not-ready', ...none, open: ['R8-001-1', 'R8-002-1'] },
      /R8-002-1/u,
    ],
    [
      'of an item that goes with one that was withdrawn',
      async (office) => {
        await change(office, 'R8-002-1', { disposition: { kind: 'with', item: 'R8-001-1' } })
        await office.press('sato', 'withdraw-now', 'R8-001')
      },
      { why: 'not-ready', ...none, open: ['R8-002-1'] },
      /R8-002-1/u,
    ],
    [
      'of an item that goes with one that was given before and withdrawn since',
      async (office) => {
        await office.put(office.records.put('calls', '2026-1', callWith({ closed: 5 })))
        await office.file('suzuki', '随時の御意見です。', 'standing')
        await office.settle('R8-003-1', '随時への考え方である。')
        await office.act({ ...sharing, call: 'standing' })
        await office.press('suzuki', 'withdraw-now', 'R8-003')
        await change(office, 'R8-001-1', { disposition: { kind: 'with', item: 'R8-003-1' } })
      },
      { why: 'not-ready', ...none, open: ['R8-001-1'] },
      /R8-001-1/u,
    ],
    [
      'of a submission without any item',
      async (office) => {
        const { records } = office
        await office.put({ kind: 'delete', key: records.key('items', 'R8-002-1') })
      },
      { why: 'not-ready', ...none, open: ['R8-002'] },
      /R8-002/u,
    ],
    [
      'of a response to an earlier wording',
      (office) => change(office, 'R8-001-1', { outdated: true }),
      { why: 'not-ready', ...none, outdated: ['R8-001-1'] },
      /旧版に対する回答案（1）：R8-001-1/u,
    ],
    [
      'of words that their member has not seen',
      (office) => office.act(print),
      { why: 'not-ready', ...none, unseen: ['R8-001'] },
      /御覧になっていない文面（1）：R8-001/u,
    ],
    [
      'of words that were changed after he has seen them',
      async (office) => {
        await office.act({ ...check, receipts: ['R8-001'] })
        await office.press('sato', 'proof-agree', 'R8-001')
        await office.act(print)
      },
      { why: 'not-ready', ...none, unseen: ['R8-001'] },
      /「release check」/u,
    ],
    [
      'of a text check that waits',
      (office) => office.act(check),
      {
        ...{ why: 'not-ready', ...none },
        waiting: [
          { receipt: 'R8-001', until: '2026-09-25' },
          { receipt: 'R8-002', until: '2026-09-25' },
        ],
      },
      /待っているもの（2）：R8-001、R8-002　お答えがそろうか、9月25日（金）が過ぎると進められます。/u,
    ],
    [
      'of a correction that nothing was done about',
      async (office) => {
        await office.act({ ...check, receipts: ['R8-002'] })
        await office.fill('suzuki', { name: 'proof', receipt: 'R8-002', text: '「計画」を「案」に' })
      },
      { why: 'not-ready', ...none, corrections: ['R8-002'] },
      /R8-002　「release print」で文面を改め/u,
    ],
    [
      'before the deadline',
      async (office) => office.put(office.records.put('calls', '2026-1', callWith({ deadline: '2026-09-24T10:00' }))),
      { why: 'call-open', deadline: '2026-09-24T10:00' },
      /令和8年9月24日（木）10時まで受付中です。/u,
    ],
    [
      'of an open call without a deadline',
      async (office) => office.put(office.records.put('calls', '2026-1', callWith({ deadline: null }))),
      { why: 'call-open', deadline: null },
      /「call close」で締め切ってから/u,
    ],
    [
      'where everything was withdrawn',
      async (office) => {
        await office.press('sato', 'withdraw-now', 'R8-001')
        await office.press('suzuki', 'withdraw-now', 'R8-002')
      },
      { why: 'nothing-to-share' },
      /委員共有の前の御意見がありません。/u,
    ],
    [
      'twice',
      (office) => office.act(sharing),
      { why: 'already-shared', at: momentOf(shareDay) },
      /令和8年9月24日（木）10時に委員共有が済んでいます。/u,
    ],
  ])('%s', async (_, prepare, refusal, sentence) => {
    await using office = await openReadyOffice()
    await prepare(office)
    const before = await office.stored()

    const { told, text } = await office.act(sharing)

    expect(told).toEqual([{ kind: 'refused', call: '2026-1', ...refusal }])
    expect(text).toMatch(sentence)
    expect(await office.stored()).toEqual(before)
  })

  it.each<[string, object, object]>([
    ['of a call that is unknown', { call: '2026-9' }, { why: 'unknown-call', call: '2026-9' }],
    ['with a decision of tomorrow', { decided: '2026-09-25' }, { why: 'decided-later', decided: '2026-09-25' }],
    ['of the standing call without opinions', { call: 'standing' }, { why: 'nothing-to-share', call: 'standing' }],
  ])('%s', async (_, input, refusal) => {
    await using office = await openReadyOffice()
    const before = await office.stored()

    const { told } = await office.act({ ...sharing, ...input })

    expect(told).toEqual([{ kind: 'refused', ...refusal }])
    expect(await office.stored()).toEqual(before)
  })

  it('but not once the day of a text check is over without an answer', async () => {
    await using office = await openReadyOffice()
    await office.act(print)
    await office.act(check)
    office.at('2026-09-26T00:00')

    const { told } = await office.act(sharing)

    expect(told).toMatchObject([{ kind: 'annex-shared' }])
  })

  it('but not of words that were set back to what their member wrote', async () => {
    await using office = await openReadyOffice()
    await office.act(check)
    await office.press('sato', 'proof-agree', 'R8-001')
    await office.press('suzuki', 'proof-agree', 'R8-002')
    await office.act(print)
    await office.act({ ...print, text: null })

    const { told } = await office.act(sharing)

    expect(told).toMatchObject([{ kind: 'annex-shared' }])
  })
})

describe('what is shared', () => {
  it('is changed by nobody: no edit, no staff act, no extension, no text check', async () => {
    await using office = await openReadyOffice()
    // The call is closed before its deadline, and shared.
    await office.put(office.records.put('calls', '2026-1', callWith({ deadline: '2026-12-25T17:00', closed: 5 })))
    await office.act(sharing)
    const before = await office.stored()

    const told = [
      await office.act(print),
      await office.act(check),
      await office.fill('yamada', {
        name: 'extend-call',
        input: { call: '2026-1', deadline: '2026-12-28T17:00' },
      }),
      await office.press('sato', 'edit-filed', 'R8-001'),
      await office.press('sato', 'proof-agree', 'R8-001'),
    ].map((one) => one.told[0])

    expect(told).toEqual([
      { kind: 'refused', why: 'item-shared', item: 'R8-001-1' },
      { kind: 'refused', why: 'already-shared', call: '2026-1', at: momentOf(shareDay) },
      { kind: 'refused', why: 'call-closed', call: '2026-1', closed: 5 },
      { kind: 'refused', why: 'edit-over' },
      { kind: 'no-proof' },
    ])
    expect(await office.stored()).toEqual(before)
  })

  it('is withdrawn until it is published, and is in the annex no more', async () => {
    await using office = await openReadyOffice()
    await office.act(sharing)

    await office.press('sato', 'withdraw-now', 'R8-001')
    office.at(publishDay)
    const published = await office.act(publishing)
    const late = await office.press('suzuki', 'withdraw-now', 'R8-002')

    expect(published.told).toMatchObject([{ kind: 'annex-published', submissions: 1 }])
    expect(late.told).toEqual([{ kind: 'refused', why: 'withdraw-over' }])
    expect(await office.stages()).toEqual({ 'R8-001': 'answered', 'R8-002': 'published' })
  })

  it('keeps its letter when another opinion is withdrawn since', async () => {
    await using office = await openReleaseOffice()
    for (const who of ['sato', 'suzuki', 'sato']) await office.file(who, `${who}の意見です。`)
    for (const item of ['R8-001-1', 'R8-002-1', 'R8-003-1']) await office.settle(item, { kind: 'none' })
    office.at(shareDay)
    await office.act({ ...sharing, names: 'letters' })

    await office.press('sato', 'withdraw-now', 'R8-001')
    const { text } = await office.press('suzuki', 'annex')
    await office.press('suzuki', 'withdraw-now', 'R8-002')

    expect(text.split('\n').filter((line) => line.includes('全般'))).toEqual(['1　全般　委員B', '2　全般　委員A'])
    expect((await office.records.find('releases', '2026-1'))?.value).toMatchObject({
      ...{ receipts: ['R8-003'], letters: { 'R8-003': 'A' } },
    })
  })

  it('keeps the response that it shares with an opinion that is withdrawn since', async () => {
    await using office = await openReleaseOffice()
    await office.file('sato', '橋の点検を進めてください。')
    await office.file('suzuki', '橋は大切です。')
    await office.settle('R8-001-1', '点検を進めてまいりたい。')
    await office.settle('R8-002-1', { kind: 'with', item: 'R8-001-1' })
    office.at(shareDay)
    await office.act(sharing)

    const withdrawn = await office.press('sato', 'withdraw-now', 'R8-001')

    const { text } = await office.press('suzuki', 'annex')
    expect(withdrawn.told).toEqual([{ kind: 'withdrawn', receipt: 'R8-001' }])
    expect(text).not.toContain('点検を進めてください')
    expect(text).toContain('橋は大切です。')
    expect(text).toContain('点検を進めてまいりたい。')

    await office.act(undoing)

    expect((await office.records.find('items', 'R8-002-1'))?.value).toMatchObject({
      ...{ disposition: { kind: 'answer' }, response: 1, outdated: false },
    })
  })
})

describe('publication', () => {
  it('is noted with its day and address, and members are not written to again', async () => {
    await using office = await openReadyOffice()
    await office.act(sharing)
    const notices = await office.waiting()
    office.at(publishDay)

    const { told } = await office.act(publishing, 'kimura')

    const { day, address } = publishing
    expect(told).toEqual([{ kind: 'annex-published', release: '2026-1', day, address, submissions: 2 }])
    expect((await office.records.find('releases', '2026-1'))?.value.published).toEqual({
      ...{ day, address, by: 'kimura', at: momentOf(publishDay) },
    })
    expect(await office.stages()).toEqual({ 'R8-001': 'published', 'R8-002': 'published' })
    expect(await office.waiting()).toEqual(notices)
  })

  it.each<[string, readonly ReleaseAct[], ReleaseAct, object]>([
    ['before it was shared', [], publishing, { why: 'not-shared', call: '2026-1' }],
    ['of a call that nobody knows', [], { ...publishing, call: '2026-9' }, { why: 'unknown-call', call: '2026-9' }],
    [
      'on a day before it was shared',
      [sharing],
      { ...publishing, day: '2026-09-23' },
      { why: 'before-share', day: '2026-09-23', shared: '2026-09-24' },
    ],
    ['on a day to come', [sharing], { ...publishing, day: '2026-10-02' }, { why: 'day-later', day: '2026-10-02' }],
    [
      'twice',
      [sharing, { ...publishing, day: '2026-09-24' }],
      publishing,
      { why: 'already-published', release: '2026-1', day: '2026-09-24' },
    ],
    [
      'of a standing release that is not there',
      [sharing],
      { ...publishing, call: 'standing-1' },
      { why: 'not-shared', call: 'standing-1' },
    ],
  ])('%s is refused, and changes nothing', async (_, before, act, refusal) => {
    await using office = await openReadyOffice()
    for (const one of before) await office.act(one)
    office.at(publishDay)
    const stored = await office.stored()

    const { told } = await office.act(act)

    expect(told).toEqual([{ kind: 'refused', ...refusal }])
    expect(await office.stored()).toEqual(stored)
  })

  it('of the standing call asks which where several wait', async () => {
    await using office = await openReadyOffice()
    await shareStandingTwice(office)
    office.at(publishDay)

    const unclear = await office.act({ ...publishing, call: 'standing' })
    await office.act({ ...publishing, call: 'standing-2' })
    const clear = await office.act({ ...publishing, call: 'standing' })

    expect(unclear.told).toEqual([{ kind: 'refused', why: 'which-release', releases: ['standing-1', 'standing-2'] }])
    expect(clear.told).toMatchObject([{ kind: 'annex-published', release: 'standing-1' }])
  })
})

describe('two of the staff at once', () => {
  it('share an annex once', async () => {
    await using office = await openReadyOffice()

    const both = await Promise.all([office.act(sharing, 'yamada'), office.act(sharing, 'kimura')])

    expect(both.map(({ one }) => one.why ?? one.kind).toSorted()).toEqual(['already-shared', 'annex-shared'])
    expect(await office.waiting()).toEqual(['response', 'response', 'annex-shared'])
  })

  it('do not share what is changed meanwhile', async () => {
    await using office = await openReadyOffice()

    const [, shared] = await Promise.all([office.act(print, 'yamada'), office.act(sharing, 'kimura')])

    const printed = (await office.records.find('items', 'R8-001-1'))?.value.printed
    expect([printed === null, shared.one.kind]).toEqual(
      shared.one.kind === 'annex-shared' ? [true, 'annex-shared'] : [false, 'refused'],
    )
  })

  it.each<[string, ReleaseAct]>([
    ['a text check that is sent', check],
    ['words that are set for print', print],
  ])('do not share over %s meanwhile', async (_, act) => {
    await using office = await openReadyOffice()
    const { do: _do, ...input } = sharing
    const decision = await share(office.records, await office.actor('kimura', shareDay), input, '')
    await office.act(act)
    const before = await office.stored()

    const { outcome } = await office.commit(decision)

    expect(outcome).toBe('conflict')
    expect(await office.stored()).toEqual(before)
  })

  it('lose no opinion that comes in while the annex is shared', async () => {
    await using office = await openReadyOffice()

    const [receipt] = await Promise.all([
      office.file('suzuki', '期限後の御意見です。').catch(() => null),
      office.act(sharing),
    ])

    const release = (await office.records.find('releases', '2026-1'))?.value
    expect(release === undefined ? 'open' : receipt).toBe(receipt === null ? null : 'open')
  })

  it.each([
    ['withdrawn', async (office: Office) => await office.press('sato', 'withdraw-now', 'R8-001')],
    [
      'erased',
      async ({ fill }: Office) => {
        const input = { receipt: 'R8-001', reason: '本人の申出', confirmed: true }
        for (const who of ['yamada', 'kimura']) await fill(who, { name: 'erase-submission', input })
      },
    ],
  ])('leaves its response to the others that were answered with it where it is %s', async (_, go) => {
    await using office = await openReadyOffice()
    const { file, settle, records } = office
    await file('suzuki', '同じ意見です。')
    for (const item of ['R8-002-1', 'R8-003-1']) await settle(item, { kind: 'with', item: 'R8-001-1' })
    await office.act(sharing)

    await go(office)

    const items = await Promise.all(
      ['R8-002-1', 'R8-003-1'].map(async (id) => (await records.find('items', id))?.value),
    )
    expect(items).toMatchObject([
      { disposition: { kind: 'answer' }, response: 1, checked: { by: 'kimura' } },
      { disposition: { kind: 'with', item: 'R8-002-1' } },
    ])
    const { text } = await office.say('suzuki', '別紙')
    expect(text.split('点検を進めてまいりたい。')).toHaveLength(2)
    expect(text).not.toContain('橋の点検を進めて')
    office.at(publishDay)
    expect((await office.act(publishing)).told).toMatchObject([{ kind: 'annex-published', submissions: 2 }])
  })

  it('loses all that a member sent with him, and nothing of it comes back', async () => {
    await using office = await openReadyOffice()
    await office.file('sato', '橋について、もう一つあります。')
    await office.settle('R8-001-1', { kind: 'with', item: 'R8-003-1' })
    await office.settle('R8-003-1', '点検を進めてまいりたい。')
    await office.act(sharing)

    const input = { member: 'sato', reason: '本人の申出', confirmed: true }
    for (const who of ['yamada', 'kimura']) await office.fill(who, { name: 'erase-member', input })

    expect((await office.records.find('releases', '2026-1'))?.value.receipts).toEqual(['R8-002'])
    expect((await office.records.list('items')).map(({ value }) => value.item)).toEqual(['R8-002-1'])
  })
})
