import fc from 'fast-check'
import { expect, it } from 'vitest'
import { assemble, members } from '../support/random-rounds/people.ts'
import { Round } from '../support/random-rounds/round.ts'
import { end, steps } from '../support/random-rounds/steps.ts'

const numRuns = process.env.LONG ? 1000 : 100
/** Every twentieth round, where chance has it. */
const thorough = fc.integer({ min: 1, max: 20 }).map((n) => n === 20)
/** Milliseconds that a shorter round is looked for when one has failed. */
const shrinking = 60_000

it(`prints every word, and shows nobody what he may not see, in ${numRuns} random rounds`, {
  timeout: 3_600_000,
}, async () => {
  const reached = new Set<string>()
  let failed = Number.POSITIVE_INFINITY
  await fc.assert(
    fc.asyncProperty(members, steps, end, thorough, async (entries, all, how, isThorough) => {
      if (performance.now() - failed > shrinking) return
      await using round = await Round.open(assemble(entries), { thorough: isThorough, reached })
      try {
        for (const step of all) await round.run(step)
        await round.finish(how)
      } catch (cause) {
        failed = Math.min(failed, performance.now())
        throw new Error(`${(cause as Error).message}\n\n${round.script}\n`, { cause })
      }
    }),
    { numRuns },
  )

  // Else the rounds were too tame to say anything; what comes now and then is waited for only in many.
  const acts = ['receipt', 'edited', 'withdrawn', 'erased', 'item-split', 'items-joined', 'items-grouped', 'print-set']
  const answers = ['item-responded', 'response-checked', 'inquiries-written', 'inquiry-taken', 'question-asked']
  const releases = ['proof-answered', 'annex-shared', 'annex-published', 'annex-page']
  const refusals = ['refused not-staff', 'refused not-ready', 'refused item-shared', 'refused unknown-receipt']
  const rare = [
    'replied',
    'proof-changed',
    'share-undone',
    'publish-undone',
    'refused withdraw-over',
    'refused edit-over',
  ]
  const expected = [...acts, ...answers, ...releases, ...refusals, ...(numRuns < 1000 ? [] : rare)]
  expect([...reached]).toEqual(expect.arrayContaining(expected))
})
