import { describe, expect, it } from 'vitest'
import { mendNotices } from '../../src/conversation/mend-notices.ts'
import { momentOf } from '../../src/opinions/day.ts'
import type { News, Notice } from '../../src/opinions/notice.ts'
import { callWith, fileSubmission, now, openOffice } from '../support/office.ts'

const receipt = 'R8-001'
const reminder = { kind: 'reminder', call: '2026-1', member: 'ito' } as const
const refused: Pick<Notice, 'failures' | 'refused'> = { failures: 3, refused: 'お届けする先がありません。' }
const mail = 'mail:ito@example.jp'

/** An office in which something waits for Ito, who has no place, in an open call. */
async function openWith(news: News, change: Partial<Notice> = {}, place = 'none:ito') {
  const office = await openOffice()
  const { records, put, commit } = office
  await put(
    records.put('calls', '2026-1', callWith()),
    records.put('outbox', 'n', { place, language: 'ja', news, from: 5, next: 9, ...refused, ...change }),
  )
  const mend = async (minute = now) => await commit(await mendNotices(records, momentOf(minute)))
  const notice = async () => (await records.find('outbox', 'n'))?.value
  const giveMail = async () => {
    const ito = (await records.find('members', 'ito'))?.value ?? expect.unreachable()
    await put(records.put('members', 'ito', { ...ito, mail: 'ito@example.jp' }))
  }
  return { office, mend, notice, giveMail }
}

describe('a notice that had nowhere to go', () => {
  it.each<[News, string]>([
    [{ kind: 'receipt', receipt }, '2026-08-20T21:00'],
    [reminder, '2026-08-21T08:00'],
    [{ kind: 'question-back', receipt, number: 1 }, '2026-08-21T08:00'],
  ])('goes to the place that its member has now: %j from %s', async (news, from) => {
    const { office, mend, notice, giveMail } = await openWith(news)
    await using _ = office
    await giveMail()

    await mend('2026-08-20T21:00')

    const at = momentOf(from)
    expect(await notice()).toEqual({
      ...{ place: mail, language: 'ja', news, from: at, next: at, failures: 0, refused: null },
    })
  })

  it.each<[string, Partial<Notice>]>([
    ['stays while the member has no place', {}],
    ['stays where it is at another place', { place: 'slack:dm-gone' }],
    ['stays while it has not been tried', { refused: null }],
  ])('%s', async (name, change) => {
    const { office, mend, notice, giveMail } = await openWith({ kind: 'receipt', receipt }, change)
    await using _ = office
    if (!name.includes('no place')) await giveMail()
    const before = await office.stored()

    await mend()

    expect(await notice()).toBeDefined()
    expect(await office.stored()).toEqual(before)
  })

  it('conflicts with what changes it, or the address, meanwhile', async () => {
    const { office, notice, giveMail } = await openWith({ kind: 'receipt', receipt })
    await using _ = office
    const { records, put, commit } = office
    await giveMail()
    const decision = await mendNotices(records, momentOf(now))
    const ito = (await records.find('members', 'ito'))?.value ?? expect.unreachable()
    await put(records.put('members', 'ito', { ...ito, mail: 'new@example.jp' }))

    expect(await commit(decision)).toEqual({ outcome: 'conflict', told: [] })
    expect((await notice())?.place).toBe('none:ito')
  })
})

describe.each([
  ['refused', refused],
  ['waiting', { refused: null }],
] as const)('a reminder that is %s', (_, state) => {
  it.each(['closed', 'past', 'answered', 'not asked', 'gone'])('is taken out where its call is %s', async (why) => {
    const { office, mend, notice } = await openWith(reminder, state, 'slack:dm-ito')
    await using _ = office
    const { records, put } = office
    if (why === 'closed') await put(records.put('calls', '2026-1', callWith({ closed: 5 })))
    if (why === 'not asked') await put(records.put('calls', '2026-1', callWith({ asked: ['sato'] })))
    if (why === 'gone') await put({ kind: 'delete', key: records.key('calls', '2026-1') })
    if (why === 'answered') await fileSubmission(office, receipt, 'ito')

    await mend(why === 'past' ? '2026-08-28T17:00' : now)

    expect(await notice()).toBeUndefined()
  })

  it('stays while it is of use', async () => {
    const { office, mend, notice } = await openWith(reminder, state, 'slack:dm-ito')
    await using _ = office
    await fileSubmission(office, receipt, 'sato')
    const before = await notice()

    await mend('2026-08-28T16:59')

    expect(await notice()).toEqual(before)
  })
})
