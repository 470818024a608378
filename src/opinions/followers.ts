import type { Act } from './decision.ts'
import type { ItemChange } from './change-item.ts'
import type { QueueItem } from './queue-item.ts'
import type { Found, Records } from './records.ts'

/** The items that are answered together with this one and share its response. */
export async function listFollowers(
  records: Records,
  { item, call }: Pick<QueueItem, 'item' | 'call'>,
): Promise<readonly Found<QueueItem>[]> {
  return (await records.list('items', { call })).filter(
    ({ value: { disposition, gone } }) => gone === null && disposition?.kind === 'with' && disposition.item === item,
  )
}

/**
 * Where items go (withdrawn, or left out by an edit), those that were to share their responses are to be decided anew.
 * Whoever makes items go rests on these items, so that nobody joins a group that is going.
 */
export async function freeFollowers(
  records: Records,
  going: readonly Pick<QueueItem, 'item' | 'call'>[],
): Promise<ItemChange & { readonly acts: readonly Act[] }> {
  const gone = new Set(going.map(({ item }) => item))
  const followers = (await Promise.all(going.map(async (one) => await listFollowers(records, one))))
    .flat()
    .filter(({ value }) => !gone.has(value.item))
  return {
    changes: followers.map(({ value }) => records.put('items', value.item, { ...value, disposition: null })),
    expected: followers,
    acts: followers.map(({ value: { item, disposition } }) => ({
      did: 'item-freed',
      about: item,
      detail: { from: disposition?.kind === 'with' ? disposition.item : null },
    })),
  }
}
