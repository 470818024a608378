import { describe, expect, it } from 'vitest'
import type { InquiryAct } from '../../src/conversation/inquiry-form.ts'
import { writeInquiries } from '../../src/opinions/write-inquiries.ts'
import { openInquiryDesk, order } from '../support/inquiry-desk.ts'
import { callWith, notStaff } from '../support/office.ts'
import { weekends } from '../support/weekends.ts'

const acts = {
  write: { do: 'write', input: order },
  take: { do: 'take', input: { file: { kind: 'unreadable', problem: 'locked' }, accept: true, replace: [] } },
  remind: { do: 'remind', call: null },
  list: { do: 'list', call: null },
  show: { do: 'show', inquiry: '2026-1.1' },
} satisfies Record<string, InquiryAct>

describe.each(Object.entries(acts))('inquiry %s', (_, act) => {
  it.each(notStaff)('is refused to %s, and changes nothing', async (who) => {
    await using desk = await openInquiryDesk()
    await desk.inquire(acts.write)
    const before = await desk.stored()

    const { told, text } = await desk.inquire(act, who)

    expect(told).toEqual([{ kind: 'refused', why: 'not-staff' }])
    expect(text).toContain('事務局の職にある方')
    expect(await desk.stored()).toEqual(before)
  })
})

describe('writing inquiries', () => {
  it('shows which divisions would be asked about what, who has none, and changes nothing', async () => {
    await using desk = await openInquiryDesk()
    const before = await desk.stored()

    const { told, text } = await desk.inquire({ do: 'write', input: { ...order, accept: false } })

    expect(told).toMatchObject([
      {
        kind: 'inquiry-preview',
        plans: [
          {
            division: 'kankyo',
            mail: true,
            items: [
              { item: 'R8-001-1', lead: true },
              { item: 'R8-001-2', lead: true },
            ],
          },
          {
            division: 'nosei',
            items: [
              { item: 'R8-001-1', lead: false },
              { item: 'R8-001-2', lead: false },
              { item: 'R8-002-1', lead: true },
            ],
          },
          { division: 'kosodate', mail: false, items: [{ item: 'R8-003-1', lead: true }] },
        ],
        left: [{ item: 'R8-004-1', why: 'no-division', division: null }],
        named: [],
      },
    ])
    expect(text).toContain('・農政課　3項目（うち関係課として2）：R8-001-1、R8-001-2、R8-002-1')
    expect(text).toContain('名簿にメールアドレスがありません')
    expect(text).toContain('R8-004-1：担当課が決まっていないため')
    expect(text).toContain('まだ作っておりません')
    expect(await desk.stored()).toEqual(before)
  })

  it('records an inquiry a division, and lets the items of its lead wait until its day', async () => {
    await using desk = await openInquiryDesk()

    const { told, text } = await desk.inquire(acts.write)

    expect(told).toMatchObject([
      { kind: 'inquiries-written', inquiries: ['2026-1.1', '2026-1.2', '2026-1.3'], named: [] },
    ])
    expect(text).toContain('・照会番号2026-1.2　農政課　3項目　回答期限 令和8年9月10日（木）17時')
    expect((await desk.records.find('inquiries', '2026-1.2'))?.value).toMatchObject({
      ...{ division: 'nosei', fiscalYear: 2026, due: '2026-09-10T17:00', by: 'yamada', taken: [], reminded: [] },
      items: [
        { item: 'R8-001-1', lead: false, version: 1, shown: null },
        { item: 'R8-001-2', lead: false },
        { item: 'R8-002-1', lead: true },
      ],
    })
    expect(await desk.item('R8-001-1')).toMatchObject({ inquired: '2026-1.1', due: '2026-09-10' })
    expect(await desk.item('R8-002-1')).toMatchObject({ inquired: '2026-1.2', due: '2026-09-10' })
    expect(await desk.item('R8-004-1')).toMatchObject({ inquired: null, due: null })
    expect((await desk.records.find('submissions', 'R8-001'))?.value.stage).toBe('considering')
    expect((await desk.records.find('submissions', 'R8-004'))?.value.stage).toBe('received')
    const acted = (await desk.records.list('acts'))
      .map(({ value }) => value)
      .filter(({ did }) => did === 'inquiry-written')
    expect(acted.map(({ about, detail }) => [about, detail])).toEqual([
      ['2026-1.1', { division: 'kankyo', items: 2 }],
      ['2026-1.2', { division: 'nosei', items: 3 }],
      ['2026-1.3', { division: 'kosodate', items: 1 }],
    ])
  })

  it('asks once where two of the staff ask at the same time', async () => {
    await using desk = await openInquiryDesk()
    const [one, other] = [await desk.actor('yamada'), await desk.actor('kimura')]
    const first = await writeInquiries(desk.records, one, order, weekends)
    const second = await writeInquiries(desk.records, other, order, weekends)

    const outcomes = [(await desk.commit(first)).outcome, (await desk.commit(second)).outcome]

    expect(outcomes).toEqual(['committed', 'conflict'])
    expect(await desk.records.list('inquiries')).toHaveLength(3)
  })

  it('asks a second time only about what is new', async () => {
    await using desk = await openInquiryDesk()
    await desk.inquire(acts.write)
    const again = await desk.inquire(acts.write)
    await desk.change('R8-004-1', { lead: 'kankyo' })

    const { told, text } = await desk.inquire(acts.write)

    expect(again.told).toMatchObject([{ kind: 'inquiry-preview', plans: [] }])
    expect(again.text).toContain('新たに照会する項目がありません')
    expect(again.text).toContain('・R8-001-1、R8-001-2：環境課に照会中のため')
    expect(told).toMatchObject([{ kind: 'inquiries-written', inquiries: ['2026-1.4'] }])
    expect(text).toContain('照会番号2026-1.4　環境課　1項目')
    expect(await desk.records.list('inquiries')).toHaveLength(4)
  })

  it('leaves out what is settled otherwise, and says so', async () => {
    await using desk = await openInquiryDesk()
    await desk.change('R8-001-1', { disposition: { kind: 'none' } })
    await desk.change('R8-001-2', { disposition: { kind: 'with', item: 'R8-002-1' } })
    await desk.draft('R8-002-1', '検討したい。')
    await desk.change('R8-002-1', { checked: { by: 'kimura', at: 1 } })
    await desk.change('R8-003-1', { lead: 'gone' })

    const { told, text } = await desk.inquire(acts.write)

    expect(told).toMatchObject([
      {
        plans: [],
        left: [
          { item: 'R8-001-1', why: 'no-answer' },
          { item: 'R8-001-2', why: 'together' },
          { item: 'R8-002-1', why: 'checked' },
          { item: 'R8-003-1', why: 'not-on-roster', division: 'gone' },
          { item: 'R8-004-1', why: 'no-division' },
        ],
      },
    ])
    expect(text).toContain('担当課「gone」がこの年度の名簿にないため')
  })

  it('asks only the divisions that are named, by name or id', async () => {
    await using desk = await openInquiryDesk()

    const { told } = await desk.inquire({ do: 'write', input: { ...order, divisions: ['農政課', 'kosodate'] } })

    expect(told).toMatchObject([{ inquiries: ['2026-1.1', '2026-1.2'] }])
    expect((await desk.records.list('inquiries')).map(({ value }) => value.division)).toEqual(['nosei', 'kosodate'])
    expect(await desk.item('R8-001-1')).toMatchObject({ inquired: null })
  })

  it('asks again about words that were changed since', async () => {
    await using desk = await openInquiryDesk()
    await desk.inquire(acts.write)
    const version = (await desk.records.find('versions', 'R8-002.1'))?.value ?? expect.unreachable()
    const submission = (await desk.records.find('submissions', 'R8-002'))?.value ?? expect.unreachable()
    const text = '農産物の消費と輸出を増やしてほしい。'
    await desk.put(
      desk.records.put('versions', 'R8-002.2', { ...version, version: 2, text }),
      desk.records.put('submissions', 'R8-002', { ...submission, version: 2 }),
    )
    await desk.change('R8-002-1', { span: [0, text.length] })

    const { told } = await desk.inquire(acts.write)

    expect(told).toMatchObject([{ inquiries: ['2026-1.4'] }])
    expect((await desk.records.find('inquiries', '2026-1.4'))?.value.items).toMatchObject([
      { item: 'R8-002-1', version: 2 },
    ])
  })

  it('points out words in which a member may be named', async () => {
    await using desk = await openInquiryDesk()
    const version = (await desk.records.find('versions', 'R8-003.1'))?.value ?? expect.unreachable()
    const text = '鈴木さんの言うとおり。'
    await desk.put(desk.records.put('versions', 'R8-003.1', { ...version, text }))
    await desk.change('R8-003-1', { span: [0, text.length] })

    const { told, text: said } = await desk.inquire({ do: 'write', input: { ...order, accept: false } })

    expect(told).toMatchObject([{ named: ['R8-003-1'] }])

    await desk.draft('R8-002-1', '佐藤委員の御指摘のとおりである。')
    const { told: again } = await desk.inquire({ do: 'write', input: { ...order, accept: false } })

    expect(again).toMatchObject([{ named: ['R8-002-1', 'R8-003-1'] }])
    expect(said).toContain('R8-003-1の文面（回答案を含みます）に、委員のお名前と同じ文字があります')
  })

  it.each([
    [{ due: '2026-08-20T21:00' }, 'deadline-past', '既に過ぎています'],
    [{ due: '2026-09-12T17:00' }, 'closed-day', '次の開庁日は令和8年9月14日（月）'],
    [{ call: '2026-9' }, 'unknown-call', '「call list」'],
    [{ divisions: ['農政課', '水道局'] }, 'unknown-division', '「水道局」は、2026年度の担当課に見当たりません'],
  ] as const)('refuses %j as %s, and changes nothing', async (change, why, says) => {
    await using desk = await openInquiryDesk()
    const before = await desk.stored()

    const { told, text } = await desk.inquire({
      do: 'write',
      input: { ...order, ...change, divisions: 'divisions' in change ? [...change.divisions] : [] },
    })

    expect(told).toMatchObject([{ kind: 'refused', why }])
    expect(text).toContain(says)
    expect(await desk.stored()).toEqual(before)
  })

  it('refuses where the roster has no divisions for the year', async () => {
    await using desk = await openInquiryDesk()
    await desk.put(desk.records.put('calls', '2027-1', callWith({ id: '2027-1' })))

    const { told, text } = await desk.inquire({ do: 'write', input: { ...order, call: '2027-1' } })

    expect(told).toEqual([{ kind: 'refused', why: 'no-divisions', fiscalYear: 2027 }])
    expect(text).toContain('「roster import」で登録してください')
  })
})

