import type { LoggedAct } from './act.ts'
import type { Calendar } from './calendar.ts'
import type { Day } from './day.ts'
import { type Actor, type Decision, type Refused, tell } from './decision.ts'
import { overdueBy, readInquiryDays } from './due-state.ts'
import { listFollowers } from './followers.ts'
import type { Inquiry } from './inquiry.ts'
import { itemHistory } from './item-history.ts'
import { readCharges } from './lead-division.ts'
import { listNumbered } from './numbered.ts'
import type { Note, QueueItem, Response } from './queue-item.ts'
import { type QueueLine, queueLine } from './queue-line.ts'
import type { Found, Records } from './records.ts'
import type { OnBehalf, QuestionBack } from './submission.ts'

/** Everything on an item. `seen` is the version of its record, by which a change is refused that comes too late. */
export type ItemView = QueueLine & {
  readonly receipt: string
  readonly seen: number
  readonly gone: QueueItem['gone']
  /** Who sent it, by id; null once that is erased. */
  readonly member: string | null
  readonly filed: number
  readonly behalf: OnBehalf | null
  readonly printed: string | null
  readonly followers: readonly string[]
  readonly notes: readonly Note[]
  readonly questions: readonly QuestionBack[]
  /** Every version, the newest last; `response` is the number of the one that counts. */
  readonly responses: readonly Response[]
  readonly response: number | null
  readonly checked: QueueItem['checked']
  /** The inquiry that its division in charge has not answered yet. */
  readonly inquired: string | null
  readonly inquiries: readonly Pick<Inquiry, 'id' | 'division' | 'fiscalYear' | 'due' | 'by' | 'at'>[]
  readonly history: readonly LoggedAct[]
}

/** `gone`: items of the submission that were joined into others or left out by an edit. */
export type ItemsShown = {
  readonly kind: 'items-shown'
  readonly view: true
  readonly items: readonly ItemView[]
  readonly gone: readonly string[]
}

export type ShowTold =
  | ItemsShown
  | Refused<'not-staff'>
  | (Refused<'unknown-item'> & { readonly item: string })
  | (Refused<'no-items'> & { readonly receipt: string })

/** All that is on an item, or on every item of a submission. For staff. */
export async function showItems(
  records: Records,
  actor: Actor,
  about: { readonly item: string } | { readonly receipt: string },
  calendar: Calendar,
): Promise<Decision<ShowTold>> {
  if (actor.role.kind !== 'staff') return tell({ kind: 'refused', why: 'not-staff' })
  if ('item' in about) {
    const found = await records.find('items', about.item)
    const view = found && (await readItem(records, found, actor.today, calendar))
    if (view === undefined) return tell({ kind: 'refused', why: 'unknown-item', item: about.item })
    return tell({ kind: 'items-shown', view: true, items: [view], gone: [] })
  }
  const read = await readItemsOf(records, about.receipt, actor.today, calendar)
  if (read.items.length === 0) return tell({ kind: 'refused', why: 'no-items', receipt: about.receipt })
  return tell({ kind: 'items-shown', view: true, ...read })
}

/** All that is on the items of a submission, in the order of its text. */
export async function readItemsOf(
  records: Records,
  receipt: string,
  today: Day,
  calendar: Calendar,
): Promise<Pick<ItemsShown, 'items' | 'gone'>> {
  const all = await listNumbered(records, 'items', receipt)
  const live = all.filter(({ value }) => value.gone === null).toSorted((a, b) => a.value.span[0] - b.value.span[0])
  const views = await Promise.all(live.map(async (found) => await readItem(records, found, today, calendar)))
  const gone = all.flatMap(({ value }) => (value.gone === null ? [] : [value.item]))
  return { items: views.filter((view) => view !== undefined), gone }
}

async function readItem(
  records: Records,
  { value: item, version: seen }: Found<QueueItem>,
  today: Day,
  calendar: Calendar,
): Promise<ItemView | undefined> {
  const { receipt, gone, printed, response, checked, inquired } = item
  const submission = (await records.find('submissions', receipt))?.value
  const version = submission && (await records.find('versions', `${receipt}.${submission.version}`))?.value
  if (submission === undefined || version === undefined) return undefined
  const [questions, responses, notes, submitter, inquiries, followers, history, charges, inquiryDays] =
    await Promise.all([
      listNumbered(records, 'questions', receipt),
      listNumbered(records, 'responses', item.item),
      listNumbered(records, 'notes', item.item),
      records.find('submitters', receipt),
      records.list('inquiries', { call: item.call }),
      listFollowers(records, item),
      itemHistory(records, item),
      readCharges(records),
      readInquiryDays(records),
    ])
  const asked = questions.map(({ value }) => value)
  const overdue = overdueBy(today, calendar)
  const line = queueLine(item, { submission, version, questions: asked, charges, inquiryDays, today, overdue })
  return {
    ...line,
    // What is gone has no words of its own any more: its span is of a text that may have changed.
    ...(gone === null ? {} : { words: '', heading: null }),
    ...{ receipt, seen, gone, printed, response, checked, inquired, history, questions: asked },
    member: submitter?.value.member ?? null,
    filed: submission.filed,
    behalf: submission.onBehalf,
    followers: followers.map(({ value }) => value.item),
    notes: notes.map(({ value }) => value),
    responses: responses.map(({ value }) => value),
    inquiries: inquiries
      .filter(({ value }) => value.items.some((one) => one.item === item.item))
      .map(({ value: { id, division, fiscalYear, due, by, at } }) => ({ id, division, fiscalYear, due, by, at })),
  }
}
