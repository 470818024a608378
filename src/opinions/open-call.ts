import * as z from 'zod'
import type { Calendar } from './calendar.ts'
import { Call } from './call.ts'
import type { Day, Minute } from './day.ts'
import { Deadline, type DeadlineRefusal, dayOfDeadline, refuseDeadline } from './deadline.ts'
import { type Actor, type Decision, decide, type Refused, tell } from './decision.ts'
import { line } from './form-text.ts'
import { findPerson, isInTerm } from './read-roster.ts'
import type { Found, Records } from './records.ts'
import type { Member } from './roster.ts'

/** A call as staff open it. `asked` are ids or names; `all` are the members in term on the deadline's day, or today. */
export const NewCall = z.strictObject({
  id: Call.shape.id,
  name: line(100),
  form: Call.shape.form,
  approval: z.boolean(),
  agenda: z.array(line(200)).max(30),
  documents: z.array(line(200)).max(50),
  deadline: Deadline.nullable(),
  asked: z.union([z.literal('all'), z.array(line(200)).max(200)]),
})
export type NewCall = z.infer<typeof NewCall>

/** Why these members cannot be asked. */
type AskedRefusal =
  | { readonly kind: 'refused'; readonly why: 'nobody-to-ask'; readonly day: Day }
  | { readonly kind: 'refused'; readonly why: 'unknown-members'; readonly names: readonly string[] }
  | {
      readonly kind: 'refused'
      readonly why: 'ambiguous-member'
      readonly name: string
      readonly candidates: readonly string[]
    }
  | { readonly kind: 'refused'; readonly why: 'not-in-term'; readonly members: readonly string[]; readonly day: Day }

export type OpenCallTold =
  | { readonly kind: 'call-opened'; readonly call: string; readonly asked: number; readonly deadline: Minute | null }
  | Refused<'not-staff'>
  | { readonly kind: 'refused'; readonly why: 'call-exists'; readonly call: string }
  /** Approval is asked for only where a meeting is held in writing. */
  | { readonly kind: 'refused'; readonly why: 'approval-not-written' }
  | DeadlineRefusal
  | AskedRefusal

/** Opens a meeting's round. For staff. */
export async function openCall(
  records: Records,
  actor: Actor,
  input: NewCall,
  calendar: Calendar,
): Promise<Decision<OpenCallTold>> {
  if (actor.role.kind !== 'staff') return tell({ kind: 'refused', why: 'not-staff' })
  const { id, deadline } = input
  if ((await records.find('calls', id)) !== undefined) return tell({ kind: 'refused', why: 'call-exists', call: id })
  if (input.approval && input.form !== 'written') return tell({ kind: 'refused', why: 'approval-not-written' })
  const refusal = deadline === null ? null : refuseDeadline(deadline, actor.at, calendar)
  if (refusal !== null) return tell(refusal)
  const day = deadline === null ? actor.today : dayOfDeadline(deadline)
  const members = await records.list('members')
  const found = input.asked === 'all' ? members : await findMembers(records, members, input.asked)
  if ('kind' in found) return tell(found)
  const inTerm = found.filter(({ value }) => isInTerm(value, day))
  const outside = found.filter((one) => !inTerm.includes(one)).map(({ value }) => value.id)
  if (input.asked !== 'all' && outside.length > 0) {
    return tell({ kind: 'refused', why: 'not-in-term', members: outside, day })
  }
  if (inTerm.length === 0) return tell({ kind: 'refused', why: 'nobody-to-ask', day })

  const asked = inTerm.map(({ value }) => value.id)
  return decide([{ key: records.key('calls', id), version: 0 }, ...found], {
    changes: [records.put('calls', id, { ...input, asked, opened: actor.at, closed: null })],
    acts: [{ did: 'call-opened', about: id }],
    told: [{ kind: 'call-opened', call: id, asked: asked.length, deadline }],
  })
}

/** Each member once, in the order of the names. */
async function findMembers(
  records: Records,
  members: readonly Found<Member>[],
  names: readonly string[],
): Promise<readonly Found<Member>[] | AskedRefusal> {
  const matches = await Promise.all(
    names.map(async (name) => {
      const people = await findPerson(records, name)
      return { name, ids: people.filter(({ kind }) => kind === 'member').map(({ id }) => id) }
    }),
  )
  const unknown = matches.filter(({ ids }) => ids.length === 0).map(({ name }) => name)
  if (unknown.length > 0) return { kind: 'refused', why: 'unknown-members', names: unknown }
  const several = matches.find(({ ids }) => ids.length > 1)
  if (several !== undefined) {
    return { kind: 'refused', why: 'ambiguous-member', name: several.name, candidates: several.ids }
  }
  const byId = new Map(members.map((found) => [found.value.id, found]))
  const ids = new Set(matches.flatMap((match) => match.ids))
  return [...ids].map((id) => byId.get(id)).filter((found) => found !== undefined)
}
