import type { Change, Conditions } from '../ports.ts'
import type { Refused } from './decision.ts'
import type { Erasure } from './erasure.ts'
import type { Records } from './records.ts'

/** What somebody has asked to be erased: `since` and `until` (when it lapses) are milliseconds since 1970. */
export type Requested = {
  readonly by: string
  readonly since: number
  readonly reason: string
  readonly until: number
}

export type ErasureRefusal =
  | Refused<'not-staff'>
  /** Who asked for it cannot do it as well: another of the staff has to. `since` is milliseconds since 1970. */
  | { readonly kind: 'refused'; readonly why: 'another-needed'; readonly by: string; readonly since: number }

type Recorded = {
  readonly changes: readonly Change[]
  readonly expected: NonNullable<Conditions['expected']>
}

/** What one of the staff who wants something erased may do: ask for it, or see and then do what another has asked for. */
type Step =
  | { readonly step: 'refuse'; readonly refusal: ErasureRefusal }
  | { readonly step: 'show'; readonly requested: Requested }
  | ({ readonly step: 'request'; readonly until: number } & Recorded)
  | ({ readonly step: 'perform'; readonly requestedBy: string } & Recorded)

/** A hand at an erasure; `confirmed`: who asked for it, when and why has been seen. */
type Hand = Erasure['requested'] & { readonly confirmed: boolean }

/** Milliseconds for which a request waits for the second person. */
const requestLife = 30 * 24 * 60 * 60 * 1000

/** Keeps to the rule that nothing is erased by one person alone; `id` names the record of the erasure. */
export async function secondHand(records: Records, id: string, { confirmed, ...hand }: Hand): Promise<Step> {
  const found = await records.find('erasures', id)
  const expected = [found ?? { key: records.key('erasures', id), version: 0 }]
  const waiting = found === undefined ? null : findWaiting(found.value, hand.at)
  if (found === undefined || waiting === null) {
    const changes = [records.put('erasures', id, { requested: hand, done: null })]
    return { step: 'request', until: hand.at + requestLife, expected, changes }
  }
  const { by, since } = waiting
  if (by === hand.by) return { step: 'refuse', refusal: { kind: 'refused', why: 'another-needed', by, since } }
  if (!confirmed) return { step: 'show', requested: waiting }
  const changes = [records.put('erasures', id, { requested: found.value.requested, done: hand })]
  return { step: 'perform', requestedBy: by, expected, changes }
}

/** The request that waits for the second person at a moment (milliseconds since 1970), or null. */
export function findWaiting({ requested, done }: Erasure, at: number): Requested | null {
  const until = requested.at + requestLife
  const { by, at: since, reason } = requested
  return done !== null || at >= until ? null : { by, since, reason, until }
}
