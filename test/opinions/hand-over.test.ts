import { describe, expect, it } from 'vitest'
import { type HandOver, handOver } from '../../src/opinions/hand-over.ts'
import { roleOf } from '../../src/opinions/read-roster.ts'
import { openOffice } from '../support/office.ts'

const handing: HandOver = { from: '山田太郎', to: { id: 'abe', name: '阿部　桃' }, day: '2027-04-01' }

describe('a handover', () => {
  it('passes the post on from the day, to somebody new', async () => {
    await using office = await openOffice()
    const { records, actor, commit } = office

    const { told } = await commit(await handOver(records, await actor('yamada'), handing))

    expect(told).toEqual([
      { kind: 'handed-over', post: '係長', from: 'yamada', to: 'abe', day: '2027-04-01', isNew: true },
    ])
    expect((await records.find('staff', 'abe'))?.value).toEqual({
      id: 'abe',
      name: '阿部　桃',
      posts: [{ post: '係長', from: '2027-04-01', to: null }],
    })
    expect(await roleOf(records, 'slack:yamada', '2027-03-31')).toMatchObject({ kind: 'staff' })
    expect(await roleOf(records, 'slack:yamada', '2027-04-01')).toEqual({ kind: 'guest' })
    expect((await records.find('accounts', 'slack:yamada'))?.value.holder).toEqual({ kind: 'staff', id: 'yamada' })
  })

  it.each([{ name: '木村 桜' }, { id: 'kimura', name: '木村桜' }])('passes it on to %j, who has a post', async (to) => {
    await using office = await openOffice()
    const { records, actor, commit } = office

    const { told } = await commit(await handOver(records, await actor('yamada'), { ...handing, to }))

    expect(told).toMatchObject([{ kind: 'handed-over', to: 'kimura', isNew: false }])
    expect((await records.find('staff', 'kimura'))?.value).toEqual({
      id: 'kimura',
      name: '木村　桜',
      posts: [
        { post: '主任', from: '2026-04-01', to: null },
        { post: '係長', from: '2027-04-01', to: null },
      ],
    })
  })

  it('takes the post that is named where several are held', async () => {
    await using office = await openOffice()
    const { records, actor, commit } = office
    await commit(await handOver(records, await actor('yamada'), { ...handing, to: { name: 'kimura' } }))
    const next = { ...handing, from: 'kimura', day: '2027-05-01' }

    const unnamed = await commit(await handOver(records, await actor('yamada'), next))
    const named = await commit(await handOver(records, await actor('yamada'), { ...next, post: '係長' }))

    expect(unnamed.told).toEqual([{ kind: 'refused', why: 'several-posts', staff: 'kimura', posts: ['主任', '係長'] }])
    expect(named.told).toMatchObject([{ kind: 'handed-over', post: '係長', to: 'abe' }])
    expect(await roleOf(records, 'slack:kimura', '2027-05-01')).toMatchObject({ kind: 'staff', post: '主任' })
  })

  it.each([
    [{ from: '誰か' }, { why: 'unknown-staff', person: '誰か' }],
    [{ from: '佐藤一郎' }, { why: 'unknown-staff', person: '佐藤一郎' }],
    [{ from: 'mori' }, { why: 'no-post', staff: 'mori', day: '2027-03-31' }],
    [{ post: '課長' }, { why: 'no-post', staff: 'yamada', day: '2027-03-31' }],
    [{ day: '2025-04-01' }, { why: 'no-post', staff: 'yamada', day: '2025-03-31' }],
    [{ to: { name: '阿部' } }, { why: 'id-needed', person: '阿部' }],
    [{ to: { id: 'kimura', name: '阿部' } }, { why: 'id-taken', id: 'kimura', name: '木村　桜' }],
    [{ to: { id: 'sato', name: '佐藤　一郎' } }, { why: 'id-taken', id: 'sato', name: '佐藤　一郎' }],
    [{ to: { name: 'yamada' } }, { why: 'same-person', staff: 'yamada' }],
  ])('with %j is refused, and changes nothing', async (change, refusal) => {
    await using office = await openOffice()
    const { records, actor, commit, stored } = office
    const before = await stored()

    const { told } = await commit(await handOver(records, await actor('kimura'), { ...handing, ...change }))

    expect(told).toEqual([{ kind: 'refused', ...refusal }])
    expect(await stored()).toEqual(before)
  })

  it('is not made twice: who has handed over holds the post no longer', async () => {
    await using office = await openOffice()
    const { records, actor, commit } = office
    await commit(await handOver(records, await actor('yamada'), handing))

    const again = await commit(await handOver(records, await actor('kimura'), handing))

    expect(again.told).toEqual([{ kind: 'refused', why: 'already-holds', staff: 'abe', post: '係長' }])
    expect((await records.find('staff', 'abe'))?.value.posts).toHaveLength(1)
  })

  it('conflicts with another of the same post, so that one successor stands', async () => {
    await using office = await openOffice()
    const { records, actor, commit } = office
    const one = await handOver(records, await actor('yamada'), handing)
    const other = await handOver(records, await actor('kimura'), { ...handing, to: { name: 'kimura' } })

    expect(await commit(one)).toMatchObject({ outcome: 'committed' })
    expect(await commit(other)).toEqual({ outcome: 'conflict', told: [] })
    expect((await records.find('staff', 'kimura'))?.value.posts).toHaveLength(1)
  })
})
