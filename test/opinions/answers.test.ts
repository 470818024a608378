import { describe, expect, it } from 'vitest'
import { answersTo } from '../../src/opinions/answers.ts'
import { listCalls } from '../../src/opinions/calls.ts'
import { callWith, fileSubmission, openOffice } from '../support/office.ts'

describe('the answers to a call', () => {
  it('are one for every member asked, without what was withdrawn, erased or sent to another call', async () => {
    await using office = await openOffice()
    await fileSubmission(office, 'R8-001', 'sato')
    await fileSubmission(office, 'R8-002', 'suzuki', { withdrawn: 5 })
    await fileSubmission(office, 'R8-003', 'suzuki', { kind: 'none' })
    await fileSubmission(office, 'R8-004', 'ito', { erased: 5 })
    await fileSubmission(office, 'R8-005', 'ito', { call: '2026-2' })
    await fileSubmission(office, 'R8-006', 'tanaka')

    expect(await answersTo(office.records, callWith())).toEqual([
      { member: 'sato', answered: 'opinion', vote: null },
      { member: 'suzuki', answered: 'none', vote: null },
      { member: 'ito', answered: null, vote: null },
    ])
  })

  it.each([[['none', 'opinion']], [['opinion', 'none']]] as const)(
    'hold %j for an opinion',
    async ([first, second]) => {
      await using office = await openOffice()
      await fileSubmission(office, 'R8-001', 'sato', { kind: first })
      await fileSubmission(office, 'R8-002', 'sato', { kind: second })

      const [sato] = await answersTo(office.records, callWith())

      expect(sato?.answered).toBe('opinion')
    },
  )

  it('count the vote that a member wrote last, of what stands', async () => {
    await using office = await openOffice()
    await fileSubmission(office, 'R8-001', 'sato', { vote: 'disapprove', filed: 30 })
    await fileSubmission(office, 'R8-002', 'sato', { vote: 'approve', filed: 20 })
    await fileSubmission(office, 'R8-003', 'sato', { vote: 'approve', filed: 40, withdrawn: 50 })
    await fileSubmission(office, 'R8-004', 'suzuki', { vote: 'approve', kind: 'none', version: 2 })

    const answers = await answersTo(office.records, callWith({ form: 'written', approval: true }))

    expect(answers.map(({ vote }) => vote)).toEqual(['disapprove', 'approve', null])
  })

  it('hold no vote where no approval is asked for', async () => {
    await using office = await openOffice()
    await fileSubmission(office, 'R8-001', 'sato', { vote: 'approve' })

    const [sato] = await answersTo(office.records, callWith())

    expect(sato?.vote).toBeNull()
  })

  it('are counted for staff, call by call', async () => {
    await using office = await openOffice()
    const { records, actor, commit, put } = office
    await put(
      records.put('calls', '2026-1', callWith()),
      records.put('calls', '2025-2', callWith({ id: '2025-2', closed: 5, asked: ['sato'] })),
    )
    await fileSubmission(office, 'R8-001', 'sato')
    await fileSubmission(office, 'R8-002', 'suzuki', { kind: 'none' })

    const { told } = await commit(await listCalls(records, await actor('yamada')))

    const common = { name: '令和８年度第１回', deadline: '2026-08-28T17:00' }
    expect(told).toEqual([
      {
        kind: 'calls',
        calls: [
          { ...common, call: '2026-1', isOpen: true, asked: 3, opinion: 1, none: 1, unanswered: 1, replied: 0 },
          { ...common, call: '2025-2', isOpen: false, asked: 1, opinion: 0, none: 0, unanswered: 1, replied: 0 },
        ],
        standing: { filed: 0, replied: 0 },
      },
    ])
  })
})
