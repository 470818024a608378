import { describe, expect, it } from 'vitest'
import { assignFromTable } from '../../src/opinions/assign-from-table.ts'
import { assignItems } from '../../src/opinions/assign-items.ts'
import { chargeProject } from '../../src/opinions/charge-project.ts'
import { checkResponse } from '../../src/opinions/check-response.ts'
import type { Actor } from '../../src/opinions/decision.ts'
import { disposeItems } from '../../src/opinions/dispose-items.ts'
import { groupItems } from '../../src/opinions/group-items.ts'
import { joinItems } from '../../src/opinions/join-items.ts'
import { findLeadDivision } from '../../src/opinions/lead-division.ts'
import { noteItem } from '../../src/opinions/note-item.ts'
import { isUnfinished } from '../../src/opinions/queue-step.ts'
import type { Records } from '../../src/opinions/records.ts'
import { respondItem } from '../../src/opinions/respond-item.ts'
import { type ItemDue, setDue } from '../../src/opinions/set-due.ts'
import { splitItem } from '../../src/opinions/split-item.ts'
import { callWith } from '../support/office.ts'
import { openQueueOffice, project34, target } from '../support/queue-office.ts'
import { weekends } from '../support/weekends.ts'

const bullets = '・道路について。\n・橋について。\n・公園について。'
const opinions = {
  'R8-001': { text: bullets },
  'R8-002': { text: '一つの文。二つ目の文。', subject: project34 },
  'R8-003': { text: '随時の意見', call: 'standing' },
}

const respond = (item: string, text: string | null = '検討する。') => ({ target: target(item), text })

describe('splitting an item', () => {
  it('keeps the number for the first part, and what was decided for all; a draft is of the words before', async () => {
    await using office = await openQueueOffice(opinions)
    await office.act(assignItems, { targets: [target('R8-002-1')], divisions: { lead: '農政課', others: ['kankyo'] } })
    await office.act(respondItem, respond('R8-002-1'))
    await office.act(checkResponse, { target: target('R8-002-1'), response: 1 }, { who: 'kimura' })

    const told = await office.act(splitItem, { target: target('R8-002-1'), at: ['二つ目'] })

    expect(told).toMatchObject({ kind: 'item-split', parts: ['R8-002-1', 'R8-002-2'], letGo: { response: true } })
    expect(await office.item('R8-002-1')).toMatchObject({
      ...{ span: [0, 5], response: 1, outdated: true, checked: null, lead: 'nosei', others: ['kankyo'] },
    })
    expect(await office.item('R8-002-2')).toMatchObject({
      ...{ span: [5, 11], response: null, outdated: false, lead: 'nosei', others: ['kankyo'], number: 2 },
      disposition: { kind: 'answer' },
    })
    expect((await office.records.find('submissions', 'R8-002'))?.value.stage).toBe('considering')
  })

  it('gives no number again, also not one that was joined away', async () => {
    await using office = await openQueueOffice(opinions)
    await office.act(splitItem, { target: target('R8-002-1'), at: ['二つ目'] })
    await office.act(joinItems, { targets: [target('R8-002-2'), target('R8-002-1')] })

    const told = await office.act(splitItem, { target: target('R8-002-1'), at: ['二つ目'] })

    expect(told).toMatchObject({ parts: ['R8-002-1', 'R8-002-3'] })
    expect((await office.item('R8-002-2')).gone).toEqual({ kind: 'joined', into: 'R8-002-1' })
  })

  it('is refused beyond 99 items of a receipt, and changes nothing', async () => {
    await using office = await openQueueOffice({
      'R8-001': { text: Array.from({ length: 100 }, (_, at) => `・項目${at}`).join('\n'), whole: true },
    })
    const before = await office.stored()

    const told = await office.act(splitItem, { target: target('R8-001-1'), at: [] })

    expect(told).toEqual({ kind: 'refused', why: 'too-many-items', item: 'R8-001-1', most: 99 })
    expect(await office.stored()).toEqual(before)
  })
})

