import { leadOf } from './annex.ts'
import type { ItemChange } from './change-item.ts'
import type { Act } from './decision.ts'
import { type HandedOn, handOnResponse } from './hand-on-response.ts'
import type { QueueItem } from './queue-item.ts'
import type { Found, Records } from './records.ts'
import { isReleased } from './releases.ts'

/** The items that are answered together with this one and share its response. */
export async function listFollowers(
  records: Records,
  { item, call }: Pick<QueueItem, 'item' | 'call'>,
): Promise<readonly Found<QueueItem>[]> {
  return await listFollowing(records, call, new Set([item]))
}

/**
 * Where items of a submission go (withdrawn, erased, or left out by an edit), those that were to share their responses are to
 * be decided anew; those that were given to the members with them keep the response. Whoever makes items go rests on them
 * too, so that nobody joins a group that is going.
 */
export async function freeFollowers(
  records: Records,
  call: string,
  going: readonly Pick<QueueItem, 'item'>[],
): Promise<ItemChange & { readonly acts: readonly Act[] }> {
  const leads = new Set(going.map(({ item }) => item))
  const followers = leads.size === 0 ? [] : await listFollowing(records, call, leads)
  const left = followers.filter(({ value }) => !leads.has(value.item))
  const handed = await handOn(records, await given(records, left))
  const kept = new Set(handed.flatMap(({ expected }) => expected.map(({ key }) => key.id)))
  const free = left.filter(({ key }) => !kept.has(key.id))
  return {
    changes: [
      ...free.map(({ value }) => records.put('items', value.item, { ...value, disposition: null })),
      ...handed.flatMap(({ changes }) => changes),
    ],
    expected: [...free, ...handed.flatMap(({ expected }) => expected)],
    acts: [
      ...free.map(({ value }) => ({ did: 'item-freed', about: value.item, detail: { from: leadOf(value) } })),
      ...handed.flatMap(({ acts }) => acts),
    ],
  }
}

/** Those of items whose submissions were given to the members. */
async function given(records: Records, items: readonly Found<QueueItem>[]): Promise<readonly Found<QueueItem>[]> {
  const submissions = await Promise.all(items.map(({ value }) => records.find('submissions', value.receipt)))
  return items.filter((_, at) => submissions[at] !== undefined && isReleased(submissions[at].value))
}

async function handOn(records: Records, items: readonly Found<QueueItem>[]): Promise<readonly HandedOn[]> {
  const byLead = Map.groupBy(items, ({ value }) => leadOf(value))
  const handed = await Promise.all([...byLead].map(([lead, those]) => handOnResponse(records, lead, those)))
  return handed.filter((one) => one !== undefined)
}

async function listFollowing(records: Records, call: string, leads: ReadonlySet<string>) {
  return (await records.list('items', { call, gone: null })).filter(
    ({ value: { disposition } }) => disposition?.kind === 'with' && leads.has(disposition.item),
  )
}
