import * as z from 'zod'
import { changeItem } from './change-item.ts'
import { type Actor, type Decision, decide, type Refused, tell } from './decision.ts'
import { listFollowers } from './followers.ts'
import type { HasFollowers } from './join-items.ts'
import { areOpen, findTargets, type NoTarget, resting, Targets } from './queue-target.ts'
import type { Records } from './records.ts'

/** Whether items are answered by a response of their own or by none. What was grouped stands by itself again. */
export const ItemDisposal = z.strictObject({ targets: Targets, as: z.enum(['answer', 'none']) })
export type ItemDisposal = z.infer<typeof ItemDisposal>

export type DisposeTold =
  | { readonly kind: 'items-disposed'; readonly items: readonly string[]; readonly as: ItemDisposal['as'] }
  | Refused<'not-staff'>
  | NoTarget
  | HasFollowers

/** Sets how items are answered (取扱い): 回答する or 回答不要, which closes them at once. For staff. */
export async function disposeItems(
  records: Records,
  actor: Actor,
  { targets, as }: ItemDisposal,
): Promise<Decision<DisposeTold>> {
  if (actor.role.kind !== 'staff') return tell({ kind: 'refused', why: 'not-staff' })
  const open = await findTargets(records, targets)
  if (!areOpen(open)) return tell(open)
  for (const { item } of open) {
    const followers = as === 'none' ? await listFollowers(records, item.value) : []
    if (followers.length === 0) continue
    const ids = followers.map(({ value }) => value.item)
    return tell({ kind: 'refused', why: 'has-followers', item: item.value.item, followers: ids })
  }
  const items = open.map(({ item }) => item.value.item)
  return decide(resting(open), {
    changes: open.flatMap((one) => changeItem(records, one, { disposition: { kind: as } }).changes),
    acts: items.map((about) => ({ did: 'item-disposed', about, detail: { as } })),
    told: [{ kind: 'items-disposed', items, as }],
  })
}