describe('joining items', () => {
  it('leaves the lowest number with all the words, and the others as history', async () => {
    await using office = await openQueueOffice(opinions)
    await office.act(respondItem, respond('R8-001-2'))

    const told = await office.act(joinItems, { targets: [target('R8-001-3'), target('R8-001-2')] })

    expect(told).toMatchObject({ into: 'R8-001-2', joined: ['R8-001-3'], left: [], letGo: { response: true } })
    const { span, outdated } = await office.item('R8-001-2')
    expect([bullets.slice(...span), outdated]).toEqual(['・橋について。\n・公園について。', true])
    expect((await office.item('R8-001-3')).gone).toEqual({ kind: 'joined', into: 'R8-001-2' })
  })

  it('keeps what was decided alike, and asks anew for what was not', async () => {
    await using office = await openQueueOffice(opinions)
    await office.act(disposeItems, { targets: [target('R8-001-1'), target('R8-001-2')], as: 'none' })
    await office.act(joinItems, { targets: [target('R8-001-1'), target('R8-001-2')] })
    const alike = (await office.item('R8-001-1')).disposition

    await office.act(joinItems, { targets: [target('R8-001-1'), target('R8-001-3')] })

    expect(alike).toEqual({ kind: 'none' })
    expect((await office.item('R8-001-1')).disposition).toBeNull()
  })

  it.each([
    [['R8-001-1', 'R8-001-3'], 'not-adjacent'],
    [['R8-001-1', 'R8-002-1'], 'not-adjacent'],
    [['R8-001-1', 'R8-001-1'], 'one-item'],
  ])('is refused for %j, and changes nothing', async (items, why) => {
    await using office = await openQueueOffice(opinions)
    const before = await office.stored()

    const told = await office.act(joinItems, { targets: items.map((item) => target(item)) })

    expect(told).toMatchObject({ kind: 'refused', why })
    expect(await office.stored()).toEqual(before)
  })

  it('is refused for one whose response answers others', async () => {
    await using office = await openQueueOffice(opinions)
    await office.act(groupItems, { lead: target('R8-001-2'), targets: [target('R8-002-1')] })

    const told = await office.act(joinItems, { targets: [target('R8-001-1'), target('R8-001-2')] })

    expect(told).toEqual({ kind: 'refused', why: 'has-followers', item: 'R8-001-2', followers: ['R8-002-1'] })
  })
})

describe('answering together', () => {
  it('lets items of several opinions share a response, and stand alone again', async () => {
    await using office = await openQueueOffice(opinions)
    await office.act(groupItems, { lead: target('R8-001-1'), targets: [target('R8-001-3'), target('R8-002-1')] })
    const grouped = await office.item('R8-002-1')

    await office.act(disposeItems, { targets: [target('R8-002-1')], as: 'answer' })

    expect(grouped.disposition).toEqual({ kind: 'with', item: 'R8-001-1' })
    expect((await office.item('R8-001-1')).disposition).toEqual({ kind: 'answer' })
    expect((await office.item('R8-002-1')).disposition).toEqual({ kind: 'answer' })
  })

  it.each([
    ['R8-001-2', ['R8-001-3'], { why: 'lead-not-answered', lead: 'R8-001-2', with: 'R8-001-1' }],
    ['R8-001-3', ['R8-001-1'], { why: 'has-followers', item: 'R8-001-1', followers: ['R8-001-2'] }],
    ['R8-001-3', ['R8-001-3'], { why: 'with-itself', item: 'R8-001-3' }],
    ['R8-001-3', ['R8-003-1'], { why: 'other-call', item: 'R8-003-1', lead: 'R8-001-3' }],
    ['R8-002-1', ['R8-001-3'], { why: 'lead-not-answered', lead: 'R8-002-1', with: null }],
    ['R8-001-9', ['R8-001-3'], { why: 'unknown-item', item: 'R8-001-9' }],
  ])('makes no chain, no ring and no other call: %s with %j', async (lead, items, refusal) => {
    await using office = await openQueueOffice(opinions)
    await office.act(groupItems, { lead: target('R8-001-1'), targets: [target('R8-001-2')] })
    await office.act(disposeItems, { targets: [target('R8-002-1')], as: 'none' })
    const before = await office.stored()

    const told = await office.act(groupItems, { lead: target(lead), targets: items.map((item) => target(item)) })

    expect(told).toEqual({ kind: 'refused', ...refusal })
    expect(await office.stored()).toEqual(before)
  })

  it('keeps the lead answered: it is not closed without answer while others go with it', async () => {
    await using office = await openQueueOffice(opinions)
    await office.act(groupItems, { lead: target('R8-001-1'), targets: [target('R8-002-1')] })

    const told = await office.act(disposeItems, { targets: [target('R8-001-2'), target('R8-001-1')], as: 'none' })

    expect(told).toEqual({ kind: 'refused', why: 'has-followers', item: 'R8-001-1', followers: ['R8-002-1'] })
    expect((await office.item('R8-001-2')).disposition).toBeNull()
  })

  it('has the response checked anew, which answers more words than those it was checked for', async () => {
    await using office = await openQueueOffice(opinions)
    await office.act(respondItem, respond('R8-001-1'))
    await office.act(checkResponse, { target: target('R8-001-1'), response: 1 }, { who: 'kimura' })

    const told = await office.act(groupItems, { lead: target('R8-001-1'), targets: [target('R8-002-1')] })

    expect(told).toMatchObject({ kind: 'items-grouped', recheck: true })
    expect((await office.item('R8-001-1')).checked).toBeNull()
  })

  it('is decided after whatever changes the lead at the same time', async () => {
    await using office = await openQueueOffice(opinions)
    const { records, commit, actor } = office
    const yamada = await actor('yamada')
    const kimura = await actor('kimura')
    const group = await groupItems(records, yamada, { lead: target('R8-001-1'), targets: [target('R8-002-1')] })
    const close = await disposeItems(records, kimura, { targets: [target('R8-001-1')], as: 'none' })

    const outcomes = [(await commit(group)).outcome, (await commit(close)).outcome]

    expect(outcomes).toEqual(['committed', 'conflict'])
  })
})

