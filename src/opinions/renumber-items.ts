import { newQueueItem, type QueueItem } from './queue-item.ts'
import type { Item, Version } from './submission.ts'

/**
 * A submission's items after an edit. An item whose words are unchanged keeps its number and all that was done with it; of
 * the rest, in order, each new wording takes over an old number, and what was drafted, checked, grouped or set for print is
 * marked as of the old wording or let go. What is left over is gone; it is kept as history.
 */
export function renumberItems(
  before: readonly QueueItem[],
  old: Pick<Version, 'text'>,
  edited: Pick<Version, 'text' | 'items'>,
): readonly QueueItem[] {
  const [first] = before
  if (first === undefined) return []
  const live = before.filter(({ gone }) => gone === null).toSorted((a, b) => a.span[0] - b.span[0])
  const kept = new Map<Item, QueueItem>()
  const free = new Set(live)
  for (const item of edited.items) {
    const same = [...free].find((one) => wordsOf(old.text, one) === wordsOf(edited.text, item))
    if (same === undefined) continue
    kept.set(item, same)
    free.delete(same)
  }
  let next = Math.max(...before.map(({ number }) => number))
  const items = edited.items.map((item): QueueItem => {
    const same = kept.get(item)
    if (same !== undefined) return { ...same, ...item }
    const [taken] = free
    if (taken === undefined) return newQueueItem(first.receipt, first.call, ++next, item)
    free.delete(taken)
    const { disposition, response } = taken
    return {
      ...{ ...taken, ...item, checked: null, outdated: taken.outdated || response !== null, printed: null },
      // That no answer is needed, or that another's fits, was said of other words.
      disposition: disposition?.kind === 'answer' ? disposition : null,
    }
  })
  return [...items, ...[...free].map((one): QueueItem => ({ ...one, gone: { kind: 'edited' } }))]
}

function wordsOf(text: string, { span }: Item): string {
  return text.slice(...span)
}
