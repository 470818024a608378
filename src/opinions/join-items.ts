import * as z from 'zod'
import { liveItems } from './annex.ts'
import { type Actor, type Decision, decide, type Refused, tell } from './decision.ts'
import { listFollowers } from './followers.ts'
import { listNumbered } from './numbered.ts'
import type { OpenItem } from './open-item.ts'
import type { Disposition, QueueItem } from './queue-item.ts'
import { areOpen, findTargets, type NoTarget, resting, Targets } from './queue-target.ts'
import type { Found, Records } from './records.ts'
import { type LetGo, letGoOf, reworded } from './split-item.ts'
import type { Item } from './submission.ts'

/** Items to be one again. */
export const ItemJoin = z.strictObject({ targets: Targets })
export type ItemJoin = z.infer<typeof ItemJoin>

export type JoinTold =
  /** `left`: those that had a draft of their own, which stays with them as history. */
  | {
      readonly kind: 'items-joined'
      readonly into: string
      readonly joined: readonly string[]
      readonly left: readonly string[]
      readonly letGo: LetGo
    }
  | Refused<'not-staff' | 'one-item'>
  | NoTarget
  | (Refused<'not-adjacent'> & { readonly items: readonly string[] })
  | HasFollowers

/** Others share an item's response, so it cannot go. */
export type HasFollowers = Refused<'has-followers'> & { readonly item: string; readonly followers: readonly string[] }

/**
 * Joins neighbours of one submission (項目を戻す): the lowest number stays, the others are gone into it. What was decided
 * alike stays; a disposition that differed is to be chosen anew. For staff.
 */
export async function joinItems(records: Records, actor: Actor, { targets }: ItemJoin): Promise<Decision<JoinTold>> {
  if (actor.role.kind !== 'staff') return tell({ kind: 'refused', why: 'not-staff' })
  const open = await findTargets(records, targets)
  if (!areOpen(open)) return tell(open)
  const [stays, ...going] = open.toSorted((a, b) => a.item.value.number - b.item.value.number)
  if (stays === undefined || going.length === 0) return tell({ kind: 'refused', why: 'one-item' })
  const all = await listNumbered(records, 'items', stays.item.value.receipt)
  const row = neighbours(all, open)
  if (row === undefined) {
    return tell({ kind: 'refused', why: 'not-adjacent', items: open.map(({ item }) => item.value.item) })
  }
  for (const { item } of going) {
    const followers = (await listFollowers(records, item.value)).map(({ value }) => value.item)
    if (followers.length > 0)
      return tell({ kind: 'refused', why: 'has-followers', item: item.value.item, followers })
  }

  const into = stays.item.value.item
  const joined = going.map(({ item }) => item.value)
  const whole = joinedSpan(row)
  const isLead = (await listFollowers(records, stays.item.value)).length > 0
  const { changes } = reworded(records, stays, whole, {
    disposition: isLead ? { kind: 'answer' } : commonDisposition(row),
    ...chosen([stays.item.value, ...joined]),
  })
  return decide([...resting(open), ...all], {
    changes: [
      ...changes,
      ...joined.map((one) => records.put('items', one.item, { ...one, gone: { kind: 'joined', into } })),
      ...under(all, row, whole).map((one) => records.put('items', one.item, one)),
    ],
    acts: [
      { did: 'items-joined', about: into, detail: { joined: joined.map(({ item }) => item) } },
      ...joined.map(({ item }) => ({ did: 'item-joined-into', about: item, detail: { into } })),
    ],
    told: [
      {
        kind: 'items-joined',
        into,
        joined: joined.map(({ item }) => item),
        left: joined.filter(({ response }) => response !== null).map(({ item }) => item),
        letGo: letGoOf(stays.item.value),
      },
    ],
  })
}

/** The items in the order of the text, where nothing of the submission stands between them. */
function neighbours(all: readonly Found<QueueItem>[], open: readonly OpenItem[]): readonly QueueItem[] | undefined {
  const live = liveItems(all)
  const wanted = new Set(open.map(({ item }) => item.value.item))
  const start = live.findIndex(({ item }) => wanted.has(item))
  const row = live.slice(start, start + wanted.size)
  return row.every(({ item }) => wanted.has(item)) && row.length === wanted.size ? row : undefined
}

/** From the first to the last, with the headings between. */
function joinedSpan(row: readonly QueueItem[]): Item {
  const [first] = row
  const last = row.at(-1)
  return { span: [first?.span[0] ?? 0, last?.span[1] ?? 0], heading: first?.heading ?? null }
}

/** Items that stood under a heading which is among the joined words now: they stand under that of the joined item. */
function under(all: readonly Found<QueueItem>[], row: readonly QueueItem[], { span, heading }: Item) {
  return liveItems(all)
    .filter((one) => !row.includes(one))
    .filter((one) => one.heading !== null && one.heading[0] >= span[0] && one.heading[0] < span[1])
    .map((one): QueueItem => ({ ...one, heading }))
}

function commonDisposition(row: readonly QueueItem[]): Disposition | null {
  const kinds = new Set(row.map(({ disposition }) => JSON.stringify(disposition)))
  return kinds.size === 1 ? (row[0]?.disposition ?? null) : null
}

/** The division and day of the item that stays, where it has none of the next that has; all that are asked besides; the earliest day. */
function chosen(items: readonly QueueItem[]): Pick<QueueItem, 'lead' | 'others' | 'due'> {
  const lead = items.find((one) => one.lead !== null)?.lead ?? null
  const others = items.flatMap((one) => (one.lead === null ? one.others : [one.lead, ...one.others]))
  const dues = items.flatMap(({ due }) => due ?? []).toSorted()
  return { lead, others: [...new Set(others)].filter((one) => one !== lead), due: dues[0] ?? null }
}
