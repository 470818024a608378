import { describe, expect, it } from 'vitest'
import type { Submission } from '../../src/opinions/submission.ts'
import type { Change } from '../../src/ports.ts'
import { fillIn, numberOf } from '../support/fill-in.ts'
import { emptyForm, FrontOffice } from '../support/round-desk.ts'

const term = { from: '2025-04-01', to: '2029-03-31' }
const form = { ...emptyForm, call: 'standing', text: '御意見の文面', confirmed: true } as const

async function openOffice() {
  const office = new FrontOffice('2026-08-20T10:00')
  await office.start()
  await office.putRoster({ members: { sato: term }, staff: {}, confirmed: ['sato'] })
  const { records } = office
  const call = {
    id: '2026-1',
    name: '令和８年度第１回',
    form: 'meeting' as const,
    approval: false,
    agenda: [],
    documents: [],
    deadline: null,
    asked: ['sato'],
    opened: 0,
    closed: null,
  }
  await office.store.commit([records.put('calls', call.id, call)])
  return { office, call }
}

/** Writes these changes between what a turn has decided and its own write. */
function overtake(office: FrontOffice, changes: () => readonly Change[]): void {
  let commits = 0
  office.interrupt = () => {
    commits += 1
    // The first takes the turn in, the second settles it.
    if (commits === 2) void office.store.commit(changes())
    return null
  }
}

describe('a turn that is overtaken is decided again', () => {
  it('where its call is closed meanwhile: nothing is filed', async () => {
    const { office, call } = await openOffice()
    await using _ = office
    overtake(office, () => [office.records.put('calls', call.id, { ...call, closed: office.folder.clock.now() })])

    const { told } = await office.take('sato', { kind: 'form', form: { ...form, call: call.id } })

    expect(told).toMatchObject([{ kind: 'fields', faults: [{ field: 'call', why: 'unknown' }] }])
    expect(await office.records.list('submissions')).toEqual([])
    expect(await office.records.list('acts')).toEqual([])
  })

  it("where its member's term is ended meanwhile: nothing is filed", async () => {
    const { office } = await openOffice()
    await using _ = office
    const member = { id: 'sato', name: '佐藤', title: '委員', terms: [{ ...term, to: '2026-08-19' }], mail: null }
    overtake(office, () => [office.records.put('members', 'sato', member)])

    const { told } = await office.take('sato', { kind: 'form', form })

    expect(told).toEqual([{ kind: 'refused', why: 'term-ended' }, { kind: 'draft-stays' }])
    expect(await office.records.list('submissions')).toEqual([])
  })

  it('where its draft is filed from another window at the same moment: there is one receipt', async () => {
    const { office } = await openOffice()
    await using _ = office
    const wanted = { call: 'standing', text: '文面', vote: 'approve', print: false, behalf: '' } as const
    const shown = await fillIn(office, 'sato', await office.take('sato', '意見'), wanted)
    const press = office.turn(
      'sato',
      numberOf(shown, ({ name }) => name === 'file'),
    )
    const about = shown.offered.find(({ name }) => name === 'file')?.about ?? ''
    const other = { ...office.turn('sato', { kind: 'action', name: 'file', about }), conversation: 'another window' }

    const outcomes = await Promise.all([office.desk.take(press), office.desk.take(other)])

    for (const { told } of outcomes) expect(told).toEqual([{ kind: 'receipt', receipt: 'R8-001' }])
    expect(await office.records.list('submissions')).toHaveLength(1)
    expect(await office.records.list('acts')).toHaveLength(1)
  })

  it.each([
    ['withdrawn', { withdrawn: 1 }, 'withdrawn-before'],
    ['edited', { version: 2 }, 'changed-meanwhile'],
  ] as const)('where what it edits is %s meanwhile: nothing is written over', async (_, change, why) => {
    const { office, call } = await openOffice()
    await using _office = office
    await office.take('sato', { kind: 'form', form: { ...form, call: call.id } })
    const filed = (await office.records.find('submissions', 'R8-001'))?.value as Submission
    const begun = await office.take('sato', { kind: 'action', name: 'edit-filed', about: 'R8-001' })
    await office.take(
      'sato',
      numberOf(begun, ({ about }) => about === 'text'),
    )
    await office.take('sato', '新しい文面')
    await office.take('sato', '以上')
    overtake(office, () => [office.records.put('submissions', 'R8-001', { ...filed, ...change })])

    const { told } = await office.take('sato', '提出する')

    expect(told).toEqual([{ kind: 'refused', why }, { kind: 'draft-stays' }])
    expect((await office.records.find('submissions', 'R8-001'))?.value).toEqual({ ...filed, ...change })
    expect((await office.records.find('drafts', 'room:sato'))?.value.text).toBe('新しい文面')
  })
})
