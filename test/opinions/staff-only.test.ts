import { describe, expect, it } from 'vitest'
import { confirmAccount } from '../../src/opinions/accounts.ts'
import { askMember } from '../../src/opinions/ask-member.ts'
import { listCalls } from '../../src/opinions/calls.ts'
import { closeCall, extendCall } from '../../src/opinions/change-call.ts'
import type { Actor, Decision } from '../../src/opinions/decision.ts'
import { eraseSubmission } from '../../src/opinions/erase.ts'
import { eraseMember } from '../../src/opinions/erase-member.ts'
import { handOver } from '../../src/opinions/hand-over.ts'
import { importRoster } from '../../src/opinions/import-roster.ts'
import { listErasures } from '../../src/opinions/list-erasures.ts'
import { NewCall, openCall } from '../../src/opinions/open-call.ts'
import type { Records } from '../../src/opinions/records.ts'
import { callWith, fileSubmission, notStaff, openOffice } from '../support/office.ts'
import { weekends } from '../support/weekends.ts'

const receipt = 'R8-001'
const reason = '本人の申出'
const newCall = NewCall.parse({
  ...{ id: '2026-2', name: '令和８年度第２回', form: 'meeting', approval: false, agenda: [], documents: [] },
  ...{ deadline: null, asked: 'all' },
})

const acts: Readonly<Record<string, (records: Records, actor: Actor) => Promise<Decision<{ readonly kind: string }>>>> =
  {
    importRoster: (records, actor) => importRoster(records, actor, { members: [], staff: [], divisions: [] }),
    confirmAccount: (records, actor) => confirmAccount(records, actor, { account: 'slack:new', person: 'ito' }),
    handOver: (records, actor) =>
      handOver(records, actor, { from: 'yamada', to: { id: 'abe', name: '阿部' }, day: '2026-09-01' }),
    openCall: (records, actor) => openCall(records, actor, newCall, weekends),
    extendCall: (records, actor) =>
      extendCall(records, actor, { call: '2026-1', deadline: '2026-08-31T17:00' }, weekends),
    closeCall: (records, actor) => closeCall(records, actor, { call: '2026-1' }),
    listCalls,
    askMember: (records, actor) => askMember(records, actor, { receipt, text: '御確認', until: null }, weekends),
    eraseSubmission: (records, actor) => eraseSubmission(records, actor, { receipt, reason, confirmed: true }),
    listErasures,
    eraseMember: (records, actor) => eraseMember(records, actor, { member: 'ito', reason, confirmed: true }),
  }

async function openBusyOffice() {
  const office = await openOffice()
  const { records, put } = office
  const place = 'slack:dm-new'
  await put(
    records.put('calls', '2026-1', callWith()),
    records.put('accounts', 'slack:new', {
      ...{ account: 'slack:new', holder: null, claimed: '伊藤', place, language: 'ja' as const, since: 9 },
    }),
  )
  await fileSubmission(office, receipt, 'sato')
  return office
}

describe.each(Object.entries(acts))('%s', (_, act) => {
  it.each(notStaff)('is refused to %s, and changes nothing', async (who) => {
    await using office = await openBusyOffice()
    const before = await office.stored()

    const { told } = await office.commit(await act(office.records, await office.actor(who)))

    expect(told).toEqual([{ kind: 'refused', why: 'not-staff' }])
    expect(await office.stored()).toEqual(before)
  })

  it.each([
    ['before a post begins', 'kimura', '2026-03-31T23:59'],
    ['after it has ended', 'mori', '2026-04-01T00:00'],
  ] as const)('is refused %s', async (_when, who, minute) => {
    await using office = await openBusyOffice()

    const { told } = await office.commit(await act(office.records, await office.actor(who, minute)))

    expect(told).toEqual([{ kind: 'refused', why: 'not-staff' }])
  })

  it('is open to staff, by the post of the day', async () => {
    await using office = await openBusyOffice()

    const { outcome, told } = await office.commit(await act(office.records, await office.actor('yamada')))

    expect(outcome).toBe('committed')
    expect(told).toEqual([expect.not.objectContaining({ kind: 'refused' })])
  })
})