describe('divisions', () => {
  it('are those of the year of the call; one that there is not is refused with those that there are', async () => {
    await using office = await openQueueOffice(opinions)
    const { records, put } = office
    await put(
      records.put('divisions', '2027', {
        fiscalYear: 2027,
        divisions: [{ id: 'norin', name: '農林課', mail: null }],
      }),
    )
    const before = await office.stored()

    const told = await office.act(
      assignItems,
      { targets: [target('R8-001-1')], divisions: { lead: '農林課', others: [] } },
      { at: '2026-09-01T10:00' },
    )

    expect(told).toEqual({
      ...{ kind: 'refused', why: 'unknown-division', name: '農林課', fiscalYear: 2026 },
      known: ['農政課', '環境政策課', '福祉総務課'],
    })
    expect(await office.stored()).toEqual(before)
  })

  it('that are changed after another was asked leave the item waiting for nobody, and say so', async () => {
    await using office = await openQueueOffice(opinions)
    const { records, put } = office
    const asked = { ...(await office.item('R8-001-1')), lead: 'kankyo', inquired: '2026-1.1' }
    await put(
      records.put('items', 'R8-001-1', asked),
      records.put('inquiries', '2026-1.1', {
        ...{ id: '2026-1.1', call: '2026-1', number: 1, division: 'kankyo', fiscalYear: 2026 },
        items: [{ item: 'R8-001-1', lead: true, version: 1, span: [0, 1], heading: null, shown: null }],
        ...{ due: '2026-09-10T17:00', contact: '', by: 'yamada', at: 5, taken: [], reminded: [] },
      }),
    )
    const assign = (lead: string) => ({ targets: [target('R8-001-1')], divisions: { lead, others: [] } })
    const same = await office.act(assignItems, assign('環境政策課'))
    const waiting = (await office.item('R8-001-1')).inquired

    const told = await office.act(assignItems, assign('農政課'))

    expect(same).toMatchObject({ moved: [] })
    expect(waiting).toBe('2026-1.1')
    expect(told).toMatchObject({ lead: '農政課', moved: ['R8-001-1'] })
    expect((await office.item('R8-001-1')).inquired).toBeNull()
  })

  it('of a project come from the table until a person chooses, for one or for all of a call', async () => {
    await using office = await openQueueOffice(opinions)
    const lead = async (id: string) => await findLeadDivision(office.records, await office.item(id))
    const nobody = await lead('R8-002-1')
    const divisions = { lead: '環境政策課', others: ['農政課', '環境政策課'] }
    await office.act(chargeProject, { entries: [project34], divisions })
    const proposed = await lead('R8-002-1')

    const told = await office.act(assignFromTable, { call: '2026-1' })

    expect(nobody).toEqual({ lead: null, others: [], by: null })
    expect(proposed).toEqual({ lead: 'kankyo', others: ['nosei'], by: 'table' })
    expect(told).toEqual({ kind: 'table-applied', call: '2026-1', items: ['R8-002-1'], missing: [] })
    expect(await lead('R8-002-1')).toEqual({ lead: 'kankyo', others: ['nosei'], by: 'person' })
    expect(await lead('R8-001-1')).toEqual({ lead: null, others: [], by: null })
  })

  it('of the table that there are not this year are left out, and named', async () => {
    await using office = await openQueueOffice(opinions)
    const { records, put } = office
    await put(
      records.put('charges', '2024-2-annex/34', { document: '2024-2-annex', number: 34, lead: 'kyu', others: [] }),
    )

    const told = await office.act(assignFromTable, { call: '2026-1' })

    expect(told).toMatchObject({ items: [], missing: ['R8-002-1'] })
    expect((await office.item('R8-002-1')).lead).toBeNull()
  })
})

