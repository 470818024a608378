import { describe, expect, it } from 'vitest'
import { findMissTopic } from '../../src/conversation/miss-topic.ts'
import { momentOf } from '../../src/opinions/day.ts'
import type { MissTopic } from '../../src/opinions/miss.ts'
import type { Finding } from '../../src/questions/answer.ts'
import { digestWith } from '../support/digests.ts'
import { openFrontOffice } from '../support/front-office.ts'
import { committee, fileSubmission, notStaff } from '../support/office.ts'

type Office = Awaited<ReturnType<typeof openFrontOffice>>

const show = (day: string | null) => ({ name: 'digest', act: { do: 'show', day } }) as const
const goTo = ({ folder }: Office, minute: string) => folder.clock.pass(momentOf(minute) - folder.clock.now())

describe('digest', () => {
  it.each(notStaff)('is not shown to %s', async (who) => {
    await using office = await openFrontOffice()
    const before = await office.stored()

    const { told } = await office.fill(who, show(null))

    expect(told).toEqual([{ kind: 'refused', why: 'not-staff' }])
    expect(await office.stored()).toEqual(before)
  })

  it('of today shows how things stand before it is made, and posts nothing', async () => {
    await using office = await openFrontOffice()
    goTo(office, '2026-08-27T08:00')
    await fileSubmission(office, 'R8-001', 'sato')

    const { text } = await office.fill('yamada', show(null))

    expect(text).toContain('【日次まとめ】令和8年8月27日（木）8時　ビジョン懇談会')
    expect(text).toContain('新規1／')
    expect(text).toContain('本日の日次まとめはまだお送りしておりません')
    expect(await office.records.list('digests')).toEqual([])
    expect(await office.records.list('outbox')).toEqual([])
  })

  it('of a day shows that day’s as it was made, in the language of the reader', async () => {
    await using office = await openFrontOffice()
    goTo(office, '2026-08-28T08:00')
    const overdue = { count: 1, first: [{ id: 'R8-007-1', step: 'inquired', due: '2026-08-25' }] } as const
    const digest = digestWith({
      overdue: { count: 1, first: [...overdue.first] },
      misses: [{ topic: 'budget', count: 2 }],
    })
    await office.put(office.records.put('digests', digest.day, digest))

    const ja = await office.fill('yamada', show('2026-08-27'))
    const en = await office.fill('yamada', show('2026-08-27'), { language: 'en' })

    expect(ja.text.split('\n')[1]).toBe('期限超過1：R8-007-1 照会（期限8/25・火）2日超過　／　7日以内なし')
    expect(en.text).toBe(`[Daily digest] Thursday 27 August 2026, 09:00, Vision Advisory Committee
Overdue: 1: R8-007-1 inquiry (due Tue 25 Aug), over by 2 days / within 7 days: none
New: none; to be checked: none; replies from members: none
Questions that the record did not answer: budget 2 / Notices not delivered: none / check value 3f9ac2`)
  })

  it.each([
    ['2026-08-29', '令和8年8月29日（土）は閉庁日のため、日次まとめはありません。'],
    ['2026-08-24', '令和8年8月24日（月）の日次まとめはありません。この日の分は、次の日次まとめに含まれています。'],
    ['2026-09-01', '令和8年9月1日（火）の日次まとめはまだありません。本日までの日を御指定ください。'],
  ])('of %s says why there is none', async (day, text) => {
    await using office = await openFrontOffice()
    goTo(office, '2026-08-31T08:00')

    expect((await office.fill('yamada', show(day))).text).toBe(text)
  })

  it('of a day on which nobody was told says so', async () => {
    await using office = await openFrontOffice()
    await office.put(office.records.put('digests', '2026-08-19', digestWith({ day: '2026-08-19', kind: 'silent' })))

    const { text } = await office.fill('yamada', show('2026-08-19'))

    expect(text.split('\n')[0]).toBe(
      '8月19日（水）は、前回から変わったことがありませんでしたので、日次まとめはお送りしておりません。そのときの状況は次のとおりです。',
    )
  })
})

describe('a question that the record does not answer', () => {
  it('is counted by its topic: neither its words nor who asked are in what is counted', async () => {
    await using office = await openFrontOffice()

    const { told } = await office.take('sato', { kind: 'say', text: 'No.21の予算はいくらですか' })
    await office.take('suzuki', { kind: 'say', text: 'No.34はなぜ×ですか' })

    expect(told[0]).toMatchObject({ kind: 'answer', answer: { outcome: 'not-in-record' } })
    const misses = await office.store.list({ committee, collection: 'misses' })
    expect(misses.map(({ value }) => value)).toEqual([{ topic: 'budget', day: '2026-08-20' }])
    expect(misses[0]?.key.id).toMatch(/^[0-9a-f-]{36}$/u)
  })

  it('asked by the same turn again is counted once', async () => {
    await using office = await openFrontOffice()
    const did = { kind: 'say', text: 'No.21の予算はいくらですか' } as const

    await office.take('sato', did, { id: 'same' })
    await office.take('sato', did, { id: 'same' })

    expect(await office.records.list('misses')).toHaveLength(1)
  })

  it.each<readonly [Finding, MissTopic]>([
    [{ kind: 'sign-unexplained', sign: '◎' }, 'rating-scale'],
    [{ kind: 'project-lacks', projects: [], aspect: 'rating' }, 'rating'],
    [{ kind: 'project-lacks', projects: [], aspect: 'indicator' }, 'indicator'],
    [{ kind: 'not-found', what: 'money' }, 'budget'],
    [{ kind: 'not-found', what: 'time' }, 'date'],
    [{ kind: 'not-found', what: 'name' }, 'name'],
    [{ kind: 'not-found', what: 'place' }, 'place'],
    [{ kind: 'not-found', what: 'matter' }, 'other'],
    [{ kind: 'number-unknown', numbers: [99] }, 'project'],
    [{ kind: 'year-not-held', year: '2023' }, 'year'],
    [{ kind: 'elsewhere' }, 'other'],
  ])('%j is about %s', (finding, topic) => {
    expect(findMissTopic({ outcome: 'not-in-record', finding }, '')).toBe(topic)
    expect(findMissTopic({ outcome: 'answered', finding }, '')).toBeNull()
    expect(findMissTopic({ outcome: 'out-of-scope', finding }, '')).toBeNull()
  })

  it.each([
    ['評価の基準は何ですか', 'rating-scale'],
    ['What are the rating criteria?', 'rating-scale'],
    ['除雪の評価は', 'rating'],
    ['除雪の考え方は', 'other'],
  ])('%s is about %s', async (text, topic) => {
    await using office = await openFrontOffice()

    await office.take('sato', { kind: 'say', text })

    expect((await office.records.list('misses')).map(({ value }) => value.topic)).toEqual([topic])
  })
})