describe('reminding', () => {
  it('leaves an item the day that somebody has set for it, and counts the earlier of both', async () => {
    await using desk = await openInquiryDesk()
    const due = (item: string, day: string) =>
      desk.fill('yamada', { name: 'queue', act: { do: 'due', input: { targets: [{ item, seen: null }], day } } })
    await due('R8-001-1', '2026-09-03')
    await due('R8-001-2', '2026-09-15')

    await desk.inquire({ do: 'write', input: order })

    const any = { call: null, state: null, division: null, project: null, disposition: null, until: null }
    const { told } = await desk.fill('yamada', { name: 'queue', act: { do: 'list', ...any, overdue: false } })
    expect([await desk.item('R8-001-1'), await desk.item('R8-001-2')]).toMatchObject([
      { due: '2026-09-03' },
      { due: '2026-09-15' },
    ])
    expect(told).toMatchObject([
      {
        items: expect.arrayContaining([
          expect.objectContaining({ item: 'R8-001-1', due: { day: '2026-09-03', of: 'item' } }),
          expect.objectContaining({ item: 'R8-001-2', due: { day: '2026-09-10', of: 'inquiry' } }),
        ]),
      },
    ])
  })

  it('lists what is out and overdue, and notes whom it reminds of what', async () => {
    await using desk = await openInquiryDesk()
    await desk.inquire(acts.write)
    await desk.change('R8-003-1', { disposition: { kind: 'none' } })
    const early = await desk.inquire(acts.list)
    desk.folder.clock.pass(22 * 24 * 60 * 60 * 1000)

    const { told, text } = await desk.inquire(acts.remind)
    const late = await desk.inquire(acts.list)

    expect(early.text).toContain(
      '・照会番号2026-1.1　令和８年度第１回　環境課　8月20日（木）照会　期限 9月10日（木）17時\n',
    )
    expect(early.text).toContain('回答0／2項目、未回答2：R8-001-1、R8-001-2')
    expect(told).toEqual([
      {
        kind: 'divisions-reminded',
        reminders: [
          { inquiry: '2026-1.1', items: ['R8-001-1', 'R8-001-2'] },
          { inquiry: '2026-1.2', items: ['R8-001-1', 'R8-001-2', 'R8-002-1'] },
        ],
      },
    ])
    expect(text).toContain('メールはお送りしておりません')
    expect(late.told).toMatchObject([{ inquiries: [{ overdue: true }, { overdue: true }, { overdue: false }] }])
    expect(late.text).toContain('（期限超過）')
    expect(late.text).toContain('、催促 9月11日（金）')
    expect((await desk.records.find('inquiries', '2026-1.3'))?.value.reminded).toEqual([])
  })

  it('reminds nobody where nothing is out', async () => {
    await using desk = await openInquiryDesk()

    const { told, text } = await desk.inquire(acts.remind)

    expect(told).toEqual([{ kind: 'nobody-to-remind', view: true }])
    expect(text).toBe('回答をお待ちしている照会はありません。')
  })

  it.each(['remind', 'list'] as const)(
    'does not %s for a call that nobody knows, as if all were answered',
    async (what) => {
      await using desk = await openInquiryDesk()

      const { told, text } = await desk.inquire({ do: what, call: '2026-9' })
      const member = await desk.inquire({ do: what, call: '2026-9' }, 'sato')

      expect(told).toEqual([{ kind: 'refused', why: 'unknown-call', call: '2026-9' }])
      expect(text).toContain('「call list」')
      expect(member.told).toEqual([{ kind: 'refused', why: 'not-staff' }])
    },
  )
})
