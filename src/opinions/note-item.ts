import * as z from 'zod'
import { changeItem } from './change-item.ts'
import { type Actor, type Decision, decide, type Refused, tell } from './decision.ts'
import { prose } from './form-text.ts'
import { listNumbered } from './numbered.ts'
import { findTarget, type NoTarget, Target } from './queue-target.ts'
import type { Records } from './records.ts'

/** A note of the secretariat's own on an item, which no member sees. */
export const ItemNote = z.strictObject({ target: Target, text: prose(4000) })
export type ItemNote = z.infer<typeof ItemNote>

export type NoteTold =
  | { readonly kind: 'item-noted'; readonly item: string; readonly number: number }
  | Refused<'not-staff'>
  | NoTarget

/** Adds a note (内部メモ) to an item. For staff. */
export async function noteItem(
  records: Records,
  actor: Actor,
  { target, text }: ItemNote,
): Promise<Decision<NoteTold>> {
  if (actor.role.kind !== 'staff') return tell({ kind: 'refused', why: 'not-staff' })
  const open = await findTarget(records, target)
  if ('why' in open) return tell(open)
  const { item, receipt } = open.item.value
  const number = (await listNumbered(records, 'notes', item)).length + 1
  const key = records.key('notes', `${item}.${number}`)
  const { changes, expected } = changeItem(records, open, {})
  const by = actor.role.staff.id
  return decide([...expected, { key, version: 0 }], {
    changes: [...changes, records.put('notes', key.id, { item, receipt, number, text, by, at: actor.at })],
    acts: [{ did: 'item-noted', about: item, detail: { number } }],
    told: [{ kind: 'item-noted', item, number }],
  })
}