describe('a due day', () => {
  const due = (day: string | null) => ({ targets: [target('R8-001-1')], day })
  const decide = (records: Records, actor: Actor, input: ItemDue) => setDue(records, actor, input, weekends)

  it('is a working day to come, and can be taken away', async () => {
    await using office = await openQueueOffice(opinions)
    await office.act(decide, due('2026-08-20'))
    const set = (await office.item('R8-001-1')).due

    await office.act(decide, due(null))

    expect(set).toBe('2026-08-20')
    expect((await office.item('R8-001-1')).due).toBeNull()
  })

  it.each([
    ['2026-08-19', { why: 'day-past', day: '2026-08-19', offered: '2026-08-20' }],
    ['2026-08-22', { why: 'closed-day', day: '2026-08-22', offered: '2026-08-24' }],
  ])('is refused on %s with the next working day', async (day, refusal) => {
    await using office = await openQueueOffice(opinions)
    const before = await office.stored()

    expect(await office.act(decide, due(day))).toEqual({ kind: 'refused', ...refusal })
    expect(await office.stored()).toEqual(before)
  })
})

describe('a response', () => {
  it('is a version with its author, checked by a colleague, and checked anew when it changes', async () => {
    await using office = await openQueueOffice(opinions)
    await office.act(respondItem, respond('R8-001-1', '一つ目。'))
    await office.act(checkResponse, { target: target('R8-001-1'), response: 1 }, { who: 'kimura' })
    const checked = (await office.item('R8-001-1')).checked

    await office.act(respondItem, respond('R8-001-1', '二つ目。'), { who: 'kimura' })

    expect(checked).toMatchObject({ by: 'kimura' })
    expect(await office.item('R8-001-1')).toMatchObject({ response: 2, checked: null })
    expect(
      (await office.records.list('responses')).map(({ value }) => [value.number, value.text, value.author]),
    ).toEqual([
      [1, '一つ目。', { kind: 'staff', id: 'yamada' }],
      [2, '二つ目。', { kind: 'staff', id: 'kimura' }],
    ])
  })

  it('is not checked by its author, nor where there is none, nor as a version that no longer counts', async () => {
    await using office = await openQueueOffice(opinions)
    const check = (response: number) => ({ target: target('R8-001-1'), response })
    const none = await office.act(checkResponse, check(1), { who: 'kimura' })
    await office.act(respondItem, respond('R8-001-1', '一つ目。'))
    await office.act(respondItem, respond('R8-001-1', '二つ目。'))

    const other = await office.act(checkResponse, check(1), { who: 'kimura' })
    const own = await office.act(checkResponse, check(2))
    await office.act(checkResponse, check(2), { who: 'kimura' })
    const again = await office.act(checkResponse, check(2), { who: 'kimura' })

    expect(none).toEqual({ kind: 'refused', why: 'no-response', item: 'R8-001-1' })
    expect(other).toEqual({ kind: 'refused', why: 'other-response', item: 'R8-001-1', number: 2 })
    expect(own).toEqual({ kind: 'refused', why: 'own-response', item: 'R8-001-1' })
    expect(again).toEqual({ kind: 'refused', why: 'already-checked', item: 'R8-001-1', by: 'kimura' })
  })

  it('of an earlier wording is not checked until somebody writes it anew or says that it holds', async () => {
    await using office = await openQueueOffice(opinions)
    await office.act(respondItem, respond('R8-002-1'))
    const unchanged = await office.act(respondItem, respond('R8-002-1'))
    await office.act(splitItem, { target: target('R8-002-1'), at: ['二つ目'] })
    const outdated = await office.act(checkResponse, { target: target('R8-002-1'), response: 1 }, { who: 'kimura' })

    const kept = await office.act(respondItem, respond('R8-002-1', null))
    const checked = await office.act(checkResponse, { target: target('R8-002-1'), response: 2 }, { who: 'kimura' })

    expect(unchanged).toEqual({ kind: 'refused', why: 'response-unchanged', item: 'R8-002-1' })
    expect(outdated).toEqual({ kind: 'refused', why: 'response-outdated', item: 'R8-002-1' })
    expect(kept).toEqual({ kind: 'item-responded', item: 'R8-002-1', number: 2, kept: true })
    expect(checked).toEqual({ kind: 'response-checked', item: 'R8-002-1', number: 2 })
  })

  it('stands without the answer of a division that was asked, where somebody says so', async () => {
    await using office = await openQueueOffice(opinions)
    await office.act(respondItem, respond('R8-002-1'))
    const asked = await office.item('R8-002-1')
    await office.put(office.records.put('items', 'R8-002-1', { ...asked, inquired: '2026-1.1' }))

    const kept = await office.act(respondItem, respond('R8-002-1', null))
    const checked = await office.act(checkResponse, { target: target('R8-002-1'), response: 2 }, { who: 'kimura' })

    expect(kept).toEqual({ kind: 'item-responded', item: 'R8-002-1', number: 2, kept: true })
    expect(checked).toMatchObject({ kind: 'response-checked' })
    expect(isUnfinished(await office.item('R8-002-1'))).toBe(false)
  })

  it('is not written where none is needed or another answers', async () => {
    await using office = await openQueueOffice(opinions)
    await office.act(groupItems, { lead: target('R8-001-1'), targets: [target('R8-001-2')] })
    await office.act(disposeItems, { targets: [target('R8-001-3')], as: 'none' })

    const together = await office.act(respondItem, respond('R8-001-2'))
    const none = await office.act(respondItem, respond('R8-001-3'))

    expect(together).toEqual({ kind: 'refused', why: 'not-answered', item: 'R8-001-2', with: 'R8-001-1' })
    expect(none).toEqual({ kind: 'refused', why: 'not-answered', item: 'R8-001-3', with: null })
    expect(await office.records.list('responses')).toEqual([])
  })
})

