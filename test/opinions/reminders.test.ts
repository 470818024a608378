import { describe, expect, it } from 'vitest'
import type { Call } from '../../src/opinions/call.ts'
import { minuteOf, momentOf } from '../../src/opinions/day.ts'
import { Records } from '../../src/opinions/records.ts'
import { findDue, remind } from '../../src/opinions/reminders.ts'
import { commitDecision } from '../support/commit-decision.ts'
import { callWith, committee, fileSubmission, openOffice } from '../support/office.ts'
import { weekends, weekendsAnd } from '../support/weekends.ts'

describe('of a deadline on Friday at 17:00', () => {
  it.each([
    ['2026-08-25T07:59', null],
    ['2026-08-25T08:00', '1 at 2026-08-25T08:00'],
    ['2026-08-25T21:00', '1 at 2026-08-26T08:00'],
    ['2026-08-27T19:59', '1 at 2026-08-27T19:59'],
    ['2026-08-27T20:00', null],
    ['2026-08-28T07:59', null],
    ['2026-08-28T08:00', '2 at 2026-08-28T08:00'],
    ['2026-08-28T16:59', '2 at 2026-08-28T16:59'],
    ['2026-08-28T17:00', null],
    ['2026-08-29T08:00', null],
  ])('at %s the reminder due is %s', (minute, due) => {
    const found = findDue(callWith(), weekends, momentOf(minute))

    expect(found && `${found.which} at ${minuteOf(found.from)}`).toBe(due)
  })
})

describe('a reminder', () => {
  it.each<[string, Partial<Call>, string, 1 | 2 | undefined]>([
    ['opened after the first one’s moment', { opened: momentOf('2026-08-25T08:00') }, '2026-08-25T09:00', undefined],
    ['opened before the second one’s moment', { opened: momentOf('2026-08-27T08:00') }, '2026-08-28T08:00', 2],
    ['opened on its last day', { opened: momentOf('2026-08-28T08:00') }, '2026-08-28T09:00', undefined],
    [
      'extended after the first one’s moment',
      { extended: momentOf('2026-08-25T09:00') },
      '2026-08-26T08:00',
      undefined,
    ],
    ['extended before the first one’s moment', { extended: momentOf('2026-08-24T09:00') }, '2026-08-25T08:00', 1],
    ['without a deadline', { deadline: null }, '2026-08-28T08:00', undefined],
    ['closed', { closed: momentOf('2026-08-24T08:00') }, '2026-08-25T08:00', undefined],
    ['due at 23:00, in its last night', { deadline: '2026-08-28T23:00' }, '2026-08-28T20:30', undefined],
    ['due early, on its last day', { deadline: '2026-08-28T07:00' }, '2026-08-28T06:00', undefined],
    ['due early, on the day before', { deadline: '2026-08-28T07:00' }, '2026-08-27T19:00', 1],
  ])('of a call %s goes by that', (_, change, minute, which) => {
    expect(findDue(callWith(change), weekends, momentOf(minute))?.which).toBe(which)
  })

  it('counts working days, and keeps to a deadline’s day that was closed meanwhile', () => {
    const calendar = weekendsAnd('2026-08-26', '2026-08-28')

    expect(findDue(callWith(), calendar, momentOf('2026-08-24T08:00'))).toMatchObject({ which: 1 })
    expect(findDue(callWith(), calendar, momentOf('2026-08-21T19:00'))).toBeNull()
    expect(findDue(callWith(), calendar, momentOf('2026-08-28T08:00'))).toMatchObject({ which: 2 })
  })
})

const first = momentOf('2026-08-25T08:00')
const second = momentOf('2026-08-28T08:00')

async function openWithCall() {
  const office = await openOffice()
  const { records, put } = office
  await put(records.put('calls', '2026-1', callWith()))
  const remindAt = async (at: number) => await office.commit(await remind(records, weekends, at))
  const ids = async () => (await records.list('outbox')).map(({ key }) => key.id)
  return Object.assign(office, { remindAt, ids })
}

