import { awaitedItems } from './asked-before.ts'
import type { Minute } from './day.ts'
import { momentOf } from './day.ts'
import { type Actor, type Decision, decide, type Refused, tell } from './decision.ts'
import type { Inquiry } from './inquiry.ts'
import { readCharges } from './lead-division.ts'
import type { Found, Records } from './records.ts'

/** Where an inquiry stands. `answered` counts items, `awaited` are those still to be answered. */
type InquirySummary = {
  readonly inquiry: string
  readonly call: string
  readonly division: string
  readonly fiscalYear: number
  readonly at: number
  readonly due: Minute
  readonly items: number
  readonly answered: number
  readonly awaited: readonly string[]
  readonly overdue: boolean
  readonly reminded: number | null
}

export type InquiriesTold =
  | { readonly kind: 'inquiries'; readonly view: true; readonly inquiries: readonly InquirySummary[] }
  | Refused<'not-staff'>

export type RemindedTold =
  | {
      readonly kind: 'divisions-reminded'
      readonly reminders: readonly { readonly inquiry: string; readonly items: readonly string[] }[]
    }
  | { readonly kind: 'nobody-to-remind'; readonly view: true }
  | Refused<'not-staff'>

/** All inquiries, or those of a call. For staff. */
export async function listInquiries(
  records: Records,
  actor: Actor,
  call: string | null,
): Promise<Decision<InquiriesTold>> {
  if (actor.role.kind !== 'staff') return tell({ kind: 'refused', why: 'not-staff' })
  const summaries = await summarise(records, call, actor.at)
  return tell({ kind: 'inquiries', view: true, inquiries: summaries.map(({ summary }) => summary) })
}

/** Notes that the divisions that have not answered are reminded now; the mails are written from it. For staff. */
export async function remindDivisions(
  records: Records,
  actor: Actor,
  call: string | null,
): Promise<Decision<RemindedTold>> {
  if (actor.role.kind !== 'staff') return tell({ kind: 'refused', why: 'not-staff' })
  const waiting = (await summarise(records, call, actor.at)).filter(({ summary }) => summary.awaited.length > 0)
  if (waiting.length === 0) return tell({ kind: 'nobody-to-remind', view: true })
  return decide(
    waiting.map(({ found }) => found),
    {
      changes: waiting.map(({ found: { value } }) =>
        records.put('inquiries', value.id, { ...value, reminded: [...value.reminded, actor.at] }),
      ),
      acts: waiting.map(({ summary: { inquiry, awaited } }) => ({
        ...{ did: 'division-reminded', about: inquiry },
        detail: { items: awaited.length },
      })),
      told: [
        {
          kind: 'divisions-reminded',
          reminders: waiting.map(({ summary: { inquiry, awaited } }) => ({ inquiry, items: awaited })),
        },
      ],
    },
  )
}

async function summarise(
  records: Records,
  call: string | null,
  at: number,
): Promise<readonly { readonly found: Found<Inquiry>; readonly summary: InquirySummary }[]> {
  const [inquiries, charges] = await Promise.all([
    records.list('inquiries', call === null ? {} : { call }),
    readCharges(records),
  ])
  const byCall = Map.groupBy(
    inquiries.map(({ value }) => value),
    (one) => one.call,
  )
  return await Promise.all(
    inquiries.map(async (found) => {
      const { id, division, fiscalYear, due, items, taken, reminded, ...inquiry } = found.value
      const awaited = await awaitedItems(records, found.value, byCall.get(inquiry.call) ?? [], charges)
      const answered = new Set(taken.flatMap((one) => one.answered)).size
      const summary = {
        ...{
          inquiry: id,
          call: inquiry.call,
          division,
          fiscalYear,
          at: inquiry.at,
          due,
          items: items.length,
          answered,
        },
        awaited: awaited.map(({ item }) => item),
        overdue: awaited.length > 0 && at >= momentOf(due) + 60_000,
        reminded: reminded.at(-1) ?? null,
      }
      return { found, summary }
    }),
  )
}
