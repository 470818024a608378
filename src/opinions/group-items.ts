import * as z from 'zod'
import { changeItem } from './change-item.ts'
import { type Actor, type Decision, decide, type Refused, tell } from './decision.ts'
import { listFollowers } from './followers.ts'
import type { HasFollowers } from './join-items.ts'
import { areOpen, findTarget, findTargets, type NoTarget, resting, Target, Targets } from './queue-target.ts'
import type { Records } from './records.ts'

/** Items (`targets`) that are answered by the response to another (`lead`). */
export const ItemGroup = z.strictObject({ lead: Target, targets: Targets })
export type ItemGroup = z.infer<typeof ItemGroup>

export type GroupTold =
  | { readonly kind: 'items-grouped'; readonly lead: string; readonly items: readonly string[] }
  | Refused<'not-staff'>
  | NoTarget
  | HasFollowers
  | (Refused<'with-itself'> & { readonly item: string })
  | (Refused<'other-call'> & { readonly item: string; readonly lead: string })
  /** The lead shares the response of `with` itself, or (null) is not to be answered. */
  | (Refused<'lead-not-answered'> & { readonly lead: string; readonly with: string | null })

/**
 * Answers several items together (まとめて回答), of any submissions of one call; every member's words stay printed. The lead
 * is written anew too, so that whoever changes it at the same time is decided after this. For staff.
 */
export async function groupItems(
  records: Records,
  actor: Actor,
  { lead, targets }: ItemGroup,
): Promise<Decision<GroupTold>> {
  if (actor.role.kind !== 'staff') return tell({ kind: 'refused', why: 'not-staff' })
  const to = await findTarget(records, lead)
  if ('why' in to) return tell(to)
  const open = await findTargets(records, targets)
  if (!areOpen(open)) return tell(open)
  const { item: id, call, disposition } = to.item.value
  if (disposition?.kind === 'with') {
    return tell({ kind: 'refused', why: 'lead-not-answered', lead: id, with: disposition.item })
  }
  if (disposition?.kind === 'none') return tell({ kind: 'refused', why: 'lead-not-answered', lead: id, with: null })
  for (const { item } of open) {
    const one = item.value
    if (one.item === id) return tell({ kind: 'refused', why: 'with-itself', item: id })
    if (one.call !== call) return tell({ kind: 'refused', why: 'other-call', item: one.item, lead: id })
    const followers = (await listFollowers(records, one)).map(({ value }) => value.item)
    if (followers.length > 0) return tell({ kind: 'refused', why: 'has-followers', item: one.item, followers })
  }

  const items = open.map(({ item }) => item.value.item)
  const grouped = open.map((one) => changeItem(records, one, { disposition: { kind: 'with', item: id } }))
  const leading = changeItem(records, to, { disposition: { kind: 'answer' } })
  return decide(resting([to, ...open]), {
    changes: [...leading.changes, ...grouped.flatMap(({ changes }) => changes)],
    acts: [
      { did: 'item-leads', about: id, detail: { items } },
      ...items.map((about) => ({ did: 'item-grouped', about, detail: { with: id } })),
    ],
    told: [{ kind: 'items-grouped', lead: id, items }],
  })
}
