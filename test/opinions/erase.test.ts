import { describe, expect, it } from 'vitest'
import { askMember } from '../../src/opinions/ask-member.ts'
import { momentOf } from '../../src/opinions/day.ts'
import type { Actor } from '../../src/opinions/decision.ts'
import { eraseSubmission, SubmissionErasure } from '../../src/opinions/erase.ts'
import { eraseMember } from '../../src/opinions/erase-member.ts'
import { listErasures } from '../../src/opinions/list-erasures.ts'
import type { Release } from '../../src/opinions/release.ts'
import { remind } from '../../src/opinions/reminders.ts'
import { callWith, fileSubmission, now, openOffice } from '../support/office.ts'
import { weekends } from '../support/weekends.ts'

const receipt = 'R8-012'
const reason = '本人の申出による'
/** What was asked for is seen and meant. */
const confirmed = true
const original = 'ab'.repeat(32)
/** 30 days after `now`. */
const until = momentOf('2026-09-19T10:00')
const words = '消していただきたい文面'

async function openWithSubmissions() {
  const office = await openOffice()
  const { records, actor, commit } = office
  await office.put(records.put('calls', '2026-1', callWith()))
  const onBehalf = { means: 'mail', day: '2026-08-17', original } as const
  await fileSubmission(office, receipt, 'sato', { version: 2, text: words, onBehalf })
  await fileSubmission(office, 'R8-013', 'suzuki', { text: '残る文面' })
  for (const one of [receipt, 'R8-013']) {
    const question = { receipt: one, text: `${one}についての問い`, until: null }
    await commit(await askMember(records, await actor('yamada'), question, weekends))
  }
  return office
}

