import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { liveItems } from '../../src/opinions/annex.ts'
import { fileEdit, withdraw } from '../../src/opinions/change-submission.ts'
import type { Decision } from '../../src/opinions/decision.ts'
import { disposeItems } from '../../src/opinions/dispose-items.ts'
import { newDraft } from '../../src/opinions/draft.ts'
import { groupItems } from '../../src/opinions/group-items.ts'
import { joinItems } from '../../src/opinions/join-items.ts'
import { listNumbered } from '../../src/opinions/numbered.ts'
import type { QueueItem } from '../../src/opinions/queue-item.ts'
import type { Records } from '../../src/opinions/records.ts'
import { respondItem } from '../../src/opinions/respond-item.ts'
import { splitItem } from '../../src/opinions/split-item.ts'
import { openQueueOffice, target } from '../support/queue-office.ts'

const receipts = ['R8-001', 'R8-002'] as const
const lines = fc.constantFrom(
  ...[
    '【（１）交通】',
    '【（２）福祉】',
    '１．道路',
    '・橋を直す。',
    '　・公園',
    '①窓口',
    '文の続き。また、次の文。',
    '',
    '👪のこと',
  ],
)
const texts = fc.array(lines, { minLength: 3, maxLength: 9 }).map((chosen) => `初め${chosen.join('\n')}`)
const at = fc.record({ receipt: fc.constantFrom(...receipts), which: fc.nat(9) })
const steps = fc.array(
  fc.oneof(
    at.chain((one) => fc.nat(60).map((place) => ({ do: 'split', ...one, place }) as const)),
    at.map((one) => ({ do: 'split-at-marks', ...one }) as const),
    at.map((one) => ({ do: 'join', ...one }) as const),
    at.chain((one) => at.map((lead) => ({ do: 'group', ...one, lead }) as const)),
    at.map((one) => ({ do: 'none', ...one }) as const),
    at.map((one) => ({ do: 'respond', ...one }) as const),
    fc.record({
      do: fc.constant('edit' as const),
      receipt: fc.constantFrom(...receipts),
      text: texts,
      whole: fc.boolean(),
    }),
  ),
  { minLength: 6, maxLength: 14 },
)
type Step = typeof steps extends fc.Arbitrary<infer All extends readonly unknown[]> ? All[number] : never

const withoutBlanks = (text: string) => text.replaceAll(/\s/gu, '')

/** What stands of a submission: its words, its items, and the live ones in the order of the text. */
async function readSubmission(records: Records, receipt: string) {
  const version = (await records.find('submissions', receipt))?.value.version
  const text = (await records.find('versions', `${receipt}.${version}`))?.value.text ?? ''
  const all = await listNumbered(records, 'items', receipt)
  return { text, all: all.map(({ value }) => value), live: liveItems(all) }
}

/** The pieces as they are printed: a heading before the first item that stands under it, unless it is among words already. */
function piecesOf(text: string, live: readonly QueueItem[]): string {
  let written = 0
  return live
    .map(({ heading, span }) => {
      const before = heading !== null && heading[0] >= written ? text.slice(...heading) : ''
      expect(span[0]).toBeGreaterThanOrEqual(written)
      written = span[1]
      return before + text.slice(...span)
    })
    .join('')
}

async function decideStep(
  office: Awaited<ReturnType<typeof openQueueOffice>>,
  step: Step,
): Promise<Decision<unknown> | null> {
  const { records, actor } = office
  const yamada = await actor('yamada')
  const { text, live } = await readSubmission(records, step.receipt)
  if (step.do === 'edit') {
    const version = (await records.find('submissions', step.receipt))?.value.version ?? 0
    const draft = {
      ...newDraft('edit', 'here', yamada.at),
      ...{ edits: { receipt: step.receipt, version }, call: '2026-1', subject: { kind: 'whole' } as const },
      ...{ text: step.text, textDone: true, printName: false, whole: step.whole },
    }
    return await fileEdit(records, await actor('sato'), draft, undefined, { prefix: '', hasProject: () => true })
  }
  const item = live[step.which % live.length]
  if (item === undefined) return null
  const one = target(item.item)
  switch (step.do) {
    case 'split': {
      const words = text.slice(...item.span)
      const place = step.place % words.length
      return await splitItem(records, yamada, { target: one, at: [words.slice(place).trim()] })
    }
    case 'split-at-marks':
      return await splitItem(records, yamada, { target: one, at: [] })
    case 'join': {
      const pair = live.slice(step.which % Math.max(1, live.length - 1)).slice(0, 2)
      return await joinItems(records, yamada, { targets: pair.map((each) => target(each.item)) })
    }
    case 'group': {
      const { live: others } = await readSubmission(records, step.lead.receipt)
      const lead = others[step.lead.which % others.length]
      return lead === undefined ? null : await groupItems(records, yamada, { lead: target(lead.item), targets: [one] })
    }
    case 'none':
      return await disposeItems(records, yamada, { targets: [one], as: 'none' })
    case 'respond':
      return await respondItem(records, yamada, { target: one, text: `回答${step.which}` })
  }
}

