import * as z from 'zod'
import type { Calendar } from './calendar.ts'
import { Call, standing } from './call.ts'
import { changeItem } from './change-item.ts'
import type { Minute } from './day.ts'
import { Deadline, type DeadlineRefusal, dayOfDeadline, refuseDeadline } from './deadline.ts'
import { type Actor, type Decision, decide, type Refused, tell } from './decision.ts'
import { findCall } from './filing.ts'
import { type Division, divisionsOf, findDivision, fiscalYearOfCall } from './find-division.ts'
import { line, prose } from './form-text.ts'
import type { Inquiry } from './inquiry.ts'
import { type LeftOut, type PlannedInquiry, planInquiries } from './plan-inquiries.ts'
import type { Records } from './records.ts'

/** Which divisions are asked about a call's items until when; none named: all that have something to answer. */
export const InquiryOrder = z.strictObject({
  call: z.union([z.literal(standing), Call.shape.id]),
  due: Deadline,
  divisions: z.array(line(200)).max(100),
  contact: prose(500),
  accept: z.boolean(),
})
export type InquiryOrder = z.infer<typeof InquiryOrder>

export type WriteInquiriesTold =
  /** What would be written; nothing is yet. */
  | {
      readonly kind: 'inquiry-preview'
      readonly view: true
      readonly call: string
      readonly due: Minute
      readonly plans: readonly {
        readonly division: string
        readonly name: string
        readonly mail: boolean
        readonly items: readonly { readonly item: string; readonly lead: boolean }[]
      }[]
      readonly left: readonly LeftOut[]
      /** Items in whose words a member's name may stand. */
      readonly named: readonly string[]
    }
  | {
      readonly kind: 'inquiries-written'
      readonly call: string
      readonly inquiries: readonly string[]
      readonly left: readonly LeftOut[]
      readonly named: readonly string[]
    }
  | Refused<'not-staff'>
  | DeadlineRefusal
  | { readonly kind: 'refused'; readonly why: 'unknown-call'; readonly call: string }
  | { readonly kind: 'refused'; readonly why: 'no-divisions'; readonly fiscalYear: number }
  | {
      readonly kind: 'refused'
      readonly why: 'unknown-division'
      readonly names: readonly string[]
      readonly fiscalYear: number
      readonly known: readonly string[]
    }

/** Asks divisions about a call's items, each once for the same words. For staff. */
export async function writeInquiries(
  records: Records,
  actor: Actor,
  order: InquiryOrder,
  calendar: Calendar,
): Promise<Decision<WriteInquiriesTold>> {
  if (actor.role.kind !== 'staff') return tell({ kind: 'refused', why: 'not-staff' })
  const { call, due, contact } = order
  if (call !== standing && (await findCall(records, call)) === undefined)
    return tell({ kind: 'refused', why: 'unknown-call', call })
  const refusal = refuseDeadline(due, actor.at, calendar)
  if (refusal !== null) return tell(refusal)
  const fiscalYear = fiscalYearOfCall(call, actor.today)
  const roster = await divisionsOf(records, fiscalYear)
  if (roster.length === 0) return tell({ kind: 'refused', why: 'no-divisions', fiscalYear })
  const meant = await Promise.all(
    order.divisions.map(async (name) => ({ name, division: await findDivision(records, fiscalYear, name) })),
  )
  const unknown = meant.flatMap(({ name, division }) => (division === undefined ? [name] : []))
  const known = roster.map(({ name }) => name)
  if (unknown.length > 0) return tell({ kind: 'refused', why: 'unknown-division', names: unknown, fiscalYear, known })
  const wanted: readonly Division[] =
    meant.length === 0 ? roster : roster.filter((one) => meant.some(({ division }) => division?.id === one.id))
  const { plans, left, named, seen, before } = await planInquiries(records, call, roster, wanted)
  if (!order.accept || plans.length === 0)
    return tell({
      ...{ kind: 'inquiry-preview', view: true, call, due, left, named },
      plans: plans.map(({ division: { id, name, mail }, items }) => ({
        ...{ division: id, name, mail: mail !== null },
        items: items.map(({ asked: { item, lead } }) => ({ item, lead })),
      })),
    })

  const by = actor.role.staff.id
  const inquiries = plans.map(({ division, items }, index): Inquiry => {
    const number = before + 1 + index
    return {
      ...{ id: `${call}.${number}`, call, number, division: division.id, fiscalYear, due, contact, by, at: actor.at },
      items: items.map(({ asked }) => asked),
      ...{ taken: [], reminded: [] },
    }
  })
  const changed = plans.flatMap((plan, index) => changesOf(records, plan, inquiries[index]))
  const keys = inquiries.map(({ id }) => ({ key: records.key('inquiries', id), version: 0 }))
  const divisions = await records.find('divisions', `${fiscalYear}`)
  return decide(
    [...keys, ...seen, ...(divisions === undefined ? [] : [divisions]), ...changed.flatMap(({ expected }) => expected)],
    {
      changes: [
        ...inquiries.map((inquiry) => records.put('inquiries', inquiry.id, inquiry)),
        ...changed.flatMap(({ changes }) => changes),
      ],
      acts: inquiries.map(({ id, division, items }) => ({
        ...{ did: 'inquiry-written', about: id },
        detail: { division, items: items.length },
      })),
      told: [{ kind: 'inquiries-written', call, inquiries: inquiries.map(({ id }) => id), left, named }],
    },
  )
}

/** The items that a division is in charge of wait for it from now on. They are due with the inquiry, where nobody has set a day for them. */
function changesOf(records: Records, { items }: PlannedInquiry, inquiry: Inquiry | undefined) {
  return inquiry === undefined
    ? []
    : items.map(({ asked, open }) =>
        asked.lead
          ? changeItem(records, open, {
              inquired: inquiry.id,
              due: open.item.value.due ?? dayOfDeadline(inquiry.due),
            })
          : { changes: [], expected: [open.item, open.submission] },
      )
}
