import { describe, expect, it } from 'vitest'
import type { Call } from '../../src/opinions/call.ts'
import { isLate, isOpenFor } from '../../src/opinions/calls.ts'
import { closeCall, extendCall } from '../../src/opinions/change-call.ts'
import { momentOf } from '../../src/opinions/day.ts'
import { remind } from '../../src/opinions/reminders.ts'
import { callWith, now, openOffice } from '../support/office.ts'
import { weekends } from '../support/weekends.ts'

const extension = { call: '2026-1', deadline: '2026-09-04T17:00' }

async function openWithCall(change: Partial<Call> = {}) {
  const office = await openOffice()
  await office.put(office.records.put('calls', '2026-1', callWith(change)))
  return office
}

describe('an extension', () => {
  it.each([now, '2026-08-31T10:00'])('puts the deadline off, at %s', async (minute) => {
    await using office = await openWithCall()
    const { records, actor, commit } = office

    const { told } = await commit(await extendCall(records, await actor('yamada', minute), extension, weekends))

    expect(told).toEqual([
      { kind: 'call-extended', call: '2026-1', before: '2026-08-28T17:00', deadline: '2026-09-04T17:00' },
    ])
    const extended = momentOf(minute)
    expect((await records.find('calls', '2026-1'))?.value).toEqual(callWith({ deadline: extension.deadline, extended }))
  })

  it.each([
    [{}, { call: '2026-9' }, { why: 'unknown-call', call: '2026-9' }],
    [{ closed: 5 }, {}, { why: 'call-closed', call: '2026-1', closed: 5 }],
    [{ deadline: null }, {}, { why: 'no-deadline', call: '2026-1' }],
    [{}, { deadline: '2026-08-28T17:00' }, { why: 'not-later', call: '2026-1', deadline: '2026-08-28T17:00' }],
    [{}, { deadline: '2026-08-27T17:00' }, { why: 'not-later', call: '2026-1', deadline: '2026-08-28T17:00' }],
    [{}, { deadline: '2026-09-05T17:00' }, { why: 'closed-day', day: '2026-09-05', offered: '2026-09-07' }],
    [
      { deadline: '2026-08-18T17:00' },
      { deadline: '2026-08-19T17:00' },
      { why: 'deadline-past', deadline: '2026-08-19T17:00' },
    ],
  ])('of a call with %j by %j is refused, and changes nothing', async (call, change, refusal) => {
    await using office = await openWithCall(call)
    const { records, actor, commit, stored } = office
    const before = await stored()

    const decision = await extendCall(records, await actor('yamada'), { ...extension, ...change }, weekends)
    const { told } = await commit(decision)

    expect(told).toEqual([{ kind: 'refused', ...refusal }])
    expect(await stored()).toEqual(before)
  })

  it('conflicts with a closing of the same moment', async () => {
    await using office = await openWithCall()
    const { records, actor, commit } = office
    const closing = await closeCall(records, await actor('yamada'), { call: '2026-1' })
    const extending = await extendCall(records, await actor('kimura'), extension, weekends)

    expect(await commit(closing)).toMatchObject({ outcome: 'committed' })
    expect(await commit(extending)).toEqual({ outcome: 'conflict', told: [] })
    expect((await records.find('calls', '2026-1'))?.value.deadline).toBe('2026-08-28T17:00')
  })
})

describe('a closing', () => {
  it('ends the call', async () => {
    await using office = await openWithCall()
    const { records, actor, commit } = office

    const { told } = await commit(await closeCall(records, await actor('yamada'), { call: '2026-1' }))

    expect(told).toEqual([{ kind: 'call-closed', call: '2026-1' }])
    expect((await records.find('calls', '2026-1'))?.value).toEqual(callWith({ closed: momentOf(now) }))
  })

  it.each([
    [{}, '2026-9', { why: 'unknown-call', call: '2026-9' }],
    [{ closed: 5 }, '2026-1', { why: 'call-closed', call: '2026-1', closed: 5 }],
  ])('of a call with %j is refused for %s', async (change, call, refusal) => {
    await using office = await openWithCall(change)
    const { records, actor, commit, stored } = office
    const before = await stored()

    const { told } = await commit(await closeCall(records, await actor('yamada'), { call }))

    expect(told).toEqual([{ kind: 'refused', ...refusal }])
    expect(await stored()).toEqual(before)
  })
})

describe('reminders that wait for the morning', () => {
  it.each([
    ['a closing', closeCall],
    ['an extension', extendCall],
  ] as const)('are not sent after %s; those that could not be delivered stay', async (_, act) => {
    await using office = await openWithCall()
    const { records, actor, commit, put } = office
    await commit(await remind(records, weekends, momentOf('2026-08-25T21:00')))
    const id = 'reminder/2026-1/2026-08-28T17:00/1/ito'
    const undelivered = (await records.find('outbox', id))?.value ?? expect.unreachable()
    await put(records.put('outbox', id, { ...undelivered, refused: 'no place' }))
    const staff = await actor('yamada', '2026-08-25T22:00')

    await commit<unknown>(
      act === closeCall
        ? await closeCall(records, staff, { call: '2026-1' })
        : await extendCall(records, staff, extension, weekends),
    )

    expect((await records.list('outbox')).map(({ key }) => key.id)).toEqual([id])
  })
})

describe('a call', () => {
  it.each([
    ['sato', '2026-08-17T08:59', false],
    ['sato', '2026-08-17T09:00', true],
    ['sato', '2026-08-28T17:01', true],
    ['sato', '2026-08-31T09:59', true],
    ['sato', '2026-08-31T10:00', false],
    ['tanaka', '2026-08-20T10:00', false],
  ])('is open for %s at %s: %s', (member, minute, open) => {
    const call = callWith({ closed: momentOf('2026-08-31T10:00') })

    expect(isOpenFor(call, member, momentOf(minute))).toBe(open)
  })

  it.each([
    ['2026-08-28T17:00', 0, false],
    ['2026-08-28T17:00', 59_999, false],
    ['2026-08-28T17:00', 60_000, true],
    [null, 1, false],
  ])('with the deadline %s is late %i ms after it: %s', (deadline, ms, late) => {
    expect(isLate(callWith({ deadline }), momentOf('2026-08-28T17:00') + ms)).toBe(late)
  })
})
