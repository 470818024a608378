import * as z from 'zod'
import { addDays, Day } from './day.ts'
import { type Actor, type Decision, decide, type Refused, tell } from './decision.ts'
import { line } from './form-text.ts'
import { findPerson, type Person, postsOn } from './read-roster.ts'
import type { Found, Records } from './records.ts'
import { Staff } from './roster.ts'

/**
 * Who hands over (id or name) to whom, and the first day of the successor. `to.id` is needed for somebody new; `post` where
 * several are held.
 */
export const HandOver = z.strictObject({
  from: line(200),
  to: z.strictObject({ id: Staff.shape.id.optional(), name: line(200) }),
  post: line(200).optional(),
  day: Day,
})
export type HandOver = z.infer<typeof HandOver>

export type HandOverTold =
  | {
      readonly kind: 'handed-over'
      readonly post: string
      readonly from: string
      readonly to: string
      readonly day: Day
      readonly isNew: boolean
    }
  | Refused<'not-staff'>
  | (Refused<'unknown-staff'> & { readonly person: string })
  | (Refused<'ambiguous-person'> & { readonly person: string; readonly candidates: readonly Person[] })
  /** Nothing that is held on the day before `day`; with a post named: not that one. */
  | (Refused<'no-post'> & { readonly staff: string; readonly day: Day })
  | (Refused<'several-posts'> & { readonly staff: string; readonly posts: readonly string[] })
  /** The successor is not on the roster: with an id he is put on it. */
  | (Refused<'id-needed'> & { readonly person: string })
  /** The id is on the roster under another name. */
  | (Refused<'id-taken'> & { readonly id: string; readonly name: string })
  | (Refused<'same-person'> & { readonly staff: string })
  | (Refused<'already-holds'> & { readonly staff: string; readonly post: string })

type Successor = { readonly id: string; readonly name: string; readonly found: Found<Staff> | undefined }

/** Passes a post on from a day. Accounts stay with who leaves, without authority: that goes by the posts of the day. For staff. */
export async function handOver(
  records: Records,
  actor: Actor,
  { from, to, post, day }: HandOver,
): Promise<Decision<HandOverTold>> {
  if (actor.role.kind !== 'staff') return tell({ kind: 'refused', why: 'not-staff' })
  const [leaver, ...others] = await findStaff(records, from)
  if (leaver === undefined) return tell({ kind: 'refused', why: 'unknown-staff', person: from })
  if (others.length > 0) return tell(ambiguous(from, [leaver, ...others]))
  const staff = leaver.value.id
  const last = addDays(day, -1)
  const [held, ...more] = postsOn(leaver.value, last).filter((one) => post === undefined || one.post === post)
  if (held === undefined) return tell({ kind: 'refused', why: 'no-post', staff, day: last })
  if (more.length > 0) {
    return tell({ kind: 'refused', why: 'several-posts', staff, posts: [held, ...more].map((one) => one.post) })
  }
  const successor = await findSuccessor(records, to)
  if ('kind' in successor) return tell(successor)
  const { id, name, found } = successor
  if (id === staff) return tell({ kind: 'refused', why: 'same-person', staff })
  if (found !== undefined && postsOn(found.value, day).some((one) => one.post === held.post)) {
    return tell({ kind: 'refused', why: 'already-holds', staff: id, post: held.post })
  }

  const ended = leaver.value.posts.map((one) => (one === held ? { ...one, to: last } : one))
  const posts = [...(found?.value.posts ?? []), { post: held.post, from: day, to: null }]
  const absent = ['staff', 'members'].map((part) => ({ key: records.key(part as 'staff' | 'members', id), version: 0 }))
  return decide([leaver, ...(found === undefined ? absent : [found])], {
    changes: [
      records.put('staff', staff, { ...leaver.value, posts: ended }),
      records.put('staff', id, { id, name: found?.value.name ?? name, posts }),
    ],
    acts: [{ did: 'post-handed-over', about: held.post, detail: { from: staff, to: id, day } }],
    told: [{ kind: 'handed-over', post: held.post, from: staff, to: id, day, isNew: found === undefined }],
  })
}

async function findSuccessor(records: Records, { id, name }: HandOver['to']): Promise<Successor | HandOverTold> {
  const named = await findStaff(records, name)
  if (id === undefined) {
    const [found, ...others] = named
    if (found === undefined) return { kind: 'refused', why: 'id-needed', person: name }
    return others.length > 0 ? ambiguous(name, named) : { id: found.value.id, name, found }
  }
  const found = await records.find('staff', id)
  const other = found ?? (await records.find('members', id))
  if (other !== undefined && !named.some((one) => one.value.id === id)) {
    return { kind: 'refused', why: 'id-taken', id, name: other.value.name }
  }
  return { id, name, found }
}

async function findStaff(records: Records, name: string): Promise<readonly Found<Staff>[]> {
  const people = (await findPerson(records, name)).filter(({ kind }) => kind === 'staff')
  const found = await Promise.all(people.map(({ id }) => records.find('staff', id)))
  return found.filter((one) => one !== undefined)
}

function ambiguous(person: string, found: readonly Found<Staff>[]) {
  const candidates = found.map(({ value: { id } }) => ({ kind: 'staff', id }) as const)
  return { kind: 'refused', why: 'ambiguous-person', person, candidates } as const
}
