import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isLive } from '../../src/opinions/answers.ts'
import { checking, openReadyOffice, printing, publishing, sharing, undoing } from '../support/release-office.ts'

type Office = Awaited<ReturnType<typeof openReadyOffice>>

const receipts = ['R8-001', 'R8-002', 'R8-003'] as const
const senders = { 'R8-001': 'sato', 'R8-002': 'suzuki', 'R8-003': 'sato' } as const
let edits = 0
const receipt = fc.constantFrom(...receipts)

/** One thing that somebody does; what is refused must leave all as it is. */
type Step = { readonly name: string; readonly run: (office: Office) => Promise<unknown> }

const share: Step = { name: 'share', run: (office) => office.act(sharing) }
const undo: Step = { name: 'undo', run: (office) => office.act(undoing) }
const publish: Step = { name: 'publish', run: (office) => office.act({ ...publishing, day: '2026-09-24' }) }
const shareStanding: Step = {
  name: 'share the standing call',
  run: (office) => office.act({ ...sharing, call: 'standing' }),
}
const publishStanding: Step = {
  name: 'publish the standing call',
  run: (office) => office.act({ ...publishing, call: 'standing', day: '2026-09-24' }),
}
const step = (name: string, run: Step['run']): fc.Arbitrary<Step> => fc.constant({ name, run })
const steps = fc.oneof(
  { arbitrary: fc.constant(share), weight: 4 },
  fc.constant(shareStanding),
  { arbitrary: fc.constant(undo), weight: 3 },
  step('undo the standing call', (office) => office.act({ ...undoing, call: 'standing' })),
  { arbitrary: fc.constant(publish), weight: 2 },
  fc.constant(publishStanding),
  step('a day passes', async (office) => office.folder.clock.pass(24 * 60 * 60 * 1000)),
  step('deliver', (office) => office.outbox.deliver()),
  step('print', (office) => office.act(printing)),
  step('print as written', (office) => office.act({ ...printing, text: null })),
  step('check', (office) => office.act({ ...checking, until: '2026-12-25' })),
  receipt.map(
    (one): Step => ({
      name: `agree to ${one}`,
      run: (office) => office.press(senders[one], 'proof-agree', one),
    }),
  ),
  receipt.map(
    (one): Step => ({
      name: `correct ${one}`,
      run: (office) => office.fill(senders[one], { name: 'proof', receipt: one, text: '直してください。' }),
    }),
  ),
  receipt.map(
    (one): Step => ({
      name: `withdraw ${one}`,
      run: (office) => office.press(senders[one], 'withdraw-now', one),
    }),
  ),
  receipt.map(
    (one): Step => ({
      name: `edit ${one}`,
      run: async (office) => {
        const form = {
          name: 'opinion',
          edits: one,
          call: null,
          subject: null,
          text: `直した文${++edits}。`,
        } as const
        const rest = { vote: null, printName: null, split: null, onBehalf: null, confirmed: true }
        await office.fill(senders[one], { ...form, ...rest })
        const items = (await office.records.list('items', { receipt: one })).filter(({ value }) => value.gone === null)
        for (const { value } of items) if (value.checked === null) await office.settle(value.item, { kind: 'none' })
      },
    }),
  ),
)

/** Every submission is 回答済み or 公表済み just when a release says so, and nothing that is not shared is told. */
async function checkAll(office: Office): Promise<void> {
  const { records } = office
  const releases = (await records.list('releases')).map(({ value }) => value)
  const listed = releases.flatMap((release) => release.receipts)
  expect(new Set(listed).size).toBe(listed.length)
  for (const { value } of await records.list('submissions')) {
    const release = releases.find((one) => one.receipts.includes(value.receipt))
    const expected = release === undefined ? null : release.published === null ? 'answered' : 'published'
    const said = value.stage === 'answered' || value.stage === 'published' ? value.stage : null
    if (isLive(value)) expect([value.receipt, said]).toEqual([value.receipt, expected])
    else expect(release).toBeUndefined()
    const shown = await office.press(senders[value.receipt as keyof typeof senders], 'submission', value.receipt)
    expect(shown.text.includes('【御意見】')).toBe(release !== undefined)
  }
  const { text } = await office.say('guest', '別紙')
  expect(text.includes('【御意見】')).toBe(
    releases.some(({ published, receipts: within }) => published !== null && within.length > 0),
  )
}

describe('a round of sharing', () => {
  it('keeps stages and releases in agreement, whatever is done in whatever order', async () => {
    const reached = new Set<string>()
    await fc.assert(
      fc.asyncProperty(fc.array(steps, { minLength: 1, maxLength: 12 }), async (all) => {
        await using office = await openReadyOffice()
        await office.file('sato', '随時の御意見です。', 'standing')
        await office.settle('R8-003-1', '随時への考え方である。')
        for (const { run } of all) {
          await run(office)
          await checkAll(office)
        }
        for (const { value } of await office.records.list('acts')) reached.add(value.did)
      }),
      {
        numRuns: 60,
        examples: [
          [[share, publish, undo, undo, share]],
          [[shareStanding, share, publish, publishStanding, share, undo]],
        ],
      },
    )
    // Else the histories were too tame to say anything.
    expect([...reached]).toEqual(
      expect.arrayContaining([
        'annex-shared',
        'annex-published',
        'share-undone',
        'publish-undone',
        'withdrawn',
        'edited',
      ]),
    )
  })
})
