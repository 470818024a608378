import { describe, expect, it } from 'vitest'
import { assignFromTable } from '../../src/opinions/assign-from-table.ts'
import { assignItems } from '../../src/opinions/assign-items.ts'
import { chargeProject } from '../../src/opinions/charge-project.ts'
import { checkResponse } from '../../src/opinions/check-response.ts'
import type { Actor, Decision } from '../../src/opinions/decision.ts'
import { disposeItems } from '../../src/opinions/dispose-items.ts'
import { groupItems } from '../../src/opinions/group-items.ts'
import { joinItems } from '../../src/opinions/join-items.ts'
import { listQueue } from '../../src/opinions/list-queue.ts'
import { noteItem } from '../../src/opinions/note-item.ts'
import { showItems } from '../../src/opinions/read-queue-item.ts'
import { showTable } from '../../src/opinions/read-table.ts'
import type { Records } from '../../src/opinions/records.ts'
import { respondItem } from '../../src/opinions/respond-item.ts'
import { setDue } from '../../src/opinions/set-due.ts'
import { splitItem } from '../../src/opinions/split-item.ts'
import { notStaff } from '../support/office.ts'
import { openQueueOffice, project34, target } from '../support/queue-office.ts'
import { weekends } from '../support/weekends.ts'

const first = target('R8-001-1')
const divisions = { lead: 'nosei', others: [] }
const everything = {
  ...{ call: null, state: null, divisions: null, subjects: null, disposition: null, until: null, overdue: false },
}

const acts: Readonly<Record<string, (records: Records, actor: Actor) => Promise<Decision<{ readonly kind: string }>>>> =
  {
    listQueue: (records, actor) => listQueue(records, actor, everything, weekends),
    showItems: (records, actor) => showItems(records, actor, { receipt: 'R8-001' }, weekends),
    splitItem: (records, actor) => splitItem(records, actor, { target: target('R8-002-1'), at: [] }),
    joinItems: (records, actor) => joinItems(records, actor, { targets: [first, target('R8-001-2')] }),
    disposeItems: (records, actor) => disposeItems(records, actor, { targets: [first], as: 'none' }),
    groupItems: (records, actor) => groupItems(records, actor, { lead: first, targets: [target('R8-001-2')] }),
    assignItems: (records, actor) => assignItems(records, actor, { targets: [first], divisions }),
    assignFromTable: (records, actor) => assignFromTable(records, actor, { call: '2026-1' }),
    showTable,
    chargeProject: (records, actor) =>
      chargeProject(records, actor, { entries: [{ kind: 'project', document: 'd', number: 1 }], divisions }),
    setDue: (records, actor) => setDue(records, actor, { targets: [first], day: '2026-08-31' }, weekends),
    noteItem: (records, actor) => noteItem(records, actor, { target: first, text: 'メモ' }),
    respondItem: (records, actor) => respondItem(records, actor, { target: first, text: '検討する。' }),
    checkResponse: (records, actor) => checkResponse(records, actor, { target: target('R8-003-1'), response: 1 }),
  }

async function openBusyOffice() {
  const office = await openQueueOffice({
    'R8-001': { text: '・道路\n・橋', subject: project34 },
    'R8-002': { text: '・公園\n・川', whole: true },
    'R8-003': { text: '森' },
  })
  await office.act(respondItem, { target: target('R8-003-1'), text: '育てる。' }, { who: 'kimura' })
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

  it('is refused after a post has ended', async () => {
    await using office = await openBusyOffice()

    const { told } = await office.commit(await act(office.records, await office.actor('mori', '2026-04-01T00:00')))

    expect(told).toEqual([{ kind: 'refused', why: 'not-staff' }])
  })

  it('is open to staff, by the post of the day', async () => {
    await using office = await openBusyOffice()

    const { outcome, told } = await office.commit(await act(office.records, await office.actor('yamada')))

    expect(outcome).toBe('committed')
    expect(told).toEqual([expect.not.objectContaining({ kind: 'refused' })])
  })
})
