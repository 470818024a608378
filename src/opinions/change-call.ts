import * as z from 'zod'
import type { Change } from '../ports.ts'
import type { Calendar } from './calendar.ts'
import { Call } from './call.ts'
import type { Minute } from './day.ts'
import { Deadline, type DeadlineRefusal, refuseDeadline } from './deadline.ts'
import { type Actor, type Decision, decide, type Refused, tell } from './decision.ts'
import type { Notice } from './notice.ts'
import type { Found, Records } from './records.ts'

type OfCall<Why extends string> = Refused<Why> & { readonly call: string }
type NoOpenCall = Refused<'not-staff'> | OfCall<'unknown-call'> | (OfCall<'call-closed'> & { readonly closed: number })

export const Extension = z.strictObject({ call: Call.shape.id, deadline: Deadline })
export type Extension = z.infer<typeof Extension>

export type ExtendCallTold =
  | { readonly kind: 'call-extended'; readonly call: string; readonly before: Minute; readonly deadline: Minute }
  | NoOpenCall
  | OfCall<'no-deadline'>
  | (OfCall<'not-later'> & { readonly deadline: Minute })
  | DeadlineRefusal

/** Puts a deadline off, also one that has passed. Reminders of the old one that still wait are not sent. For staff. */
export async function extendCall(
  records: Records,
  actor: Actor,
  { call, deadline }: Extension,
  calendar: Calendar,
): Promise<Decision<ExtendCallTold>> {
  const found = await findOpenCall(records, actor, call)
  if ('kind' in found) return tell(found)
  const before = found.value.deadline
  if (before === null) return tell({ kind: 'refused', why: 'no-deadline', call })
  if (deadline <= before) return tell({ kind: 'refused', why: 'not-later', call, deadline: before })
  const refusal = refuseDeadline(deadline, actor.at, calendar)
  if (refusal !== null) return tell(refusal)

  const waiting = await listWaitingReminders(records, call)
  return decide([found, ...waiting], {
    changes: [
      records.put('calls', call, { ...found.value, deadline, extended: actor.at }),
      ...waiting.map(({ key }) => ({ kind: 'delete', key }) as const),
    ],
    acts: [{ did: 'call-extended', about: call, detail: { before, deadline } }],
    told: [{ kind: 'call-extended', call, before, deadline }],
  })
}

export const Closing = z.strictObject({ call: Call.shape.id })
export type Closing = z.infer<typeof Closing>

export type CloseCallTold = { readonly kind: 'call-closed'; readonly call: string } | NoOpenCall

/** Ends a call: nothing more is taken, and nobody is reminded any more. For staff. */
export async function closeCall(records: Records, actor: Actor, { call }: Closing): Promise<Decision<CloseCallTold>> {
  const found = await findOpenCall(records, actor, call)
  if ('kind' in found) return tell(found)

  const { expected, changes, act } = await closingOf(records, found, actor.at)
  return decide(expected, { changes, acts: [act], told: [{ kind: 'call-closed', call }] })
}

/** What ends an open call at a moment (milliseconds since 1970), and the records that it rests on. */
export async function closingOf(records: Records, found: Found<Call>, at: number) {
  const { id } = found.value
  const waiting = await listWaitingReminders(records, id)
  const changes: readonly Change[] = [
    records.put('calls', id, { ...found.value, closed: at }),
    ...waiting.map(({ key }) => ({ kind: 'delete', key }) as const),
  ]
  return { expected: [found, ...waiting], changes, act: { did: 'call-closed', about: id } as const }
}

async function findOpenCall(records: Records, actor: Actor, call: string): Promise<Found<Call> | NoOpenCall> {
  if (actor.role.kind !== 'staff') return { kind: 'refused', why: 'not-staff' }
  const found = await records.find('calls', call)
  if (found === undefined) return { kind: 'refused', why: 'unknown-call', call }
  const { closed } = found.value
  return closed === null ? found : { kind: 'refused', why: 'call-closed', call, closed }
}

/** Those that were refused for good stay: staff see them as undelivered. */
async function listWaitingReminders(records: Records, call: string): Promise<readonly Found<Notice>[]> {
  const notices = await records.list('outbox', { refused: null })
  return notices.filter(({ value: { news } }) => news.kind === 'reminder' && news.call === call)
}
