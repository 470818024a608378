import type { ItemChange } from './change-item.ts'
import type { Act } from './decision.ts'
import type { QueueItem } from './queue-item.ts'
import type { Found, Records } from './records.ts'

/** The items that are answered together with this one and share its response. */
export async function listFollowers(
  records: Records,
  { item, call }: Pick<QueueItem, 'item' | 'call'>,
): Promise<readonly Found<QueueItem>[]> {
  return await listFollowing(records, call, new Set([item]))
}

/**
 * Where items of a submission go (withdrawn, or left out by an edit), those that were to share their responses are to be
 * decided anew. Whoever makes items go rests on them too, so that nobody joins a group that is going.
 */
export async function freeFollowers(
  records: Records,
  call: string,
  going: readonly Pick<QueueItem, 'item'>[],
): Promise<ItemChange & { readonly acts: readonly Act[] }> {
  const leads = new Set(going.map(({ item }) => item))
  const followers = leads.size === 0 ? [] : await listFollowing(records, call, leads)
  const free = followers.filter(({ value }) => !leads.has(value.item))
  return {
    changes: free.map(({ value }) => records.put('items', value.item, { ...value, disposition: null })),
    expected: free,
    acts: free.map(({ value: { item, disposition } }) => ({
      did: 'item-freed',
      about: item,
      detail: { from: disposition?.kind === 'with' ? disposition.item : null },
    })),
  }
}

async function listFollowing(records: Records, call: string, leads: ReadonlySet<string>) {
  return (await records.list('items', { call, gone: null })).filter(
    ({ value: { disposition } }) => disposition?.kind === 'with' && leads.has(disposition.item),
  )
}