describe('an erasure', () => {
  it('is asked for by one of the staff, and erases nothing yet', async () => {
    await using office = await openWithSubmissions()
    const { records, actor, commit, stored } = office
    const before = await stored()

    const { told } = await commit(await eraseSubmission(records, await actor('yamada'), { receipt, reason, confirmed }))

    const requested = { by: 'yamada', at: momentOf(now), reason }
    expect(told).toEqual([{ kind: 'erasure-requested', receipt, until }])
    expect((await records.find('erasures', receipt))?.value).toEqual({ requested, done: null })
    expect((await stored()).filter(({ key }) => key.collection !== 'erasures')).toEqual(before)
  })

  it('is done by another: the words, who sent them, the questions and the notices leave the disk', async () => {
    await using office = await openWithSubmissions()
    const { folder, records, actor, commit, stored } = office
    await commit(await eraseSubmission(records, await actor('yamada'), { receipt, reason, confirmed }))
    const later = await actor('kimura', '2026-08-21T09:00')
    expect(folder.grep(words)).not.toEqual([])

    const { told } = await commit(await eraseSubmission(records, later, { receipt, reason: '確認済み', confirmed }))

    expect(told).toEqual([{ kind: 'erased', receipt }])
    for (const trace of [words, original, `${receipt}についての問い`]) expect(folder.grep(trace)).toEqual([])
    const kept = (await stored()).filter(({ key }) => key.id.includes(receipt))
    expect(kept.map(({ key }) => `${key.collection}/${key.id}`)).toEqual([
      `submissions/${receipt}`,
      `erasures/${receipt}`,
    ])
    expect((await records.find('submissions', receipt))?.value).toMatchObject({
      version: 2,
      erased: momentOf('2026-08-21T09:00'),
      onBehalf: { means: 'mail', original: null },
    })
    expect((await records.find('erasures', receipt))?.value.done).toMatchObject({ by: 'kimura', reason: '確認済み' })
  })

  it.each(['receipt', 'member'] as const)('by %s shows another who asked, when and why, and waits', async (of) => {
    await using office = await openWithSubmissions()
    const { records, actor, commit, stored } = office
    const erase = async (by: Actor, change: object) =>
      of === 'receipt'
        ? await commit(await eraseSubmission(records, by, { receipt, reason, confirmed, ...change }))
        : await commit(await eraseMember(records, by, { member: 'sato', reason, confirmed, ...change }))
    await erase(await actor('yamada'), {})
    const before = await stored()
    const kimura = await actor('kimura', '2026-09-19T09:59')

    const { told } = await erase(kimura, { reason: '確認済み', confirmed: false })

    const member = of === 'receipt' ? null : 'sato'
    const requested = { by: 'yamada', since: momentOf(now), reason, until }
    expect(told).toEqual([{ kind: 'erasure-waits', member, receipts: [receipt], ...requested }])
    expect(await stored()).toEqual(before)
    expect((await commit(await listErasures(records, kimura))).told).toEqual([
      { kind: 'erasures', waiting: [{ member, receipts: [receipt], ...requested }] },
    ])
  })

  it.each(['yamada', 'kimura'] as const)('lapses after 30 days: %s asks anew', async (who) => {
    await using office = await openWithSubmissions()
    const { records, actor, commit } = office
    await commit(await eraseSubmission(records, await actor('yamada'), { receipt, reason, confirmed }))
    const late = await actor(who, '2026-09-19T10:00')
    const before = await commit(await listErasures(records, late))

    const { told } = await commit(await eraseSubmission(records, late, { receipt, reason, confirmed }))

    expect(before.told).toEqual([{ kind: 'erasures', waiting: [] }])
    expect(told).toMatchObject([{ kind: 'erasure-requested', receipt, until: momentOf('2026-10-19T10:00') }])
    expect((await records.find('erasures', receipt))?.value).toMatchObject({
      requested: { by: who, at: until },
      done: null,
    })
    expect(await records.list('versions', { receipt })).toHaveLength(2)
  })

  it('is no longer listed once it is done, or once the submission has gone with its member', async () => {
    await using office = await openWithSubmissions()
    const { records, actor, commit } = office
    await commit(await eraseSubmission(records, await actor('yamada'), { receipt, reason, confirmed }))
    for (const who of ['yamada', 'kimura'] as const)
      await commit(await eraseMember(records, await actor(who), { member: 'sato', reason, confirmed }))

    const { told } = await commit(await listErasures(records, await actor('yamada')))

    expect(told).toEqual([{ kind: 'erasures', waiting: [] }])
  })

  it('takes the hash of an original off the disk, in whatever store', async () => {
    await using office = await openWithSubmissions()
    const { records, actor, commit } = office
    await commit(await eraseSubmission(records, await actor('yamada'), { receipt, reason, confirmed }))

    const { effect } = await eraseSubmission(records, await actor('kimura'), { receipt, reason, confirmed })

    const key = records.key('submissions', receipt)
    expect(effect(0).changes.filter((change) => change.key.collection === 'submissions')).toEqual([
      { kind: 'erase', key },
      expect.objectContaining({ kind: 'put', key }),
    ])
  })

  it('touches nothing of another receipt', async () => {
    await using office = await openWithSubmissions()
    const { records, actor, commit, stored } = office
    const others = async () => (await stored()).filter(({ key }) => key.id.includes('R8-013'))
    const before = await others()
    await commit(await eraseSubmission(records, await actor('yamada'), { receipt, reason, confirmed }))

    await commit(await eraseSubmission(records, await actor('kimura'), { receipt, reason, confirmed }))

    expect(before).toHaveLength(5)
    expect(await others()).toEqual(before)
  })

  it('is not done by the same person, also on another day', async () => {
    await using office = await openWithSubmissions()
    const { records, actor, commit, stored } = office
    await commit(await eraseSubmission(records, await actor('yamada'), { receipt, reason, confirmed }))
    const before = await stored()
    const later = await actor('yamada', '2026-08-25T09:00')

    const { told } = await commit(await eraseSubmission(records, later, { receipt, reason, confirmed }))

    expect(told).toEqual([{ kind: 'refused', why: 'another-needed', by: 'yamada', since: momentOf(now) }])
    expect(await stored()).toEqual(before)
  })

  it.each([
    ['R8-999', { why: 'unknown-receipt', receipt: 'R8-999' }],
    ['R8-021', { why: 'already-erased', receipt: 'R8-021', erased: 5 }],
  ])('of %s is refused, and changes nothing', async (one, refusal) => {
    await using office = await openWithSubmissions()
    const { records, actor, commit, stored } = office
    await fileSubmission(office, 'R8-021', 'sato', { erased: 5 })
    const before = await stored()

    const { told } = await commit(
      await eraseSubmission(records, await actor('yamada'), { receipt: one, reason, confirmed }),
    )

    expect(told).toEqual([{ kind: 'refused', ...refusal }])
    expect(await stored()).toEqual(before)
  })

  it('of what is published takes it off the disk, and out of the annex that answers are given from', async () => {
    await using office = await openWithSubmissions()
    const { records, actor, commit } = office
    await commit(await eraseSubmission(records, await actor('yamada'), { receipt, reason, confirmed }))
    await fileSubmission(office, receipt, 'sato', { stage: 'published', text: words })
    const shared = { decided: '2026-09-24', number: '1', post: '局長', by: 'yamada', at: 5 }
    const published = { day: '2026-10-01', address: 'https://www.city.example.jp/', by: 'yamada', at: 6 }
    const receipts = [receipt, 'R8-099']
    const release: Release = { id: '2026-1', call: '2026-1', names: 'none', receipts, shared, published }
    await office.put(records.put('releases', '2026-1', release))

    const { told } = await commit(await eraseSubmission(records, await actor('kimura'), { receipt, reason, confirmed }))

    expect(told).toEqual([{ kind: 'erased', receipt }])
    expect(await records.find('versions', 'R8-012.1')).toBeUndefined()
    expect((await records.find('releases', '2026-1'))?.value.receipts).toEqual(['R8-099'])
  })

  it('needs a reason', () => {
    expect(SubmissionErasure.safeParse({ receipt, reason: '　\n' }).success).toBe(false)
  })

  it.each(['the first', 'the second'])(
    'conflicts with what changes the submission meanwhile: %s call',
    async (call) => {
      await using office = await openWithSubmissions()
      const { records, actor, commit } = office
      if (call === 'the second') {
        await commit(await eraseSubmission(records, await actor('kimura'), { receipt, reason, confirmed }))
      }
      const decision = await eraseSubmission(records, await actor('yamada'), { receipt, reason, confirmed })
      const submission = (await records.find('submissions', receipt))?.value ?? expect.unreachable()
      await office.put(records.put('submissions', receipt, { ...submission, stage: 'published' }))

      expect(await commit(decision)).toEqual({ outcome: 'conflict', told: [] })
      expect(await records.list('versions', { receipt })).toHaveLength(2)
    },
  )

  it('asked for by two at once is asked for by one', async () => {
    await using office = await openWithSubmissions()
    const { records, actor, commit } = office
    const one = await eraseSubmission(records, await actor('yamada'), { receipt, reason, confirmed })
    const other = await eraseSubmission(records, await actor('kimura'), { receipt, reason, confirmed })

    expect(await commit(one)).toMatchObject({ outcome: 'committed' })
    expect(await commit(other)).toEqual({ outcome: 'conflict', told: [] })
  })
})

