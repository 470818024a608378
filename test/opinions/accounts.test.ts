import { describe, expect, it } from 'vitest'
import { claimAccount, confirmAccount, longestClaim } from '../../src/opinions/accounts.ts'
import { momentOf } from '../../src/opinions/day.ts'
import { findAddress, roleOf } from '../../src/opinions/read-roster.ts'
import { now, openOffice } from '../support/office.ts'

describe('a first contact', () => {
  it('keeps who somebody says he is, and gives him no rights', async () => {
    await using office = await openOffice()
    const { records, actor, commit } = office

    const { told } = await commit(await claimAccount(records, await actor('guest'), ' 山田　太郎\u202e\0 '))

    expect(told).toEqual([{ kind: 'account-claimed', account: 'slack:guest' }])
    expect((await records.find('accounts', 'slack:guest'))?.value).toEqual({
      account: 'slack:guest',
      holder: null,
      claimed: '山田　太郎',
      place: 'slack:dm-guest',
      language: 'ja',
      since: momentOf(now),
    })
    expect(await roleOf(records, 'slack:guest', '2026-08-20')).toEqual({ kind: 'guest' })
  })

  it('can be put right until it is confirmed', async () => {
    await using office = await openOffice()
    const { records, actor, commit } = office
    await commit(await claimAccount(records, await actor('guest'), '伊東'))

    await commit(await claimAccount(records, await actor('guest', '2026-08-21T10:00'), '伊藤'))

    const account = (await records.find('accounts', 'slack:guest'))?.value
    expect(account).toMatchObject({ claimed: '伊藤', since: momentOf(now) })
  })

  it.each([
    ['\0　', { why: 'name-empty' }],
    ['あ'.repeat(longestClaim + 1), { why: 'name-too-long', most: longestClaim }],
  ])('as %j is refused, and keeps nothing', async (name, refusal) => {
    await using office = await openOffice()
    const { records, actor, commit, stored } = office
    const before = await stored()

    const { told } = await commit(await claimAccount(records, await actor('guest'), name))

    expect(told).toEqual([{ kind: 'refused', ...refusal }])
    expect(await stored()).toEqual(before)
  })

  it.each(['sato', 'tanaka', 'yamada', 'mori'] as const)('of %s, who is confirmed, changes nothing', async (who) => {
    await using office = await openOffice()
    const { records, actor, commit, stored } = office
    const before = await stored()

    const { told } = await commit(await claimAccount(records, await actor(who), '山田　太郎'))

    expect(told).toEqual([{ kind: 'account-already-confirmed', account: `slack:${who}` }])
    expect(await stored()).toEqual(before)
  })
})

async function openWithClaim() {
  const office = await openOffice()
  await office.commit(await claimAccount(office.records, await office.actor('guest'), '伊藤'))
  return office
}

describe('a confirmation', () => {
  it('names the holder, and tells him so within the hours', async () => {
    await using office = await openWithClaim()
    const { records, actor, commit } = office
    const staff = await actor('yamada', '2026-08-20T20:30')

    const { told } = await commit(await confirmAccount(records, staff, { account: 'slack:guest', person: '伊藤次郎' }))

    const holder = { kind: 'member', id: 'ito' }
    expect(told).toEqual([{ kind: 'account-confirmed', account: 'slack:guest', holder }])
    expect(await roleOf(records, 'slack:guest', '2026-08-20')).toMatchObject({ kind: 'member', inTerm: true })
    expect((await findAddress(records, 'ito')).place).toBe('slack:dm-guest')
    const id = `account-confirmed/slack:guest/2026-08-20/${momentOf(now)}`
    const from = momentOf('2026-08-21T08:00')
    expect((await records.find('outbox', id))?.value).toEqual({
      place: 'slack:dm-guest',
      language: 'ja',
      news: { kind: 'account-confirmed', account: 'slack:guest' },
      from,
      failures: 0,
      next: from,
      refused: null,
    })
  })

  it.each([
    ['slack:nobody', 'ito', { kind: 'refused', why: 'unknown-account', account: 'slack:nobody' }],
    ['slack:guest', '誰か', { kind: 'refused', why: 'unknown-person', person: '誰か' }],
    [
      'slack:sato',
      'ito',
      { kind: 'refused', why: 'somebody-elses', account: 'slack:sato', holder: { kind: 'member', id: 'sato' } },
    ],
    ['slack:sato', 'sato', { kind: 'account-already-confirmed', account: 'slack:sato' }],
  ])('of %s as %s changes nothing', async (account, person, expected) => {
    await using office = await openWithClaim()
    const { records, actor, commit, stored } = office
    const before = await stored()

    const { told } = await commit(await confirmAccount(records, await actor('yamada'), { account, person }))

    expect(told).toEqual([expected])
    expect(await stored()).toEqual(before)
  })

  it('as a name that two people bear names both', async () => {
    await using office = await openWithClaim()
    const { records, actor, commit, put } = office
    const posts = [{ post: '主事', from: '2026-04-01', to: null }]
    await put(records.put('staff', 'ito-2', { id: 'ito-2', name: '伊藤 次郎', posts }))
    const confirmation = { account: 'slack:guest', person: '伊藤次郎' }

    const { told } = await commit(await confirmAccount(records, await actor('yamada'), confirmation))

    const candidates = [
      { kind: 'member', id: 'ito' },
      { kind: 'staff', id: 'ito-2' },
    ]
    expect(told).toEqual([{ kind: 'refused', why: 'ambiguous-person', person: '伊藤次郎', candidates }])
    expect((await records.find('accounts', 'slack:guest'))?.value.holder).toBeNull()
  })

  it('conflicts with another of the same account, so that one holder stands', async () => {
    await using office = await openWithClaim()
    const { records, actor, commit } = office
    const account = 'slack:guest'
    const one = await confirmAccount(records, await actor('yamada'), { account, person: 'ito' })
    const other = await confirmAccount(records, await actor('kimura'), { account, person: 'suzuki' })

    expect(await commit(one)).toMatchObject({ outcome: 'committed' })
    expect(await commit(other)).toEqual({ outcome: 'conflict', told: [] })
    expect((await records.find('accounts', account))?.value.holder).toEqual({ kind: 'member', id: 'ito' })
    expect(await records.list('outbox')).toHaveLength(1)
  })
})
