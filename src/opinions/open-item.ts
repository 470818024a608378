import { isLive } from './answers.ts'
import type { QueueItem } from './queue-item.ts'
import type { Found, Records } from './records.ts'
import type { Submission } from './submission.ts'

/** An item that can be worked on, with its submission. */
export type OpenItem = { readonly item: Found<QueueItem>; readonly submission: Found<Submission> }

/** Why an item cannot be worked on; `into` is what it was joined into. */
export type ClosedItem =
  | { readonly kind: 'refused'; readonly why: 'unknown-item'; readonly item: string }
  | { readonly kind: 'refused'; readonly why: 'item-gone'; readonly item: string; readonly into: string | null }
  | { readonly kind: 'refused'; readonly why: 'item-withdrawn' | 'item-shared'; readonly item: string }

/** An item, unless it is unknown or erased, joined or edited away, withdrawn, or given to the members already. */
export async function findOpenItem(records: Records, id: string): Promise<OpenItem | ClosedItem> {
  const item = await records.find('items', id)
  const submission = item && (await records.find('submissions', item.value.receipt))
  if (item === undefined || submission === undefined) return { kind: 'refused', why: 'unknown-item', item: id }
  const { gone } = item.value
  if (gone !== null)
    return { kind: 'refused', why: 'item-gone', item: id, into: gone.kind === 'joined' ? gone.into : null }
  if (!isLive(submission.value)) return { kind: 'refused', why: 'item-withdrawn', item: id }
  const { stage } = submission.value
  if (stage === 'answered' || stage === 'published') return { kind: 'refused', why: 'item-shared', item: id }
  return { item, submission }
}
