import * as z from 'zod'
import type { LoggedAct } from './act.ts'
import type { QueueItem } from './queue-item.ts'
import type { Found, Records } from './records.ts'

/** A file that was taken back says which items it answers; of those it does not, it is no history. */
const Answered = z.looseObject({ answered: z.array(z.string()) })

function concerns(item: string, { did, detail }: LoggedAct): boolean {
  const answered = did === 'inquiry-taken' ? Answered.safeParse(detail) : undefined
  return !answered?.success || answered.data.answered.includes(item)
}

/**
 * Who has done what about an item, oldest first: acts on the item, on its submission, and on the inquiries that it is in.
 * Only those written after the commit `since`: an act is written with what it changes and never again, so that its
 * record's version is that of its commit.
 */
export async function itemHistory(
  records: Records,
  { item, receipt, call }: Pick<QueueItem, 'item' | 'receipt' | 'call'>,
  since = 0,
): Promise<readonly LoggedAct[]> {
  const inquiries = (await records.list('inquiries', { call })).filter(({ value }) =>
    value.items.some((asked) => asked.item === item),
  )
  const matters = [item, receipt, ...inquiries.map(({ value }) => value.id)]
  const acts = await Promise.all(matters.map(async (about) => await records.list('acts', { about })))
  return acts
    .flat()
    .filter(({ version, value }) => version > since && concerns(item, value))
    .toSorted((a, b) => a.version - b.version)
    .map(({ value }) => value)
}

/** A change to an item that was made while somebody looked at an earlier state of it, with all that happened since. */
export type ChangedMeanwhile = {
  readonly kind: 'refused'
  readonly why: 'changed-meanwhile'
  readonly item: string
  readonly since: readonly LoggedAct[]
}

/** The refusal of a change by somebody who was shown an item as it no longer is; null where he was shown nothing else. */
export async function refuseStale(
  records: Records,
  { value, version }: Found<QueueItem>,
  seen: number | null,
): Promise<ChangedMeanwhile | null> {
  if (seen === null || seen === version) return null
  return {
    kind: 'refused',
    why: 'changed-meanwhile',
    item: value.item,
    since: await itemHistory(records, value, seen),
  }
}
