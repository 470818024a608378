import * as z from 'zod'
import { isLive } from './answers.ts'
import { type Calendar, type ClosedDay, refuseClosedDay } from './calendar.ts'
import { Day } from './day.ts'
import { type Actor, type Decision, decide, type Refused, tell } from './decision.ts'
import { prose } from './form-text.ts'
import { newNotice } from './notice.ts'
import { withinHours } from './notice-hours.ts'
import type { Records } from './records.ts'

/** What staff ask a member back, and the day until which an answer is hoped for. */
export const MemberQuestion = z.strictObject({
  receipt: z.string().min(1).max(50),
  text: prose(2000),
  until: Day.nullable(),
})
export type MemberQuestion = z.infer<typeof MemberQuestion>

export type AskMemberTold =
  /** `from` (milliseconds since 1970) is when it goes out. */
  | {
      readonly kind: 'question-asked'
      readonly receipt: string
      readonly number: number
      readonly until: Day | null
      readonly from: number
    }
  | Refused<'not-staff'>
  | (Refused<'unknown-receipt'> & { readonly receipt: string })
  | (Refused<'withdrawn'> & { readonly receipt: string })
  | (Refused<'erased'> & { readonly receipt: string })
  | (Refused<'until-past'> & { readonly until: Day })
  | ClosedDay

/** Asks back about a submission (お伺い). For staff. */
export async function askMember(
  records: Records,
  actor: Actor,
  { receipt, text, until }: MemberQuestion,
  calendar: Calendar,
): Promise<Decision<AskMemberTold>> {
  if (actor.role.kind !== 'staff') return tell({ kind: 'refused', why: 'not-staff' })
  const submission = await records.find('submissions', receipt)
  const submitter = await records.find('submitters', receipt)
  if (submission === undefined) return tell({ kind: 'refused', why: 'unknown-receipt', receipt })
  if (submission.value.erased !== null || submitter === undefined) {
    return tell({ kind: 'refused', why: 'erased', receipt })
  }
  if (!isLive(submission.value)) return tell({ kind: 'refused', why: 'withdrawn', receipt })
  if (until !== null && until < actor.today) return tell({ kind: 'refused', why: 'until-past', until })
  const refusal = until === null ? null : refuseClosedDay(until, calendar)
  if (refusal !== null) return tell(refusal)

  const asked = await records.list('questions', { receipt })
  const number = Math.max(0, ...asked.map(({ value }) => value.number)) + 1
  const id = `${receipt}.${number}`
  const from = withinHours(actor.at)
  const by = actor.role.staff.id
  const { place, language } = submitter.value
  const news = { kind: 'question-back', receipt, number } as const
  const notice = newNotice(place, language, news, from)
  return decide([submission, submitter, { key: records.key('questions', id), version: 0 }], {
    changes: [
      records.put('questions', id, { receipt, number, text, until, by, asked: actor.at, reply: null }),
      records.put('outbox', `question/${id}`, notice),
    ],
    acts: [{ did: 'member-asked', about: receipt, detail: { number, by } }],
    told: [{ kind: 'question-asked', receipt, number, until, from }],
  })
}
