import { describe, expect, it } from 'vitest'
import { findAddress, findPerson, roleOf } from '../../src/opinions/read-roster.ts'
import { openOffice } from '../support/office.ts'

describe('a role', () => {
  it.each([
    ['slack:sato', '2025-03-31', { kind: 'member', inTerm: false }],
    ['slack:sato', '2025-04-01', { kind: 'member', inTerm: true }],
    ['slack:sato', '2027-03-31', { kind: 'member', inTerm: true }],
    ['slack:sato', '2027-04-01', { kind: 'member', inTerm: false }],
    ['slack:mori', '2023-03-31', { kind: 'guest' }],
    ['slack:mori', '2023-04-01', { kind: 'staff', post: '課長' }],
    ['slack:mori', '2026-03-31', { kind: 'staff', post: '課長' }],
    ['slack:mori', '2026-04-01', { kind: 'guest' }],
    ['slack:yamada', '2099-01-01', { kind: 'staff', post: '係長' }],
    ['slack:nobody', '2026-08-20', { kind: 'guest' }],
    ['slack:claimed', '2026-08-20', { kind: 'guest' }],
    ['slack:gone', '2026-08-20', { kind: 'guest' }],
  ])('of %s on %s is %j', async (account, day, role) => {
    await using office = await openOffice()
    const { records, put } = office
    const common = { place: 'slack:dm', language: 'ja', since: 0 } as const
    await put(
      records.put('accounts', 'slack:claimed', { ...common, account: 'slack:claimed', holder: null, claimed: '山田' }),
      records.put('accounts', 'slack:gone', {
        ...common,
        account: 'slack:gone',
        holder: { kind: 'member', id: 'gone' },
        claimed: null,
      }),
    )

    const found = await roleOf(records, account, day)

    expect(found).toMatchObject(role)
  })
})

describe('a person', () => {
  it.each([
    ['sato', [{ kind: 'member', id: 'sato' }]],
    ['ｓａｔｏ', [{ kind: 'member', id: 'sato' }]],
    ['佐藤一郎', [{ kind: 'member', id: 'sato' }]],
    [' 佐藤 一郎 ', [{ kind: 'member', id: 'sato' }]],
    ['山田　太郎', [{ kind: 'staff', id: 'yamada' }]],
    ['佐藤', []],
    ['　', []],
  ])('called %j is %j', async (name, people) => {
    await using office = await openOffice()

    expect(await findPerson(office.records, name)).toEqual(people)
  })

  it('shares a name with all who bear it', async () => {
    await using office = await openOffice()
    const { records, put } = office
    await put(
      records.put('staff', 'sato-2', {
        id: 'sato-2',
        name: '佐藤 一郎',
        posts: [{ post: '主事', from: '2026-04-01', to: null }],
      }),
    )

    expect(await findPerson(records, '佐藤一郎')).toEqual([
      { kind: 'member', id: 'sato' },
      { kind: 'staff', id: 'sato-2' },
    ])
  })
})

describe('a place', () => {
  it.each([
    ['sato', 'slack:dm-sato'],
    ['suzuki', 'mail:suzuki@example.jp'],
    ['ito', undefined],
    ['nobody', undefined],
  ])('of %s is %s', async (member, place) => {
    await using office = await openOffice()

    expect((await findAddress(office.records, member)).place).toBe(place)
  })

  it('is that of the newest account that is confirmed', async () => {
    await using office = await openOffice()
    const { records, put } = office
    const holder = { kind: 'member', id: 'sato' } as const
    const common = { claimed: '佐藤', language: 'ja' } as const
    await put(
      records.put('accounts', 'a', { ...common, account: 'a', holder, place: 'teams:new', since: 90 }),
      records.put('accounts', 'b', { ...common, account: 'b', holder, place: 'teams:old', since: 80 }),
      records.put('accounts', 'c', { ...common, account: 'c', holder: null, place: 'teams:claimed', since: 99 }),
    )

    expect((await findAddress(records, 'sato')).place).toBe('teams:new')
  })
})
