import { describe, expect, it } from 'vitest'
import { momentOf } from '../../src/opinions/day.ts'
import { NewCall, openCall } from '../../src/opinions/open-call.ts'
import { callWith, now, openOffice } from '../support/office.ts'
import { weekends, weekendsAnd } from '../support/weekends.ts'

function callOf(change: object = {}): NewCall {
  return NewCall.parse({
    id: '2026-1',
    name: '令和８年度第１回',
    form: 'meeting',
    approval: false,
    agenda: ['評価について'],
    documents: ['資料1'],
    deadline: '2026-08-28',
    asked: 'all',
    ...change,
  })
}

describe('the form of a call', () => {
  it.each([
    ['2026-08-28', '2026-08-28T17:00'],
    ['2026-08-28T12:00', '2026-08-28T12:00'],
    [null, null],
  ])('takes %s as the deadline %s', (typed, deadline) => {
    expect(callOf({ deadline: typed }).deadline).toBe(deadline)
  })

  it('is the same when it is read again', () => {
    const call = callOf({ name: ' 令和８年度\n第１回 ' })

    expect(NewCall.parse(call)).toEqual(call)
  })

  it.each([
    [{ deadline: '2026-02-30' }],
    [{ deadline: '2026-02-30T17:00' }],
    [{ deadline: '2026-08-28T24:00' }],
    [{ id: 'standing' }],
    [{ id: '2026-1/x' }],
    [{ name: '　' }],
    [{ agenda: [''] }],
    [{ opened: 0 }],
  ])('does not take %j', (change) => {
    expect(() => callOf(change)).toThrow()
  })
})

describe('a call', () => {
  it('asks all members in term, and is kept as it was opened', async () => {
    await using office = await openOffice()
    const { records, actor, commit } = office

    const { told } = await commit(await openCall(records, await actor('yamada'), callOf(), weekends))

    expect(told).toEqual([{ kind: 'call-opened', call: '2026-1', asked: 3, deadline: '2026-08-28T17:00' }])
    expect((await records.find('calls', '2026-1'))?.value).toEqual(callWith({ opened: momentOf(now) }))
  })

  it.each([
    ['on the day of the deadline', { deadline: '2027-04-01' }, { why: 'nobody-to-ask', day: '2027-04-01' }],
    [
      'by name, when that is over',
      { asked: ['ito', 'tanaka'] },
      { why: 'not-in-term', members: ['tanaka'], day: '2026-08-28' },
    ],
    [
      'today, without a deadline',
      { deadline: null, asked: ['tanaka'] },
      { why: 'not-in-term', members: ['tanaka'], day: '2026-08-20' },
    ],
  ])('goes by the term %s', async (_, change, refusal) => {
    await using office = await openOffice()
    const { records, actor, commit } = office

    const { told } = await commit(await openCall(records, await actor('yamada'), callOf(change), weekends))

    expect(told).toEqual([{ kind: 'refused', ...refusal }])
    expect(await records.list('calls')).toEqual([])
  })

  it('asks each member named once, by id or name', async () => {
    await using office = await openOffice()
    const { records, actor, commit } = office
    const call = callOf({ asked: ['伊藤 次郎', 'sato', 'ito'] })

    await commit(await openCall(records, await actor('yamada'), call, weekends))

    expect((await records.find('calls', '2026-1'))?.value.asked).toEqual(['ito', 'sato'])
  })

  it('of a meeting in writing may ask for approval', async () => {
    await using office = await openOffice()
    const { records, actor, commit } = office
    const call = callOf({ form: 'written', approval: true })

    const { told } = await commit(await openCall(records, await actor('yamada'), call, weekends))

    expect(told).toMatchObject([{ kind: 'call-opened' }])
  })

  it.each([
    [{ approval: true }, { why: 'approval-not-written' }],
    [{ deadline: '2026-08-19' }, { why: 'deadline-past', deadline: '2026-08-19T17:00' }],
    [{ deadline: now }, { why: 'deadline-past', deadline: now }],
    [{ deadline: '2026-08-29' }, { why: 'closed-day', day: '2026-08-29', offered: '2026-09-01' }],
    [{ deadline: '2026-08-31T12:00' }, { why: 'closed-day', day: '2026-08-31', offered: '2026-09-01' }],
    [{ asked: ['sato', '誰か', 'yamada'] }, { why: 'unknown-members', names: ['誰か', 'yamada'] }],
    [{ asked: [] }, { why: 'nobody-to-ask', day: '2026-08-28' }],
  ])('with %j is refused, and nothing is kept', async (change, refusal) => {
    await using office = await openOffice()
    const { records, actor, commit, stored } = office
    const before = await stored()

    const decision = await openCall(records, await actor('yamada'), callOf(change), weekendsAnd('2026-08-31'))
    const { told } = await commit(decision)

    expect(told).toEqual([{ kind: 'refused', ...refusal }])
    expect(await stored()).toEqual(before)
  })

  it('to a name that two members bear names both', async () => {
    await using office = await openOffice()
    const { records, actor, commit, put } = office
    const ito = (await records.find('members', 'ito'))?.value ?? expect.unreachable()
    await put(records.put('members', 'ito-2', { ...ito, id: 'ito-2' }))
    const call = callOf({ asked: ['伊藤次郎'] })

    const { told } = await commit(await openCall(records, await actor('yamada'), call, weekends))

    const candidates = ['ito', 'ito-2']
    expect(told).toEqual([{ kind: 'refused', why: 'ambiguous-member', name: '伊藤次郎', candidates }])
  })

  it('is opened once: a second of its id is refused, and conflicts when it comes at the same time', async () => {
    await using office = await openOffice()
    const { records, actor, commit } = office
    const one = await openCall(records, await actor('yamada'), callOf(), weekends)
    const other = await openCall(records, await actor('kimura'), callOf({ name: '別の会議' }), weekends)

    expect(await commit(one)).toMatchObject({ outcome: 'committed' })
    expect(await commit(other)).toEqual({ outcome: 'conflict', told: [] })
    const later = await commit(await openCall(records, await actor('kimura'), callOf(), weekends))
    expect(later.told).toEqual([{ kind: 'refused', why: 'call-exists', call: '2026-1' }])
    expect((await records.find('calls', '2026-1'))?.value.name).toBe('令和８年度第１回')
  })

  it('conflicts with a change of the roster that it rests on', async () => {
    await using office = await openOffice()
    const { records, actor, commit, put } = office
    const decision = await openCall(records, await actor('yamada'), callOf(), weekends)
    const ito = (await records.find('members', 'ito'))?.value ?? expect.unreachable()
    await put(records.put('members', 'ito', { ...ito, terms: [{ from: '2025-04-01', to: '2026-08-01' }] }))

    expect(await commit(decision)).toMatchObject({ outcome: 'conflict' })
    expect(await records.list('calls')).toEqual([])
  })
})
