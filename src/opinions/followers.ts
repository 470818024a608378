import { isLive } from './answers.ts'
import type { ItemChange } from './change-item.ts'
import type { Act } from './decision.ts'
import type { QueueItem } from './queue-item.ts'
import type { Found, Records } from './records.ts'
import { isReleased } from './releases.ts'
import type { Submission } from './submission.ts'

/** The items that are answered together with this one and share its response. */
export async function listFollowers(
  records: Records,
  { item, call }: Pick<QueueItem, 'item' | 'call'>,
): Promise<readonly Found<QueueItem>[]> {
  return await listFollowing(records, call, new Set([item]))
}

/**
 * Where items of a submission go (withdrawn, or left out by an edit), those that were to share their responses are to be
 * decided anew. What was given to the members keeps the response that it was given with. Whoever makes items go rests on
 * them too, so that nobody joins a group that is going.
 */
export async function freeFollowers(
  records: Records,
  call: string,
  going: readonly Pick<QueueItem, 'item'>[],
): Promise<Freed> {
  const leads = new Set(going.map(({ item }) => item))
  const followers = leads.size === 0 ? [] : await listFollowing(records, call, leads)
  const others = followers.filter(({ value }) => !leads.has(value.item))
  const given = new Map<string, Found<Submission> | undefined>()
  for (const { value } of others) given.set(value.receipt, await records.find('submissions', value.receipt))
  const submissions = [...given.values()].filter((one) => one !== undefined)
  const shared = new Set(submissions.filter(({ value }) => isReleased(value)).map(({ value }) => value.receipt))
  const freed = freeing(
    records,
    others.filter(({ value }) => !shared.has(value.receipt)),
  )
  return { ...freed, expected: [...freed.expected, ...submissions] }
}

/** Items of submissions that can be worked on again, and were to share a response of what was withdrawn meanwhile. */
export async function freeOfWithdrawn(records: Records, receipts: readonly string[]): Promise<Freed> {
  const own = await Promise.all(receipts.map(async (receipt) => await records.list('items', { receipt })))
  const alone: Found<QueueItem>[] = []
  for (const found of own.flat()) {
    const { disposition, gone } = found.value
    if (disposition?.kind !== 'with' || gone !== null) continue
    const lead = await records.find('items', disposition.item)
    const submission = lead && (await records.find('submissions', lead.value.receipt))
    if (submission === undefined || !isLive(submission.value)) alone.push(found)
  }
  return freeing(records, alone)
}

type Freed = ItemChange & { readonly acts: readonly Act[] }

function freeing(records: Records, free: readonly Found<QueueItem>[]): Freed {
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
