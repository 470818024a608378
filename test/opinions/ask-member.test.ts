import { describe, expect, it } from 'vitest'
import { askMember, MemberQuestion } from '../../src/opinions/ask-member.ts'
import { momentOf } from '../../src/opinions/day.ts'
import { eraseSubmission } from '../../src/opinions/erase.ts'
import { fileSubmission, now, openOffice } from '../support/office.ts'
import { weekends } from '../support/weekends.ts'

const receipt = 'R8-012'
const question: MemberQuestion = { receipt, text: 'どの資料についての御意見でしょうか。', until: '2026-09-02' }

async function openWithSubmission(change: Parameters<typeof fileSubmission>[3] = {}) {
  const office = await openOffice()
  await fileSubmission(office, receipt, 'sato', change)
  return office
}

describe('a question back', () => {
  it('is kept, and goes to the place that the submission came from', async () => {
    await using office = await openWithSubmission()
    const { records, actor, commit } = office

    const { told } = await commit(await askMember(records, await actor('yamada'), question, weekends))

    const at = momentOf(now)
    expect(told).toEqual([{ kind: 'question-asked', receipt, number: 1, until: '2026-09-02', from: at }])
    expect((await records.find('questions', 'R8-012.1'))?.value).toEqual({
      ...question,
      number: 1,
      by: 'yamada',
      asked: at,
      reply: null,
    })
    expect((await records.find('outbox', 'question/R8-012.1'))?.value).toMatchObject({
      place: 'slack:dm-sato',
      news: { kind: 'question-back', receipt, number: 1 },
      from: at,
      next: at,
    })
  })

  it('takes the next number, and waits for the morning', async () => {
    await using office = await openWithSubmission()
    const { records, actor, commit } = office
    await commit(await askMember(records, await actor('yamada'), question, weekends))
    const evening = await actor('kimura', '2026-08-20T21:00')

    const { told } = await commit(await askMember(records, evening, { ...question, until: null }, weekends))

    const from = momentOf('2026-08-21T08:00')
    expect(told).toEqual([{ kind: 'question-asked', receipt, number: 2, until: null, from }])
    expect(await records.list('questions')).toHaveLength(2)
  })

  it.each([
    [{}, { receipt: 'R8-999' }, { why: 'unknown-receipt', receipt: 'R8-999' }],
    [{ withdrawn: 5 }, {}, { why: 'withdrawn', receipt }],
    [{ erased: 5 }, {}, { why: 'erased', receipt }],
    [{}, { until: '2026-08-19' }, { why: 'until-past', until: '2026-08-19' }],
    [{}, { until: '2026-08-29' }, { why: 'closed-day', day: '2026-08-29', offered: '2026-08-31' }],
  ])('about a submission with %j, with %j, is refused, and changes nothing', async (change, input, refusal) => {
    await using office = await openWithSubmission(change)
    const { records, actor, commit, stored } = office
    const before = await stored()

    const { told } = await commit(await askMember(records, await actor('yamada'), { ...question, ...input }, weekends))

    expect(told).toEqual([{ kind: 'refused', ...refusal }])
    expect(await stored()).toEqual(before)
  })

  it('may hope for an answer today', async () => {
    await using office = await openWithSubmission()
    const { records, actor, commit } = office
    const input = { ...question, until: '2026-08-20' }

    const { told } = await commit(await askMember(records, await actor('yamada'), input, weekends))

    expect(told).toMatchObject([{ kind: 'question-asked' }])
  })

  it.each([{ text: ' \u0000　' }, { text: 'あ'.repeat(2001) }, { until: '2026-02-30' }])(
    'does not take %j',
    (change) => {
      expect(MemberQuestion.safeParse({ ...question, ...change }).success).toBe(false)
    },
  )

  it('conflicts with another of the same moment', async () => {
    await using office = await openWithSubmission()
    const { records, actor, commit } = office
    const one = await askMember(records, await actor('yamada'), question, weekends)
    const other = await askMember(records, await actor('kimura'), { ...question, text: '別の問い' }, weekends)

    expect(await commit(one)).toMatchObject({ outcome: 'committed' })
    expect(await commit(other)).toEqual({ outcome: 'conflict', told: [] })
    expect((await records.find('questions', 'R8-012.1'))?.value.text).toBe(question.text)
  })

  it('conflicts with a withdrawal of the same moment', async () => {
    await using office = await openWithSubmission()
    const { records, actor, commit, put } = office
    const decision = await askMember(records, await actor('yamada'), question, weekends)
    const submission = (await records.find('submissions', receipt))?.value ?? expect.unreachable()
    await put(records.put('submissions', receipt, { ...submission, withdrawn: 5 }))

    expect(await commit(decision)).toEqual({ outcome: 'conflict', told: [] })
    expect(await records.list('questions')).toEqual([])
  })

  it.each([['the question first'], ['the erasure first']])('never outlives an erasure: %s', async (order) => {
    await using office = await openWithSubmission()
    const { records, actor, commit } = office
    const erasure = { receipt, reason: '本人の申出', confirmed: true }
    await commit(await eraseSubmission(records, await actor('yamada'), erasure))
    const asking = await askMember(records, await actor('yamada'), question, weekends)
    const erasing = await eraseSubmission(records, await actor('kimura'), erasure)
    const both = order === 'the question first' ? [asking, erasing] : [erasing, asking]

    const outcomes = []
    for (const decision of both) outcomes.push((await commit<unknown>(decision)).outcome)

    expect(outcomes).toEqual(['committed', 'conflict'])
  })
})