it('keeps notes in order, with who wrote them', async () => {
  await using office = await openQueueOffice(opinions)
  await office.act(noteItem, { target: target('R8-001-1'), text: '電話で確認済み' })
  await office.act(noteItem, { target: target('R8-001-1'), text: '農政課に相談' }, { who: 'kimura' })

  expect((await office.records.list('notes')).map(({ key, value }) => [key.id, value.by, value.text])).toEqual([
    ['R8-001-1.1', 'yamada', '電話で確認済み'],
    ['R8-001-1.2', 'kimura', '農政課に相談'],
  ])
})

describe('an item that is closed to work', () => {
  it.each([
    [{ withdrawn: 5 }, 'item-withdrawn'],
    [{ stage: 'answered' as const }, 'item-shared'],
    [{ stage: 'published' as const }, 'item-shared'],
  ])('is left alone: %j', async (change, why) => {
    await using office = await openQueueOffice({ 'R8-001': { text: bullets, ...change } })
    const before = await office.stored()

    const told = [
      await office.act(disposeItems, { targets: [target('R8-001-1')], as: 'none' }),
      await office.act(splitItem, { target: target('R8-001-1'), at: ['道路'] }),
      await office.act(joinItems, { targets: [target('R8-001-1'), target('R8-001-2')] }),
      await office.act(respondItem, respond('R8-001-1')),
      await office.act(noteItem, { target: target('R8-001-1'), text: 'メモ' }),
    ]

    expect(told).toEqual(told.map(() => ({ kind: 'refused', why, item: 'R8-001-1' })))
    expect(await office.stored()).toEqual(before)
  })

  it('names what it was joined into', async () => {
    await using office = await openQueueOffice(opinions)
    await office.act(joinItems, { targets: [target('R8-001-1'), target('R8-001-2')] })

    const told = await office.act(respondItem, respond('R8-001-2'))

    expect(told).toEqual({ kind: 'refused', why: 'item-gone', item: 'R8-001-2', into: 'R8-001-1' })
  })
})

it('decides among several items for all or for none', async () => {
  await using office = await openQueueOffice({ ...opinions, 'R8-004': { text: '取下げ', withdrawn: 5 } })
  await office.put(office.records.put('calls', '2026-1', callWith()))
  const before = await office.stored()

  const told = await office.act(disposeItems, { targets: [target('R8-001-1'), target('R8-004-1')], as: 'none' })

  expect(told).toEqual({ kind: 'refused', why: 'item-withdrawn', item: 'R8-004-1' })
  expect(await office.stored()).toEqual(before)
})
