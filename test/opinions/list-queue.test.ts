import { describe, expect, it } from 'vitest'
import { assignItems } from '../../src/opinions/assign-items.ts'
import { disposeItems } from '../../src/opinions/dispose-items.ts'
import { overdueSince } from '../../src/opinions/due-state.ts'
import { groupItems } from '../../src/opinions/group-items.ts'
import { joinItems } from '../../src/opinions/join-items.ts'
import { listQueue } from '../../src/opinions/list-queue.ts'
import type { QueueFilter } from '../../src/opinions/queue-filter.ts'
import { showItems } from '../../src/opinions/read-queue-item.ts'
import { respondItem } from '../../src/opinions/respond-item.ts'
import { openQueueOffice, project34, target } from '../support/queue-office.ts'
import { weekends, weekendsAnd } from '../support/weekends.ts'

const any: QueueFilter = {
  ...{ call: null, state: null, divisions: null, subjects: null, disposition: null, until: null, overdue: false },
}
const onBehalf = { means: 'fax', day: '2026-08-18', original: null } as const

async function openBusyOffice() {
  const office = await openQueueOffice({
    'R8-001': { text: '【交通】\n・道路\n・橋', subject: project34 },
    'R8-002': { text: '期限の後の意見', late: true, onBehalf },
    'R8-003': { text: '取り下げた意見', withdrawn: 5 },
    'R8-004': { text: '随時の意見', call: 'standing', version: 2 },
    'R8-005': { text: '知らせた意見', stage: 'answered' },
    'R8-006': { text: '消した意見', erased: 5 },
  })
  const { records, put } = office
  const due = async (id: string, day: string) => {
    await put(records.put('items', id, { ...(await office.item(id)), due: day }))
  }
  await due('R8-001-1', '2026-08-14')
  await due('R8-001-2', '2026-08-20')
  await due('R8-005-1', '2026-08-14')
  await put(
    records.put('charges', '2024-2-annex/34', {
      ...{ document: '2024-2-annex', number: 34, lead: 'kankyo', others: ['nosei'] },
    }),
    records.put('questions', 'R8-002.1', {
      ...{ receipt: 'R8-002', number: 1, text: 'どこですか', until: '2026-09-02', by: 'yamada', asked: 5, reply: null },
    }),
    records.put('questions', 'R8-001.1', {
      ...{ receipt: 'R8-001', number: 1, text: 'いつですか', until: null, by: 'yamada', asked: 5 },
      reply: { text: '昨日です', at: 6 },
    }),
  )
  await office.act(disposeItems, { targets: [target('R8-004-1')], as: 'none' })
  return office
}

async function list(office: Awaited<ReturnType<typeof openBusyOffice>>, filter: Partial<QueueFilter> = {}) {
  const decision = await listQueue(office.records, await office.actor('yamada'), { ...any, ...filter }, weekends)
  const [told] = decision.effect(0).told
  if (told?.kind !== 'queue-listed') throw new Error(told?.why)
  return { ...told, ids: told.items.map(({ item }) => item) }
}

