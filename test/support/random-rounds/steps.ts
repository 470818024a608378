import fc from 'fast-check'
import { type Writing, writing } from './writing.ts'

/** One thing that somebody does in a round. Numbers pick from what there is then, so that fewer steps are still a round. */
export type Step =
  | {
      readonly do: 'file' | 'file-on-behalf'
      readonly who: number
      readonly call: number
      readonly text: Writing
      readonly print: boolean
      readonly whole: boolean
      readonly subject: number
      readonly confirmed: boolean
    }
  | {
      readonly do: 'edit'
      readonly who: number
      readonly of: number
      readonly text: Writing | null
      readonly print: boolean
    }
  | { readonly do: 'print'; readonly of: number; readonly how: 'other' | 'shorter' | 'as-written' }
  | { readonly do: 'respond'; readonly who: number; readonly of: number; readonly text: Writing }
  | {
      readonly do: 'share' | 'annex'
      readonly call: number
      readonly names: 'none' | 'chosen' | 'letters'
      /** Everything is made ready before it is shared. */
      readonly ready: boolean
    }
  | { readonly do: Plain; readonly who: number; readonly of: number }
  | { readonly do: 'ask'; readonly who: number; readonly what: number; readonly of: number }
  | { readonly do: 'try'; readonly who: number; readonly what: number; readonly of: number }
  | { readonly do: 'pass'; readonly hours: number }
  | { readonly do: 'tick' }

/** Acts that need to be told no more than who does them, to what. */
const plain = [
  ...([
    'none',
    'press',
    'withdraw',
    'withdraw',
    'withdraw',
    'erase',
    'split',
    'split',
    'cut',
    'cut',
    'join',
    'join',
  ] as const),
  ...([
    'answer-none',
    'answer-own',
    'group',
    'group',
    'group',
    'assign',
    'note',
    'ask-back',
    'reply',
    'keep',
    'check',
  ] as const),
  ...(['inquire', 'take', 'take', 'proof', 'agree', 'correct', 'settle', 'settle', 'settle'] as const),
  ...(['publish', 'publish', 'undo', 'undo', 'undo', 'close', 'extend'] as const),
] as const
export type Plain = (typeof plain)[number]

const some = fc.nat(60)
const filing = { who: some, call: some, text: writing, print: fc.boolean(), whole: fc.boolean(), subject: some }
const names = fc.constantFrom('none' as const, 'chosen' as const, 'letters' as const)
const mostly = fc.integer({ min: 0, max: 5 }).map((n) => n < 5)

const file = fc.record({ do: fc.constant('file' as const), ...filing, confirmed: mostly })
const fileOnBehalf = fc.record({ do: fc.constant('file-on-behalf' as const), ...filing, confirmed: mostly })
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 8, arbitrary: file },
  { weight: 3, arbitrary: fileOnBehalf },
  {
    weight: 5,
    arbitrary: fc.record({
      ...{ do: fc.constant('edit' as const), who: some, of: some },
      ...{ text: fc.option(writing, { freq: 4 }), print: fc.boolean() },
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      ...{ do: fc.constant('print' as const), of: some },
      how: fc.constantFrom('other' as const, 'shorter' as const, 'as-written' as const),
    }),
  },
  { weight: 7, arbitrary: fc.record({ do: fc.constant('respond' as const), who: some, of: some, text: writing }) },
  {
    weight: 7,
    arbitrary: fc.record({
      do: fc.constantFrom('share' as const, 'share' as const, 'annex' as const),
      call: some,
      names,
      ready: fc.boolean(),
    }),
  },
  { weight: 44, arbitrary: fc.record({ do: fc.constantFrom(...plain), who: some, of: some }) },
  { weight: 7, arbitrary: fc.record({ do: fc.constant('ask' as const), who: some, what: some, of: some }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('try' as const), who: some, what: some, of: some }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('pass' as const), hours: fc.constantFrom(1, 9, 24, 72, 200) }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('tick' as const) }) },
)

/** Something is sent, and then much may be done: of any length alike, for much of it matters only after something else. */
export const steps: fc.Arbitrary<readonly Step[]> = fc.noBias(
  fc
    .tuple(
      fc.array(fc.oneof(file, file, fileOnBehalf), { minLength: 1, maxLength: 5, size: 'max' }),
      fc.array(step, { maxLength: 50, size: 'max' }),
    )
    .map((parts) => parts.flat()),
)

/** How a round ends: as what names are printed, which items are answered together at last, and whose sender withdraws between sharing and publication. */
export type End = {
  readonly names: 'none' | 'chosen' | 'letters'
  readonly together: number | null
  readonly leaves: number | null
}

export const end: fc.Arbitrary<End> = fc.record({
  names,
  together: fc.option(some, { freq: 2 }),
  leaves: fc.option(some, { freq: 2 }),
})
