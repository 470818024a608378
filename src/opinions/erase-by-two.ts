import type { Change, Conditions } from '../ports.ts'
import type { Erasure } from './erasure.ts'
import type { Records } from './records.ts'

export type ErasureRefusal =
  | { readonly kind: 'refused'; readonly why: 'not-staff' }
  /** Who asked for it cannot do it as well: another of the staff has to. `since` is milliseconds since 1970. */
  | { readonly kind: 'refused'; readonly why: 'another-needed'; readonly by: string; readonly since: number }

type Recorded = {
  readonly changes: readonly Change[]
  readonly expected: NonNullable<Conditions['expected']>
}

/** What one of the staff who wants something erased may do: ask for it, or do what another has asked for. */
type Step =
  | { readonly step: 'refuse'; readonly refusal: ErasureRefusal }
  | ({ readonly step: 'request' } & Recorded)
  | ({ readonly step: 'perform'; readonly requestedBy: string } & Recorded)

/** Keeps to the rule that nothing is erased by one person alone; `id` names the record of the erasure. */
export async function secondHand(records: Records, id: string, hand: Erasure['requested']): Promise<Step> {
  const found = await records.find('erasures', id)
  const expected = [found ?? { key: records.key('erasures', id), version: 0 }]
  if (found === undefined || found.value.done !== null) {
    return { step: 'request', expected, changes: [records.put('erasures', id, { requested: hand, done: null })] }
  }
  const { requested } = found.value
  if (requested.by === hand.by) {
    const refusal = { kind: 'refused', why: 'another-needed', by: requested.by, since: requested.at } as const
    return { step: 'refuse', refusal }
  }
  const changes = [records.put('erasures', id, { requested, done: hand })]
  return { step: 'perform', requestedBy: requested.by, expected, changes }
}
