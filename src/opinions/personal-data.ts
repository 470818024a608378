import { halfWidth } from './half-width.ts'
import { isIndividualNumber } from './individual-number.ts'
import { postalAddress } from './postal-address.ts'
import type { Span } from './submission.ts'

/** What a member may have written without meaning it to be printed, and where. */
export type PersonalData = {
  readonly kind: 'telephone' | 'mail' | 'address' | 'individual-number'
  readonly span: Span
}

type Finder = {
  readonly kind: PersonalData['kind']
  readonly pattern: RegExp
  readonly holds: (digits: string) => boolean
}

const always = () => true

/** In this order one wins over another that begins at the same place. No pattern takes more than a bounded number of tries at a place. */
const finders: readonly Finder[] = [
  { kind: 'mail', pattern: /(?<![\w.+%-])[\w.+%-]+@[a-z\d][a-z\d.-]*\.[a-z]{2,24}/giu, holds: always },
  {
    kind: 'individual-number',
    pattern: /(?<!\d[-.,]?)\d{4}[- ]?\d{4}[- ]?\d{4}(?![-.,]?\d)/gu,
    holds: isIndividualNumber,
  },
  {
    kind: 'telephone',
    pattern: /(?<!\d[-.,]?)(?:\(0\d{1,4}\)[- ]?|0\d{1,4}(?:[-. ]| ?\())\d{1,4}[-. )]{0,2}\d{3,4}(?![-.]?\d)/gu,
    holds: (digits) => digits.length === 10 || digits.length === 11,
  },
  {
    kind: 'telephone',
    pattern: /(?<!\d)\+81[-. ]?(?:\(0\))?[-. ]?\d{1,4}[-. ()]{0,2}\d{1,4}[-. ()]{0,2}\d{3,4}(?![-.]?\d)/gu,
    holds: (digits) => /^810?[1-9]\d{8,9}$/u.test(digits),
  },
  {
    kind: 'telephone',
    pattern: /(?<!\d[-.,]?)(?<!isbn[-:\s\d]{0,8})(?:0[1-9]\d{8}|0[1-9]0\d{8})(?![-.,]?\d)/giu,
    holds: always,
  },
  { kind: 'address', pattern: postalAddress, holds: always },
]

/**
 * Telephone numbers of Japan, mail addresses, postal addresses and individual numbers in a text, in order and without
 * overlaps; a hint for the person who wrote it, names are not looked for. Full-width writing is found too; spans are of
 * the text as it is.
 */
export function findPersonalData(text: string): readonly PersonalData[] {
  const searched = halfWidth(text)
  const found = finders.flatMap(({ kind, pattern, holds }) =>
    [...searched.matchAll(pattern)]
      .filter(([match]) => holds(match.replace(/\D/gu, '')))
      .map(({ index, 0: match }): PersonalData => ({ kind, span: [index, index + match.length] })),
  )
  return withoutOverlaps(found.sort((one, other) => one.span[0] - other.span[0]))
}

function withoutOverlaps(sorted: readonly PersonalData[]): readonly PersonalData[] {
  const kept: PersonalData[] = []
  for (const one of sorted) if (one.span[0] >= (kept.at(-1)?.span[1] ?? 0)) kept.push(one)
  return kept
}
