import { type Actor, type Decision, type Refused, tell } from './decision.ts'
import { findWaiting, type Requested } from './erase-by-two.ts'
import { memberErased } from './erasure.ts'
import type { Records } from './records.ts'

/** An erasure that waits for the second person; `member` is null where it is of one submission. */
type Waiting = Requested & { readonly member: string | null; readonly receipts: readonly string[] }

export type ErasuresTold = { readonly kind: 'erasures'; readonly waiting: readonly Waiting[] } | Refused<'not-staff'>

/** The erasures that somebody has asked for and nobody has done yet. For staff. */
export async function listErasures(records: Records, actor: Actor): Promise<Decision<ErasuresTold>> {
  if (actor.role.kind !== 'staff') return tell({ kind: 'refused', why: 'not-staff' })
  const erasures = await records.list('erasures')
  const waiting = await Promise.all(
    erasures.map(async ({ key: { id }, value }): Promise<readonly Waiting[]> => {
      const requested = findWaiting(value, actor.at)
      if (requested === null) return []
      const member = memberErased(id)
      if (member !== null) {
        const own = await records.list('submitters', { member })
        return [{ ...requested, member, receipts: own.map(({ value: { receipt } }) => receipt) }]
      }
      // It may have gone with its member meanwhile.
      const submission = await records.find('submissions', id)
      return submission?.value.erased === null ? [{ ...requested, member, receipts: [id] }] : []
    }),
  )
  return tell({ kind: 'erasures', waiting: waiting.flat() })
}
