import * as z from 'zod'
import { changeItem } from './change-item.ts'
import { type Actor, type Decision, decide, type Refused, tell } from './decision.ts'
import { findTarget, type NoTarget, Target } from './queue-target.ts'
import type { Records } from './records.ts'
import { findResponse, type NotAnswered, refuseNotAnswered } from './respond-item.ts'

/** `response` is the version of the response that was read. */
export const ResponseCheck = z.strictObject({ target: Target, response: z.int().min(1) })
export type ResponseCheck = z.infer<typeof ResponseCheck>

export type CheckTold =
  | { readonly kind: 'response-checked'; readonly item: string; readonly number: number }
  | Refused<'not-staff'>
  | NoTarget
  | NotAnswered
  | (Refused<'no-response' | 'own-response' | 'response-outdated'> & { readonly item: string })
  /** Another version counts now. */
  | (Refused<'other-response'> & { readonly item: string; readonly number: number })
  | (Refused<'already-checked'> & { readonly item: string; readonly by: string })

/**
 * A colleague's check (事務局内確認) of one version of a response: by anybody of the staff but its author. A draft that was
 * written for an earlier wording is written or confirmed first. For staff.
 */
export async function checkResponse(
  records: Records,
  actor: Actor,
  { target, response: read }: ResponseCheck,
): Promise<Decision<CheckTold>> {
  if (actor.role.kind !== 'staff') return tell({ kind: 'refused', why: 'not-staff' })
  const open = await findTarget(records, target)
  if ('why' in open) return tell(open)
  const { item, checked, outdated } = open.item.value
  const refusal = refuseNotAnswered(open)
  if (refusal !== null) return tell(refusal)
  const response = await findResponse(records, open)
  if (response === undefined) return tell({ kind: 'refused', why: 'no-response', item })
  const { number, author } = response
  if (number !== read) return tell({ kind: 'refused', why: 'other-response', item, number })
  if (outdated) return tell({ kind: 'refused', why: 'response-outdated', item })
  if (checked !== null) return tell({ kind: 'refused', why: 'already-checked', item, by: checked.by })
  const by = actor.role.staff.id
  if (author.kind === 'staff' && author.id === by) return tell({ kind: 'refused', why: 'own-response', item })

  const { changes, expected } = changeItem(records, open, { checked: { by, at: actor.at } })
  return decide(expected, {
    changes,
    acts: [{ did: 'response-checked', about: item, detail: { number } }],
    told: [{ kind: 'response-checked', item, number }],
  })
}
