import * as z from 'zod'
import type { Change, Conditions } from '../ports.ts'
import { type Actor, type Decision, decide, type Refused, tell } from './decision.ts'
import { postsOn } from './read-roster.ts'
import type { Found, Records, Value } from './records.ts'
import { Divisions, Member, Staff } from './roster.ts'

/** A roster as the office keeps it in a file: ids are unique, every term and post begins before it ends. */
export const RosterFile = z
  .strictObject({ members: z.array(Member), staff: z.array(Staff), divisions: z.array(Divisions) })
  .refine(({ members, staff }) => areUnique([...members, ...staff].map(({ id }) => id)), {
    error: 'Two people have the same id: give each an id of their own',
  })
  .refine(({ divisions }) => areUnique(divisions.map(({ fiscalYear }) => fiscalYear)), {
    error: 'A fiscal year stands twice under divisions: keep one entry a year',
  })
  .refine(({ divisions }) => divisions.every((year) => areUnique(year.divisions.map(({ id }) => id))), {
    error: 'Two divisions of a fiscal year have the same id: give each an id of its own',
  })
  .refine(
    ({ members, staff }) =>
      [...members.flatMap(({ terms }) => terms), ...staff.flatMap(({ posts }) => posts)].every(
        ({ from, to }) => to === null || from <= to,
      ),
    { error: 'A term or a post ends before it begins: put its earlier day under "from"' },
  )
export type RosterFile = z.infer<typeof RosterFile>

type Part = 'members' | 'staff' | 'divisions'
type Entry = { readonly part: Part; readonly id: string }

/** `missing`: on the roster, not in the file, and kept: nobody is taken off by leaving them out. */
export type RosterTold =
  | {
      readonly kind: 'roster-imported'
      readonly added: readonly Entry[]
      readonly changed: readonly Entry[]
      readonly missing: readonly Entry[]
    }
  | Refused<'not-staff'>
  /** Ids that stand on the roster as somebody else: staff where the file has a member, or the other way round. */
  | { readonly kind: 'refused'; readonly why: 'id-taken'; readonly ids: readonly string[] }

/** Puts what is new or changed in a file on the roster. For staff; at the machine also for anybody while no staff holds a post. */
export async function importRoster(records: Records, actor: Actor, file: RosterFile): Promise<Decision<RosterTold>> {
  const [members, staff, divisions] = await Promise.all([
    records.list('members'),
    records.list('staff'),
    records.list('divisions'),
  ])
  if (actor.role.kind !== 'staff' && !isFirstHere(actor, staff)) return tell({ kind: 'refused', why: 'not-staff' })
  const ids = [...inBoth(members, file.staff), ...inBoth(staff, file.members)]
  if (ids.length > 0) return tell({ kind: 'refused', why: 'id-taken', ids })

  const merged = [
    merge(records, 'members', members, new Map(file.members.map((one) => [one.id, one]))),
    merge(records, 'staff', staff, new Map(file.staff.map((one) => [one.id, one]))),
    merge(records, 'divisions', divisions, new Map(file.divisions.map((one) => [`${one.fiscalYear}`, one]))),
  ]
  const added = merged.flatMap((part) => part.added)
  const changed = merged.flatMap((part) => part.changed)
  const missing = merged.flatMap((part) => part.missing).filter(({ part }) => part !== 'divisions')
  const act = { did: 'roster-imported', about: 'roster', detail: { added: added.length, changed: changed.length } }
  return decide([...staff, ...merged.flatMap((part) => part.expected)], {
    changes: merged.flatMap((part) => part.changes),
    acts: added.length + changed.length === 0 ? [] : [act],
    told: [{ kind: 'roster-imported', added, changed, missing }],
  })
}

/** Whether somebody at the machine may set the roster up, because nobody of the staff holds a post today. */
export function isFirstHere({ local, today }: Actor, staff: readonly Found<Staff>[]): boolean {
  return local !== null && staff.every(({ value }) => postsOn(value, today).length === 0)
}

type Merged = {
  readonly changes: readonly Change[]
  readonly expected: NonNullable<Conditions['expected']>
  readonly added: readonly Entry[]
  readonly changed: readonly Entry[]
  readonly missing: readonly Entry[]
}

function merge<P extends Part>(
  records: Records,
  part: P,
  stored: readonly Found<Value<P>>[],
  file: ReadonlyMap<string, Value<P>>,
): Merged {
  const known = new Map(stored.map((found) => [found.key.id, found]))
  // Both sides come from the same schema, so their fields stand in the same order.
  const isSame = (id: string, value: Value<P>) => JSON.stringify(known.get(id)?.value) === JSON.stringify(value)
  const differing = [...file].filter(([id, value]) => !isSame(id, value))
  const entry = (id: string): Entry => ({ part, id })
  return {
    changes: differing.map(([id, value]) => records.put(part, id, value)),
    expected: differing.map(([id]) => known.get(id) ?? { key: records.key(part, id), version: 0 }),
    added: differing.filter(([id]) => !known.has(id)).map(([id]) => entry(id)),
    changed: differing.filter(([id]) => known.has(id)).map(([id]) => entry(id)),
    missing: [...known.keys()].filter((id) => !file.has(id)).map(entry),
  }
}

function inBoth(stored: readonly Found<Member | Staff>[], file: readonly (Member | Staff)[]): readonly string[] {
  const ids = new Set(stored.map(({ value }) => value.id))
  return file.map(({ id }) => id).filter((id) => ids.has(id))
}

function areUnique(ids: readonly (string | number)[]): boolean {
  return new Set(ids).size === ids.length
}