describe('the queue', () => {
  it('lists what stands with all that an official looks for, and counts what was withdrawn', async () => {
    await using office = await openBusyOffice()

    const { items, ids, all, withdrawn, steps, overdue } = await list(office)

    expect(ids).toEqual(['R8-001-1', 'R8-001-2', 'R8-002-1', 'R8-004-1', 'R8-005-1'])
    expect({ all, withdrawn, steps, overdue }).toEqual({
      ...{ all: 5, withdrawn: 1, overdue: 1 },
      steps: { new: 4, 'no-answer': 1 },
    })
    expect(items[0]).toMatchObject({
      ...{
        step: 'new',
        state: 'received',
        subject: project34,
        heading: '【交通】',
        words: '・道路',
        due: { day: '2026-08-14', of: 'item' },
      },
      ...{ divisions: { lead: 'kankyo', others: ['nosei'], by: 'table' }, overdue: { days: 6, workingDays: 4 } },
      ...{ replied: true, asked: null },
    })
    expect(items[2]).toMatchObject({ late: true, onBehalf: true, state: 'asked', asked: { until: '2026-09-02' } })
    expect(items[3]).toMatchObject({ version: 2, state: 'considering', step: 'no-answer' })
  })

  it.each<[Partial<QueueFilter>, readonly string[]]>([
    [{ call: 'standing' }, ['R8-004-1']],
    [{ call: '2026-1', state: 'received' }, ['R8-001-1', 'R8-001-2']],
    [{ state: 'asked' }, ['R8-002-1']],
    [{ state: 'no-answer' }, ['R8-004-1']],
    [{ state: 'withdrawn' }, ['R8-003-1']],
    [{ state: 'answered' }, ['R8-005-1']],
    [{ divisions: ['kankyo'] }, ['R8-001-1', 'R8-001-2']],
    [{ divisions: ['nosei'] }, ['R8-001-1', 'R8-001-2']],
    [{ divisions: ['fukushi'] }, []],
    [{ divisions: 'nobody' }, ['R8-002-1', 'R8-004-1', 'R8-005-1']],
    [{ subjects: [project34] }, ['R8-001-1', 'R8-001-2']],
    [{ disposition: 'none' }, ['R8-004-1']],
    [{ disposition: 'undecided' }, ['R8-001-1', 'R8-001-2', 'R8-002-1', 'R8-005-1']],
    [{ until: '2026-08-19' }, ['R8-001-1', 'R8-005-1']],
    [{ until: '2026-08-20' }, ['R8-001-1', 'R8-001-2', 'R8-005-1']],
    [{ overdue: true }, ['R8-001-1']],
    [{ overdue: true, divisions: 'nobody' }, []],
  ])('keeps to what is asked for: %j', async (filter, ids) => {
    await using office = await openBusyOffice()

    expect((await list(office, filter)).ids).toEqual(ids)
  })

  it('has nothing overdue that is answered, closed, grouped or checked', async () => {
    await using office = await openBusyOffice()
    const before = (await list(office, { overdue: true })).ids

    await office.act(respondItem, { target: target('R8-001-1'), text: '検討する。' })
    const drafted = (await list(office, { overdue: true })).ids
    await office.act(disposeItems, { targets: [target('R8-001-1')], as: 'none' })
    const closed = (await list(office, { overdue: true })).ids
    await office.act(groupItems, { lead: target('R8-001-2'), targets: [target('R8-001-1')] })
    const grouped = (await list(office, { overdue: true })).ids

    expect([before, drafted, closed, grouped]).toEqual([['R8-001-1'], ['R8-001-1'], [], []])
  })

  it('counts an item that a division was asked about as due with the inquiry, while it is out with it', async () => {
    await using office = await openBusyOffice()
    const { records, put } = office
    const item = await office.item('R8-001-2')
    await put(
      records.put('items', 'R8-001-2', { ...item, disposition: { kind: 'answer' }, inquired: '2026-1.1' }),
      records.put('inquiries', '2026-1.1', {
        ...{ id: '2026-1.1', call: '2026-1', number: 1, division: 'kankyo', fiscalYear: 2026 },
        items: [{ item: 'R8-001-2', lead: true, version: 1, span: item.span, heading: item.heading, shown: null }],
        ...{ due: '2026-08-17T17:00', contact: '', by: 'yamada', at: 5, taken: [], reminded: [] },
      }),
    )

    const asked = await list(office, { overdue: true })
    await put(records.put('items', 'R8-001-2', { ...item, disposition: { kind: 'answer' }, inquired: null }))
    const answered = await list(office, { overdue: true })

    expect(asked.ids).toEqual(['R8-001-1', 'R8-001-2'])
    expect(asked.items[1]?.due).toEqual({ day: '2026-08-17', of: 'inquiry' })
    expect(answered.ids).toEqual(['R8-001-1'])
  })

  it('says what it does not know of a call', async () => {
    await using office = await openBusyOffice()

    const decision = await listQueue(office.records, await office.actor('yamada'), { ...any, call: '2026-9' }, weekends)

    expect(decision.effect(0).told).toEqual([{ kind: 'refused', why: 'unknown-call', call: '2026-9' }])
  })
})

describe('all that is on an item', () => {
  const show = async (office: Awaited<ReturnType<typeof openBusyOffice>>, about: Parameters<typeof showItems>[2]) => {
    const [told] = (await showItems(office.records, await office.actor('yamada'), about, weekends)).effect(0).told
    return told
  }

  it('is there to read, with the version by which a change is made', async () => {
    await using office = await openBusyOffice()
    await office.act(groupItems, { lead: target('R8-001-1'), targets: [target('R8-002-1')] })
    await office.act(respondItem, { target: target('R8-001-1'), text: '検討する。' })
    await office.act(assignItems, { targets: [target('R8-001-1')], divisions: { lead: '農政課', others: [] } })

    const told = await show(office, { item: 'R8-001-1' })

    expect(told).toMatchObject({
      kind: 'items-shown',
      items: [
        {
          ...{ item: 'R8-001-1', member: 'sato', words: '・道路', heading: '【交通】', followers: ['R8-002-1'] },
          ...{ seen: await office.seen('R8-001-1'), response: 1, divisions: { lead: 'nosei', by: 'person' } },
          ...{ responses: [{ number: 1, text: '検討する。' }], questions: [{ reply: { text: '昨日です' } }] },
        },
      ],
    })
  })

  it('is shown for every item of a receipt, naming those that are gone', async () => {
    await using office = await openBusyOffice()
    await office.act(joinItems, { targets: [target('R8-001-1'), target('R8-001-2')] })

    expect(await show(office, { receipt: 'R8-001' })).toMatchObject({
      ...{ items: [{ item: 'R8-001-1', words: '・道路\n・橋' }], gone: ['R8-001-2'] },
    })
    expect(await show(office, { item: 'R8-001-2' })).toMatchObject({
      items: [{ words: '', gone: { kind: 'joined', into: 'R8-001-1' } }],
    })
  })

  it('is not there where there is no such item', async () => {
    await using office = await openBusyOffice()

    expect(await show(office, { item: 'R8-001-9' })).toEqual({ kind: 'refused', why: 'unknown-item', item: 'R8-001-9' })
    expect(await show(office, { receipt: 'R8-099' })).toEqual({ kind: 'refused', why: 'no-items', receipt: 'R8-099' })
  })
})

it.each([
  ['2026-08-20', '2026-08-20', { days: 0, workingDays: 0 }],
  ['2026-08-14', '2026-08-20', { days: 6, workingDays: 3 }],
  ['2026-08-14', '2026-08-17', { days: 3, workingDays: 0 }],
])('counts the days from %s to %s, and the working days among them', (due, today, overdue) => {
  expect(overdueSince(due, today, weekendsAnd('2026-08-17'))).toEqual(overdue)
})
