import { answersTo } from './answers.ts'
import type { Call } from './call.ts'
import { type Minute, momentOf } from './day.ts'
import { type Actor, type Decision, tell } from './decision.ts'
import type { Records } from './records.ts'

/** Whether a member may answer a call at a moment. A passed deadline closes nothing: what comes then is late. */
export function isOpenFor(call: Call, member: string, at: number): boolean {
  return isOpen(call, at) && call.asked.includes(member)
}

/** Whether a call takes answers at a moment (milliseconds since 1970). */
export function isOpen({ opened, closed }: Call, at: number): boolean {
  return opened <= at && (closed === null || at < closed)
}

/** Whether what comes at a moment comes after the deadline. Its first instant is still in time. */
export function isLate({ deadline }: Call, at: number): boolean {
  return deadline !== null && at > momentOf(deadline)
}

/** A call with its answers counted: every member asked is in one of the three. */
type CallSummary = {
  readonly call: string
  readonly name: string
  readonly deadline: Minute | null
  readonly isOpen: boolean
  readonly asked: number
  readonly opinion: number
  readonly none: number
  readonly unanswered: number
}

export type CallsTold =
  | { readonly kind: 'calls'; readonly calls: readonly CallSummary[] }
  | { readonly kind: 'refused'; readonly why: 'not-staff' }

/** All calls with what has come in. For staff. */
export async function listCalls(records: Records, actor: Actor): Promise<Decision<CallsTold>> {
  if (actor.role.kind !== 'staff') return tell({ kind: 'refused', why: 'not-staff' })
  const calls = await records.list('calls')
  return tell({
    kind: 'calls',
    calls: await Promise.all(calls.map(({ value }) => summarise(records, value, actor.at))),
  })
}

async function summarise(records: Records, call: Call, at: number): Promise<CallSummary> {
  const answers = await answersTo(records, call)
  const count = (kind: 'opinion' | 'none' | null) => answers.filter(({ answered }) => answered === kind).length
  return {
    call: call.id,
    name: call.name,
    deadline: call.deadline,
    isOpen: isOpen(call, at),
    asked: call.asked.length,
    opinion: count('opinion'),
    none: count('none'),
    unanswered: count(null),
  }
}
