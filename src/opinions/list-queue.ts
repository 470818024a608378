import type { Calendar } from './calendar.ts'
import { standing } from './call.ts'
import { type Actor, type Decision, type Refused, tell } from './decision.ts'
import { overdueBy, readInquiryDays } from './due-state.ts'
import { readCharges } from './lead-division.ts'
import { isAskedFor, type QueueFilter } from './queue-filter.ts'
import { type QueueLine, queueLine } from './queue-line.ts'
import type { QueueStep } from './queue-step.ts'
import type { Records } from './records.ts'

/** `all` counts what stands of the call or of all calls, whatever else is asked for; `steps` and `overdue` count the items listed. */
export type QueueListed = {
  readonly kind: 'queue-listed'
  readonly view: true
  readonly items: readonly QueueLine[]
  readonly all: number
  readonly steps: Readonly<Partial<Record<QueueStep, number>>>
  readonly overdue: number
  readonly withdrawn: number
}

export type ListTold = QueueListed | Refused<'not-staff'> | (Refused<'unknown-call'> & { readonly call: string })

/** The queue of items, in the order of receipts and, in each, of its text. For staff. */
export async function listQueue(
  records: Records,
  actor: Actor,
  filter: QueueFilter,
  calendar: Calendar,
): Promise<Decision<ListTold>> {
  if (actor.role.kind !== 'staff') return tell({ kind: 'refused', why: 'not-staff' })
  const { call } = filter
  if (call !== null && call !== standing && (await records.find('calls', call)) === undefined) {
    return tell({ kind: 'refused', why: 'unknown-call', call })
  }
  const lines = await readLines(records, call, actor, calendar)
  const items = lines.filter(isAskedFor(filter))
  const steps: Partial<Record<QueueStep, number>> = {}
  for (const { step } of items) steps[step] = (steps[step] ?? 0) + 1
  const withdrawn = lines.filter(({ state }) => state === 'withdrawn').length
  return tell({
    kind: 'queue-listed',
    view: true,
    items,
    all: lines.length - withdrawn,
    steps,
    overdue: items.filter(({ overdue }) => overdue !== null).length,
    withdrawn,
  })
}

/** Every item that is not gone, of submissions that are not erased. Each collection is read once, and put together by receipt. */
async function readLines(records: Records, call: string | null, { today }: Actor, calendar: Calendar) {
  const where = call === null ? {} : { call }
  const [submissions, items, questions, charges, inquiryDays] = await Promise.all([
    records.list('submissions', { kind: 'opinion', erased: null, ...where }),
    records.list('items', { gone: null, ...where }),
    records.list('questions'),
    readCharges(records),
    readInquiryDays(records),
  ])
  const itemsBy = Map.groupBy(items, ({ value }) => value.receipt)
  const questionsBy = Map.groupBy(questions, ({ value }) => value.receipt)
  const overdue = overdueBy(today, calendar)
  const lines: QueueLine[] = []
  for (const { value: submission } of submissions) {
    const own = itemsBy.get(submission.receipt)
    const version = own && (await records.find('versions', `${submission.receipt}.${submission.version}`))?.value
    if (own === undefined || version === undefined) continue
    const asked = (questionsBy.get(submission.receipt) ?? []).map(({ value }) => value)
    const source = { submission, version, questions: asked, charges, inquiryDays, today, overdue }
    const ordered = own.toSorted((a, b) => a.value.span[0] - b.value.span[0])
    lines.push(...ordered.map(({ value }) => queueLine(value, source)))
  }
  return lines
}