describe('after any splits, joins, groups, drafts and edits', () => {
  it('the pieces hold every word once and in order, no number comes back, and every group has an answered lead', async () => {
    let split = 0
    let joined = 0
    await fc.assert(
      fc.asyncProperty(texts, texts, fc.boolean(), steps, async (first, second, whole, taken) => {
        await using office = await openQueueOffice({ 'R8-001': { text: first, whole }, 'R8-002': { text: second } })
        const { records, commit } = office
        const known = new Map<string, QueueItem>()
        for (const step of taken) {
          const decision = await decideStep(office, step)
          if (decision !== null) {
            const { told } = await commit(decision as Decision<{ readonly kind: string }>)
            split += told.filter(({ kind }) => kind === 'item-split').length
            joined += told.filter(({ kind }) => kind === 'items-joined').length
          }

          const read = await Promise.all(receipts.map(async (receipt) => await readSubmission(records, receipt)))
          for (const { text, live } of read) expect(withoutBlanks(piecesOf(text, live))).toBe(withoutBlanks(text))
          const all = new Map(read.flatMap((one) => one.all).map((item) => [item.item, item]))
          for (const [id, before] of known) {
            expect(all.has(id)).toBe(true)
            if (before.gone !== null) expect(all.get(id)).toEqual(before)
          }
          for (const item of all.values()) {
            known.set(item.item, item)
            if (item.gone !== null || item.disposition?.kind !== 'with') continue
            expect(all.get(item.disposition.item)).toMatchObject({ gone: null, disposition: { kind: 'answer' } })
          }
        }
      }),
      { numRuns: 60 },
    )

    // So many at random that none would be a fault of the test.
    expect(Math.min(split, joined)).toBeGreaterThan(0)
  })
})

describe('an item that others were to be answered with', () => {
  const opinions = { 'R8-001': { text: '・一つ目\n・二つ目' }, 'R8-002': { text: '・三つ目\n・四つ目' } }

  async function openGrouped() {
    const office = await openQueueOffice(opinions)
    await office.act(groupItems, { lead: target('R8-001-2'), targets: [target('R8-001-1'), target('R8-002-1')] })
    return office
  }

  it('sets them free where an edit leaves it out', async () => {
    await using office = await openGrouped()

    await office.commit((await decideStep(office, { do: 'edit', receipt: 'R8-001', text: '・一つ目', whole: true }))!)

    expect((await office.item('R8-001-2')).gone).toEqual({ kind: 'edited' })
    expect((await office.item('R8-001-1')).disposition).toBeNull()
    expect((await office.item('R8-002-1')).disposition).toBeNull()
  })

  it('sets those of other opinions free where its own is withdrawn', async () => {
    await using office = await openGrouped()
    const decision = await withdraw(office.records, await office.actor('sato'), 'R8-001')

    await office.commit(decision)

    expect((await office.item('R8-002-1')).disposition).toBeNull()
    expect(decision.effect(0).acts).toContainEqual({
      ...{ did: 'item-freed', about: 'R8-002-1', detail: { from: 'R8-001-2' } },
    })
  })
})

it('asks anew how an item is answered whose words were edited, and keeps what was decided of the others', async () => {
  await using office = await openQueueOffice({ 'R8-001': { text: '・賛成です\n・異議なし' } })
  await office.act(disposeItems, { targets: [target('R8-001-1'), target('R8-001-2')], as: 'none' })

  await office.commit(
    (await decideStep(office, { do: 'edit', receipt: 'R8-001', text: '・賛成です\n・なぜですか', whole: false }))!,
  )

  expect((await office.item('R8-001-1')).disposition).toEqual({ kind: 'none' })
  expect((await office.item('R8-001-2')).disposition).toBeNull()
})
