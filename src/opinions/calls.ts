import { answersTo, isLive } from './answers.ts'
import { type Call, standing } from './call.ts'
import { type Minute, momentOf } from './day.ts'
import { type Actor, type Decision, type Refused, tell } from './decision.ts'
import type { Records } from './records.ts'

/** Whether a member may answer a call at a moment. A passed deadline closes nothing: what comes then is late. */
export function isOpenFor(call: Call, member: string, at: number): boolean {
  return isOpen(call, at) && call.asked.includes(member)
}

/** Whether a call takes answers at a moment (milliseconds since 1970). */
export function isOpen({ opened, closed }: Call, at: number): boolean {
  return opened <= at && (closed === null || at < closed)
}

/** Whether what comes at a moment comes after the deadline: a minute that is read as 17:00 is in time to its end. */
export function isLate({ deadline }: Call, at: number): boolean {
  return deadline !== null && at >= momentOf(deadline) + 60_000
}

/** A call with its answers counted: every member asked is in one of the three. `replied` are receipts with a member's reply. */
type CallSummary = {
  readonly call: string
  readonly name: string
  readonly deadline: Minute | null
  readonly isOpen: boolean
  readonly asked: number
  readonly opinion: number
  readonly none: number
  readonly unanswered: number
  readonly replied: number
}

export type CallsTold =
  /** `standing` counts what stands of the standing call. */
  | {
      readonly kind: 'calls'
      readonly calls: readonly CallSummary[]
      readonly standing: { readonly filed: number; readonly replied: number }
    }
  | Refused<'not-staff'>

/** All calls with what has come in. For staff. */
export async function listCalls(records: Records, actor: Actor): Promise<Decision<CallsTold>> {
  if (actor.role.kind !== 'staff') return tell({ kind: 'refused', why: 'not-staff' })
  const [calls, replied] = await Promise.all([records.list('calls'), findReplied(records)])
  const { filed, withReply } = await countFiled(records, standing, replied)
  return tell({
    kind: 'calls',
    calls: await Promise.all(calls.map(({ value }) => summarise(records, value, replied, actor.at))),
    standing: { filed, replied: withReply },
  })
}

async function summarise(records: Records, call: Call, replied: ReadonlySet<string>, at: number): Promise<CallSummary> {
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
    replied: (await countFiled(records, call.id, replied)).withReply,
  }
}

async function countFiled(records: Records, call: string, replied: ReadonlySet<string>) {
  const filed = (await records.list('submissions', { call })).map(({ value }) => value).filter(isLive)
  return { filed: filed.length, withReply: filed.filter(({ receipt }) => replied.has(receipt)).length }
}

/** The receipts to which their member has replied to a question back. */
export async function findReplied(records: Records): Promise<ReadonlySet<string>> {
  const questions = await records.list('questions')
  return new Set(questions.flatMap(({ value }) => (value.reply === null ? [] : [value.receipt])))
}
