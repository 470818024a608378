import * as z from 'zod'
import { Day, dayOf } from './day.ts'
import { type Actor, type Decision, decide, type Refused, tell } from './decision.ts'
import type { Records } from './records.ts'
import { findReleases, ReleaseName, stageOf, whyUnreleased } from './releases.ts'

/** On which day and where an annex was published. */
export const Publishing = z.strictObject({
  call: ReleaseName,
  day: Day,
  address: z
    .url({ protocol: /^https?$/u })
    .max(500)
    // What a URL parser passes over would be shown all the same.
    .regex(/^[^\s\p{Cc}\p{Cf}]+$/u),
})
export type Publishing = z.infer<typeof Publishing>

export type PublishTold =
  | {
      readonly kind: 'annex-published'
      readonly release: string
      readonly day: Day
      readonly address: string
      readonly submissions: number
    }
  | Refused<'not-staff'>
  | (Refused<'unknown-call' | 'not-shared'> & { readonly call: string })
  | (Refused<'which-release'> & { readonly releases: readonly string[] })
  | (Refused<'already-published'> & { readonly release: string; readonly day: Day })
  | (Refused<'before-share'> & { readonly day: Day; readonly shared: Day })
  | (Refused<'day-later'> & { readonly day: Day })

/** Notes that an annex that was shared is public now (公表): on a day that has come, not before it was shared. For staff. */
export async function publish(
  records: Records,
  actor: Actor,
  { call, day, address }: Publishing,
): Promise<Decision<PublishTold>> {
  if (actor.role.kind !== 'staff') return tell({ kind: 'refused', why: 'not-staff' })
  const releases = await findReleases(records, call)
  const waiting = releases.filter(({ value }) => value.published === null)
  const found = waiting[0] ?? releases.at(-1)
  if (found === undefined) {
    const why = await whyUnreleased(records, call)
    return tell({ kind: 'refused', why: why === 'unshared' ? 'not-shared' : why, call })
  }
  if (waiting.length > 1)
    return tell({ kind: 'refused', why: 'which-release', releases: waiting.map(({ value }) => value.id) })
  const { id, published, shared } = found.value
  if (published !== null) return tell({ kind: 'refused', why: 'already-published', release: id, day: published.day })
  const since = dayOf(shared.at)
  if (day < since) return tell({ kind: 'refused', why: 'before-share', day, shared: since })
  if (day > actor.today) return tell({ kind: 'refused', why: 'day-later', day })

  const { changes, expected } = await stageOf(records, found.value, 'published')
  const by = actor.role.staff.id
  return decide([found, ...expected], {
    changes: [
      records.put('releases', id, { ...found.value, published: { day, address, by, at: actor.at } }),
      ...changes,
    ],
    acts: [{ did: 'annex-published', about: id, detail: { day, address } }],
    told: [{ kind: 'annex-published', release: id, day, address, submissions: found.value.receipts.length }],
  })
}
