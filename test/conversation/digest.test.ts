import { describe, expect, it } from 'vitest'
import { sweep } from '../../src/conversation/sweep.ts'
import { addDays, momentOf } from '../../src/opinions/day.ts'
import { missLife } from '../../src/opinions/miss.ts'
import { newNotice } from '../../src/opinions/notice.ts'
import { openDigestDesk } from '../support/digest-desk.ts'
import { callWith, fileSubmission } from '../support/office.ts'

type Desk = Awaited<ReturnType<typeof openDigestDesk>>

/** The digits at the end are those of the chain as it was then: compared elsewhere. */
const withoutHead = (text: string) => text.replace(/照合値 [0-9a-f]{6}/u, '照合値 3f9ac2')

const opinions = ['a', 'b', 'c', 'd', 'e', 'f'] as const
const others = ['g', 'h', 'i', 'j', 'k', 'l', 'm', 'n', 'o'] as const

/** The office on 26 August, whose digest was made that morning; what the sample tells happens until the next. */
async function openSample(): Promise<Desk> {
  const desk = await openDigestDesk()
  const { records, put, item } = desk
  await put(records.put('calls', '2026-1', callWith({ asked: [...opinions, ...others] })))
  for (const [at, member] of opinions.slice(0, 3).entries()) await fileSubmission(desk, `R8-00${at + 7}`, member)
  for (const [at, member] of (['g', 'h'] as const).entries())
    await fileSubmission(desk, `R8-00${at + 1}`, member, { kind: 'none' })
  await desk.tick('2026-08-26T09:00')
  desk.goTo('2026-08-26T12:00')

  for (const [at, member] of opinions.slice(3).entries()) {
    const onBehalf = { means: 'fax', day: '2026-08-26', original: null } as const
    const filed = { filed: momentOf('2026-08-26T15:00'), ...(at === 0 ? { onBehalf } : {}) }
    await fileSubmission(desk, `R8-01${at}`, member, filed)
  }
  await item('R8-007-1', { due: '2026-08-31', inquired: '2026-1.1' })
  const inquiry = {
    id: '2026-1.1',
    call: '2026-1',
    number: 1,
    division: 'nogyo',
    fiscalYear: 2026,
    contact: '',
    by: 'a',
  }
  const sent = { at: 0, taken: [], reminded: [], due: '2026-08-25T17:00' }
  await put(records.put('inquiries', '2026-1.1', { ...inquiry, ...sent, items: [] }))
  await item('R8-010-2', { due: '2026-09-01' })
  await item('R8-009-1', { due: '2026-08-31' })
  await item('R8-008-1', { response: 1 })
  const asked = { text: 'どの橋ですか', until: '2026-09-02', by: 'yamada', asked: 5 } as const
  const reply = { text: '豊平橋です', at: momentOf('2026-08-26T16:00') }
  await put(records.put('questions', 'R8-007.1', { receipt: 'R8-007', number: 1, ...asked, reply }))
  for (const [at, topic] of (['rating-scale', 'budget', 'rating-scale', 'rating-scale'] as const).entries())
    await put(records.put('misses', `m${at}`, { topic, day: '2026-08-26' }))
  return desk
}

const sample = `【日次まとめ】令和8年8月27日（木）9時　ビジョン懇談会
期限超過1：R8-007-1 照会（期限8/25・火）2日超過　／　7日以内2：R8-009-1（8/31・月）、R8-010-2（9/1・火）
新規3（うち代理登録1）／確認待ち1／委員からの返信1
意見照会（8/28・金 17時締切り）：提出6、意見なし2、未提出7／15名
資料に記載がなかったお尋ね：評価の基準3、予算1　／　通知の不達：なし　／　照合値 3f9ac2`

