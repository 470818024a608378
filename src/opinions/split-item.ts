import * as z from 'zod'
import type { ItemChange } from './change-item.ts'
import { changeItem } from './change-item.ts'
import { cutItem, isCut, type NotCut } from './cut-item.ts'
import { type Actor, type Decision, decide, type Refused, tell } from './decision.ts'
import { prose } from './form-text.ts'
import { listNumbered } from './numbered.ts'
import type { OpenItem } from './open-item.ts'
import { newQueueItem, type QueueItem } from './queue-item.ts'
import { findTarget, type NoTarget, Target } from './queue-target.ts'
import type { Records } from './records.ts'
import type { Item } from './submission.ts'

/** The highest number of an item that a receipt is read with: R8-012-99. */
const mostItems = 99

/** Where to split an item: the words with which each further part begins; none: at its headings and bullets. */
export const ItemSplit = z.strictObject({ target: Target, at: z.array(prose(500)).max(mostItems) })
export type ItemSplit = z.infer<typeof ItemSplit>

/** What the item had that was of its words as they were before: it is to be looked at again. */
export type LetGo = { readonly response: boolean; readonly printed: boolean; readonly inquired: boolean }

export type SplitTold =
  | { readonly kind: 'item-split'; readonly item: string; readonly parts: readonly string[]; readonly letGo: LetGo }
  | Refused<'not-staff'>
  | NoTarget
  | ({ readonly kind: 'refused'; readonly item: string } & NotCut)
  | (Refused<'too-many-items'> & { readonly item: string; readonly most: number })

/**
 * Splits an item (項目を分ける). The first part keeps the number and all that was done; the others take the next numbers of
 * the submission, and are handled as it was but for the response. A draft is of the undivided words from then on. For staff.
 */
export async function splitItem(
  records: Records,
  actor: Actor,
  { target, at }: ItemSplit,
): Promise<Decision<SplitTold>> {
  if (actor.role.kind !== 'staff') return tell({ kind: 'refused', why: 'not-staff' })
  const open = await findTarget(records, target)
  if ('why' in open) return tell(open)
  const item = open.item.value
  const text = await textOf(records, open)
  const cut = cutItem(text, item, at)
  if (!isCut(cut)) return tell({ kind: 'refused', item: item.item, ...cut })
  const taken = (await listNumbered(records, 'items', item.receipt)).length
  const [first, ...rest] = cut
  if (first === undefined || taken + rest.length > mostItems)
    return tell({ kind: 'refused', why: 'too-many-items', item: item.item, most: mostItems })

  const parts = rest.map((part, index) => partOf(item, part, taken + index + 1))
  const { changes, expected } = reworded(records, open, first)
  const unused = parts.map((part) => ({ key: records.key('items', part.item), version: 0 }))
  const ids = parts.map((part) => part.item)
  return decide([...expected, ...unused], {
    changes: [...changes, ...parts.map((part) => records.put('items', part.item, part))],
    acts: [
      { did: 'item-split', about: item.item, detail: { parts: ids } },
      ...ids.map((id) => ({ did: 'item-split-off', about: id, detail: { from: item.item } })),
    ],
    told: [{ kind: 'item-split', item: item.item, parts: [item.item, ...ids], letGo: letGoOf(item) }],
  })
}

/** A submission's newest words. */
export async function textOf(records: Records, { submission }: OpenItem): Promise<string> {
  const { receipt, version } = submission.value
  return (await records.find('versions', `${receipt}.${version}`))?.value.text ?? ''
}

/** An item with other words than before: a draft is of the earlier ones (旧版に対する回答案), a check and a wording for print are of none. */
export function reworded(
  records: Records,
  open: OpenItem,
  { span, heading }: Item,
  change: Partial<QueueItem> = {},
): ItemChange {
  const { outdated, response } = open.item.value
  return changeItem(records, open, {
    ...{ span, heading, checked: null, outdated: outdated || response !== null, printed: null },
    ...change,
  })
}

export function letGoOf({ response, printed, inquired }: QueueItem): LetGo {
  return { response: response !== null, printed: printed !== null, inquired: inquired !== null }
}

function partOf({ receipt, call, disposition, lead, others, due }: QueueItem, part: Item, number: number): QueueItem {
  return {
    ...newQueueItem(receipt, call, number, part),
    ...{ disposition, lead, others, due },
  }
}