describe('an erasure of a member', () => {
  it('takes him, his accounts and all that he sent off the disk, by two of the staff', async () => {
    await using office = await openWithSubmissions()
    const { folder, records, actor, commit } = office
    await fileSubmission(office, 'R8-014', 'sato', { kind: 'none' })
    const news = { kind: 'account-confirmed', account: 'slack:sato' } as const
    const times = { from: 0, failures: 0, next: 0, refused: null }
    await office.put(records.put('outbox', 'confirmed', { place: 'slack:dm-sato', language: 'ja', news, ...times }))
    const request = await commit(
      await eraseMember(records, await actor('yamada'), { member: 'sato', reason, confirmed }),
    )
    expect(await records.find('members', 'sato')).toBeDefined()

    const { told } = await commit(
      await eraseMember(records, await actor('kimura'), { member: 'sato', reason, confirmed }),
    )

    const receipts = [receipt, 'R8-014']
    expect(request.told).toEqual([{ kind: 'member-erasure-requested', member: 'sato', receipts, until }])
    expect(told).toEqual([{ kind: 'member-erased', member: 'sato', receipts }])
    for (const trace of [words, '佐藤', 'slack:sato', 'slack:dm-sato']) expect(folder.grep(trace)).toEqual([])
    const erased = (await records.list('submissions')).filter(({ value }) => value.erased !== null)
    expect(erased.map(({ value }) => value.receipt).toSorted()).toEqual(receipts)
    expect((await records.find('calls', '2026-1'))?.value.asked).toEqual(['suzuki', 'ito'])
    expect((await records.find('versions', 'R8-013.1'))?.value.text).toBe('残る文面')
  })

  it('can be asked for again when something of his came in just before it was done', async () => {
    await using office = await openWithSubmissions()
    const { folder, records, actor, commit } = office
    const erasure = { member: 'sato', reason, confirmed }
    await commit(await eraseMember(records, await actor('yamada'), erasure))
    const performing = await eraseMember(records, await actor('kimura'), erasure)
    await fileSubmission(office, 'R8-014', 'sato', { text: '同時の文面' })
    await commit(performing)

    const request = await commit(await eraseMember(records, await actor('yamada'), erasure))
    const { told } = await commit(await eraseMember(records, await actor('kimura'), erasure))

    expect(request.told).toMatchObject([{ kind: 'member-erasure-requested' }])
    expect(told).toEqual([{ kind: 'member-erased', member: 'sato', receipts: ['R8-014'] }])
    expect(folder.grep('同時の文面')).toEqual([])
  })

  it('conflicts with what changes his calls meanwhile', async () => {
    await using office = await openWithSubmissions()
    const { records, actor, commit } = office
    await commit(await eraseMember(records, await actor('yamada'), { member: 'ito', reason, confirmed }))
    const decision = await eraseMember(records, await actor('kimura'), { member: 'ito', reason, confirmed })
    await office.put(records.put('calls', '2026-1', callWith({ closed: 5 })))

    expect(await commit(decision)).toEqual({ outcome: 'conflict', told: [] })
    expect((await records.find('calls', '2026-1'))?.value.closed).toBe(5)
  })

  it('takes the reminders that wait for him along', async () => {
    await using office = await openOffice()
    const { records, actor, commit, put } = office
    await put(records.put('calls', '2026-1', callWith()))
    await commit(await remind(records, weekends, momentOf('2026-08-25T08:00')))
    await commit(await eraseMember(records, await actor('yamada'), { member: 'ito', reason, confirmed }))

    await commit(await eraseMember(records, await actor('kimura'), { member: 'ito', reason, confirmed }))

    const reminded = (await records.list('outbox')).map(({ value: { place } }) => place)
    expect(reminded).toEqual(['slack:dm-sato', 'mail:suzuki@example.jp'])
  })

  it('whom nobody knows is refused, and changes nothing', async () => {
    await using office = await openWithSubmissions()
    const { records, actor, commit, stored } = office
    const member = 'nobody'
    const before = await stored()

    const { told } = await commit(await eraseMember(records, await actor('yamada'), { member, reason, confirmed }))

    expect(told).toEqual([{ kind: 'refused', why: 'unknown-member', member }])
    expect(await stored()).toEqual(before)
  })

  it('is not done by the same person', async () => {
    await using office = await openWithSubmissions()
    const { records, actor, commit } = office
    await commit(await eraseMember(records, await actor('yamada'), { member: 'sato', reason, confirmed }))

    const { told } = await commit(
      await eraseMember(records, await actor('yamada'), { member: 'sato', reason, confirmed }),
    )

    expect(told).toMatchObject([{ kind: 'refused', why: 'another-needed', by: 'yamada' }])
    expect(await records.find('members', 'sato')).toBeDefined()
  })
})