describe('the daily digest', () => {
  it('reads as the office writes it', async () => {
    await using desk = await openSample()

    const [text = '', ...more] = await desk.tick('2026-08-27T09:00')

    expect(withoutHead(text)).toBe(sample)
    expect(more).toEqual([])
  })

  it('is posted once a day, from nine on', async () => {
    await using desk = await openSample()

    expect(await desk.tick('2026-08-27T08:59')).toEqual([])
    expect(await desk.tick('2026-08-27T09:00')).toHaveLength(1)
    expect(await desk.tick('2026-08-27T09:01')).toEqual([])
    expect(await desk.tick('2026-08-27T23:59')).toEqual([])
  })

  it('keeps what it was built from as counts and ids, and lets go of the questions that it has counted', async () => {
    await using desk = await openSample()

    await desk.tick('2026-08-27T09:00')

    const kept = await desk.records.find('digests', '2026-08-27')
    expect(kept?.value).toMatchObject({
      kind: 'full',
      since: momentOf('2026-08-26T09:00'),
      overdue: { count: 1, first: [{ id: 'R8-007-1', step: 'inquired', due: '2026-08-25' }] },
      filed: 3,
      onBehalf: 1,
      misses: [
        { topic: 'rating-scale', count: 3 },
        { topic: 'budget', count: 1 },
      ],
    })
    expect(JSON.stringify(kept?.value)).not.toMatch(/豊平橋|どの橋|御意見の文面/u)
    expect(await desk.records.list('misses')).toEqual([])
    const acts = (await desk.records.list('acts')).map(({ value }) => value)
    expect(acts.at(-1)).toMatchObject({ did: 'digest-made', about: '2026-08-27', by: { kind: 'bot' } })
  })

  it('ends with a check value that the audit chain has', async () => {
    await using desk = await openSample()

    const [text = ''] = await desk.tick('2026-08-27T09:00')
    const hash = /照合値 ([0-9a-f]{6})$/u.exec(text)?.[1] ?? expect.unreachable()
    const head = (await desk.records.find('digests', '2026-08-27'))?.value.head ?? expect.unreachable()

    expect(await desk.store.verify([{ hash }, head])).toMatchObject({ outcome: 'verified' })
    expect(head.hash.startsWith(hash)).toBe(true)
    expect((await desk.store.verify([{ hash: 'ffffff' }])).outcome).toBe('not-in-chain')
  })

  it('repeats what is overdue every working day until it is handled, and is silent otherwise', async () => {
    await using desk = await openSample()
    const { records, put, item } = desk
    await desk.tick('2026-08-27T09:00')
    await put(records.put('calls', '2026-1', callWith({ closed: momentOf('2026-08-27T10:00') })))

    const [friday = ''] = await desk.tick('2026-08-28T09:00')
    await item('R8-007-1', { due: '2026-08-31', response: 1, checked: { by: 'a', at: 1 } })
    await item('R8-009-1', { disposition: { kind: 'none' }, due: '2026-08-01' })
    await item('R8-010-2', { disposition: { kind: 'with', item: 'R8-009-1' }, due: '2026-08-01' })
    const later = await desk.days('2026-08-29', '2026-09-04')

    expect(friday).toContain('期限超過1：R8-007-1 照会（期限8/25・火）3日超過')
    expect(friday).toContain('新規なし／確認待ち1／委員からの返信なし')
    expect(Object.keys(later)).toEqual(['2026-08-31'])
    expect(withoutHead(later['2026-08-31'] ?? '')).toBe(
      '【日次まとめ】令和8年8月31日（月）9時　ビジョン懇談会　／　前回から変わったことはありません（確認待ち1）　／　照合値 3f9ac2',
    )
    expect((await records.find('digests', '2026-09-01'))?.value.kind).toBe('silent')
  })

  it('tells when something comes to be due within seven days, once, and when it is over', async () => {
    await using desk = await openDigestDesk()
    await fileSubmission(desk, 'R8-001', 'sato', { call: 'standing' })
    await desk.item('R8-001-1', { due: '2026-09-10' })

    const posted = await desk.days('2026-08-31', '2026-09-11')

    expect(Object.entries(posted).map(([day, text]) => [day, text.split('\n')[1] ?? 'one line'])).toEqual([
      ['2026-08-31', '期限超過なし　／　7日以内なし'],
      ['2026-09-03', '期限超過なし　／　7日以内1：R8-001-1（9/10・木）'],
      ['2026-09-07', 'one line'],
      ['2026-09-11', '期限超過1：R8-001-1 回答案（期限9/10・木）1日超過　／　7日以内なし'],
    ])
  })

  it('keeps to the office’s days over holidays, the turn of the year and a day of its own, with a line for each week', async () => {
    await using desk = await openDigestDesk({ closed: ['2026-09-24'] })

    const autumn = await desk.days('2026-09-14', '2026-10-02')
    const winter = await desk.days('2026-12-21', '2027-01-12')

    // 21 to 23 September are holidays in 2026, the 24th is the office's own; 11 January is Coming of Age Day.
    expect(Object.keys(autumn)).toEqual(['2026-09-14', '2026-09-25', '2026-09-28'])
    expect(Object.keys(winter)).toEqual(['2026-12-21', '2026-12-28', '2027-01-04', '2027-01-12'])
    for (const text of Object.values({ ...autumn, ...winter })) expect(text).toMatch(/変わったことはありません/u)
  })

  it('is made up for once after downtime: at once on a working day, and for all the days since', async () => {
    await using desk = await openSample()
    await desk.tick('2026-08-27T09:00')
    await fileSubmission(desk, 'R8-020', 'i', { filed: momentOf('2026-08-28T10:00') })

    const weekend = await desk.tick('2026-08-30T11:00')
    const [text = '', ...more] = await desk.tick('2026-09-02T11:00')

    expect(weekend).toEqual([])
    expect(more).toEqual([])
    expect(text).toContain('【日次まとめ】令和8年9月2日（水）11時　')
    expect(text).toContain('新規1／')
    expect((await desk.records.list('digests')).map(({ key }) => key.id)).toEqual([
      '2026-08-26',
      '2026-08-27',
      '2026-09-02',
    ])
    expect(await desk.tick('2026-09-03T08:00')).toEqual([])
  })

  it('brings the line of the week later where the first working day was missed', async () => {
    await using desk = await openDigestDesk()

    await desk.days('2026-08-24', '2026-08-28')

    expect(await desk.tick('2026-09-02T09:00')).toHaveLength(1)
    expect(await desk.tick('2026-09-03T09:00')).toHaveLength(0)
  })

  it('is not made twice by two processes', async () => {
    await using desk = await openSample()
    desk.goTo('2026-08-27T09:00')

    await Promise.all([desk.make('first'), desk.make('second'), desk.make('first')])

    const notices = (await desk.records.list('outbox')).map(({ key }) => key.id)
    expect(notices).toEqual(['digest/2026-08-27.0'])
  })

  it('is not posted twice where the process ends between post and note', async () => {
    await using desk = await openSample()
    const of27 = () => desk.room.texts.filter((text) => text.includes('8月27日')).length
    desk.goTo('2026-08-27T09:00')
    await desk.make()
    await desk.endAtNextCommit()
    const [posted, waiting] = [of27(), (await desk.records.list('outbox')).length]

    desk.restart()
    desk.goTo('2026-08-27T09:05')
    await desk.make('second')
    await desk.deliver()

    expect([posted, waiting]).toEqual([1, 1])
    expect(of27()).toBe(1)
    expect(await desk.records.list('outbox')).toEqual([])
  })

  it('is posted by the next process where the first could not', async () => {
    await using desk = await openSample()
    desk.goTo('2026-08-27T09:00')
    await desk.make()
    desk.room.weather = () => 'throws'
    await desk.deliver()
    desk.room.weather = () => 'fine'

    desk.restart()
    desk.goTo('2026-08-27T09:05')
    await desk.deliver()

    expect(desk.room.texts.filter((text) => text.includes('8月27日'))).toHaveLength(1)
  })

  it('is not made while nobody of the staff is there to read it', async () => {
    await using desk = await openSample()
    for (const id of ['yamada', 'kimura', 'mori'])
      await desk.put({ kind: 'delete', key: desk.records.key('staff', id) })

    expect(await desk.tick('2026-08-27T09:00')).toEqual([])
    expect(await desk.records.find('digests', '2026-08-27')).toBeUndefined()
  })

  it('names ten of a group, and says how many more there are and what lists them', async () => {
    await using desk = await openDigestDesk()
    await fileSubmission(desk, 'R8-001', 'sato')
    for (let number = 1; number <= 22; number++)
      await desk.item(`R8-001-${number}`, { due: number <= 11 ? '2026-08-25' : '2026-08-28' })

    const [text = ''] = await desk.tick('2026-08-27T09:00')

    const [overdue = '', soon = ''] = (text.split('\n')[1] ?? '').split('　／　')
    expect(overdue).toMatch(/^期限超過11：R8-001-1 .*、R8-001-10 [^、]*、ほか1件（queue list --overdue）$/u)
    expect(soon).toMatch(
      /^7日以内11：R8-001-12（8\/28・金）、.*、R8-001-21（8\/28・金）、ほか1件（queue list --until 2026-09-03）$/u,
    )
  })

  it('names questions back and calls whose day is over, edits, withdrawals, corrections and what did not get there', async () => {
    await using desk = await openDigestDesk()
    const { records, put } = desk
    await desk.tick('2026-08-31T09:00')
    await put(
      records.put('calls', '2026-1', callWith()),
      records.put('calls', '2026-2', callWith({ id: '2026-2', name: '令和８年度第２回', deadline: null, asked: [] })),
    )
    const filed = momentOf('2026-08-18T12:00')
    await fileSubmission(desk, 'R8-001', 'sato', { version: 2, filed: momentOf('2026-08-31T13:00') })
    await fileSubmission(desk, 'R8-002', 'suzuki', { withdrawn: momentOf('2026-08-31T14:00'), filed })
    const asked = { text: '？', by: 'yamada', asked: 5, reply: null }
    for (const receipt of ['R8-001', 'R8-002'])
      await put(records.put('questions', `${receipt}.1`, { receipt, number: 1, until: '2026-08-28', ...asked }))
    const answer = { kind: 'correction', text: '直してください', at: momentOf('2026-08-31T15:00') } as const
    const shown = { version: 2, until: '2026-09-04', by: 'yamada', at: 1, answer }
    await put(records.put('proofs', 'R8-001', { receipt: 'R8-001', parts: [], ...shown }))
    const news = { kind: 'receipt', receipt: 'R8-001' } as const
    await put(records.put('outbox', 'stuck', { ...newNotice('none:sato', 'ja', news, 0), refused: '宛先なし' }))

    const [text = ''] = await desk.tick('2026-09-01T09:00')

    expect(withoutHead(text)).toBe(`【日次まとめ】令和8年9月1日（火）9時　ビジョン懇談会
期限超過2：R8-001 お伺い（期限8/28・金）4日超過、2026-1 未提出（期限8/28・金）4日超過　／　7日以内なし
新規1／確認待ちなし／委員からの返信なし／修正1／取下げ1／文面の修正の御希望1
意見照会 令和８年度第１回（8/28・金 17時締切り）：提出1、意見なし0、未提出2／3名
意見照会 令和８年度第２回（締切りなし）：提出0、意見なし0、未提出0／0名
資料に記載がなかったお尋ね：なし　／　通知の不達：1（opinion undelivered）　／　照合値 3f9ac2`)
  })

  it('that nobody came to see for a week is not told any more', async () => {
    await using desk = await openSample()
    desk.room.weather = () => 'away'
    await desk.tick('2026-08-27T09:00')
    desk.room.weather = () => 'fine'

    desk.goTo(`${addDays('2026-08-27', 8)}T08:00`)
    await desk.deliver()

    expect(desk.room.texts.filter((text) => text.includes('8月27日'))).toEqual([])
    expect(await desk.records.list('outbox')).toEqual([])
  })
})

describe('questions that no digest has counted', () => {
  it('are forgotten after five weeks', async () => {
    await using desk = await openDigestDesk()
    await desk.put(desk.records.put('misses', 'm', { topic: 'budget', day: '2026-08-20' }))

    await sweep(desk.store, desk.records, momentOf(`${addDays('2026-08-20', missLife)}T23:59`))
    expect(await desk.records.list('misses')).toHaveLength(1)
    await sweep(desk.store, desk.records, momentOf(`${addDays('2026-08-20', missLife + 1)}T00:00`))

    expect(await desk.records.list('misses')).toEqual([])
  })
})