describe('reminding', () => {
  it('writes to who has not answered, at the place where he is found', async () => {
    await using office = await openWithCall()
    const { records, remindAt } = office

    await remindAt(first)

    const common = { language: 'ja', from: first, next: first, failures: 0, refused: null }
    const notices = (await records.list('outbox')).map(({ key, value }) => [key.id, value])
    expect(notices).toEqual(
      [
        ['sato', 'slack:dm-sato'],
        ['suzuki', 'mail:suzuki@example.jp'],
        ['ito', 'none:ito'],
      ].map(([member, place]) => [
        `reminder/2026-1/2026-08-28T17:00/1/${member}`,
        { ...common, place, news: { kind: 'reminder', call: '2026-1', member } },
      ]),
    )
  })

  it('leaves out who has answered, also with 「意見なし」, and not who has withdrawn', async () => {
    await using office = await openWithCall()
    await fileSubmission(office, 'R8-001', 'sato')
    await fileSubmission(office, 'R8-002', 'suzuki', { kind: 'none' })
    await fileSubmission(office, 'R8-003', 'ito', { withdrawn: 5 })

    await office.remindAt(first)

    expect(await office.ids()).toEqual(['reminder/2026-1/2026-08-28T17:00/1/ito'])
  })

  it('is done once, also when all has been delivered and the process has started again', async () => {
    await using office = await openWithCall()
    const { store, records, put, remindAt, ids, stored } = office
    await remindAt(first)
    await put(...(await records.list('outbox')).map(({ key }) => ({ kind: 'delete', key }) as const))
    const before = await stored()

    const afterwards = new Records(store, committee)
    await commitDecision(store, committee, await remind(afterwards, weekends, first + 60_000))

    expect(await ids()).toEqual([])
    expect(await stored()).toEqual(before)
  })

  it('is done again on the last day, for who has not answered by then', async () => {
    await using office = await openWithCall()
    await office.remindAt(first)
    await fileSubmission(office, 'R8-001', 'sato')

    await office.remindAt(second)

    const ids = await office.ids()
    expect(ids.filter((id) => id.includes('/2/'))).toEqual([
      'reminder/2026-1/2026-08-28T17:00/2/suzuki',
      'reminder/2026-1/2026-08-28T17:00/2/ito',
    ])
  })

  it('is made up for after a standstill, without the first when the second is due', async () => {
    await using office = await openWithCall()

    await office.remindAt(second + 60_000)

    const ids = await office.ids()
    expect(ids).toHaveLength(3)
    expect(ids.every((id) => id.includes('/2/'))).toBe(true)
  })

  it('comes to nothing after the deadline', async () => {
    await using office = await openWithCall()
    const before = await office.stored()

    await office.remindAt(momentOf('2026-08-28T17:00'))

    expect(await office.stored()).toEqual(before)
  })

  it('begins anew with an extended deadline', async () => {
    await using office = await openWithCall()
    const { records, put, remindAt, ids } = office
    await remindAt(first)
    await put(
      records.put('calls', '2026-1', callWith({ deadline: '2026-09-04T17:00', extended: first + 60_000 })),
      ...(await records.list('outbox')).map(({ key }) => ({ kind: 'delete', key }) as const),
    )

    await remindAt(momentOf('2026-09-01T08:00'))

    expect(await ids()).toContain('reminder/2026-1/2026-09-04T17:00/1/sato')
  })

  it('at the same time twice is a conflict, so that nobody is reminded twice', async () => {
    await using office = await openWithCall()
    const { records, commit, ids } = office
    const one = await remind(records, weekends, first)
    const other = await remind(records, weekends, first + 1)

    expect(await commit(one)).toMatchObject({ outcome: 'committed' })
    expect(await commit(other)).toMatchObject({ outcome: 'conflict' })
    expect(await ids()).toHaveLength(3)
  })
})
