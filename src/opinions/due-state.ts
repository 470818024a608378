import type { Calendar } from './calendar.ts'
import { addDays, type Day } from './day.ts'
import { dayOfDeadline } from './deadline.ts'
import type { QueueItem } from './queue-item.ts'
import { isUnfinished, stepOf } from './queue-step.ts'
import type { Records } from './records.ts'
import { isInHand } from './releases.ts'
import type { Submission } from './submission.ts'

/** How long something is overdue, in days of the calendar and in working days. */
export type Overdue = { readonly days: number; readonly workingDays: number }

/** The day by which an item is to be done, and who set it: the item's own, or the one until which a division was asked to answer. */
export type DueDay = { readonly day: Day; readonly of: 'item' | 'inquiry' }

/** The days until which divisions were asked to answer, by inquiry. */
export type InquiryDays = ReadonlyMap<string, Day>

export async function readInquiryDays(records: Records): Promise<InquiryDays> {
  return new Map((await records.list('inquiries')).map(({ value }) => [value.id, dayOfDeadline(value.due)]))
}

/** While its division is asked, an item is due on the earlier of its own day and the inquiry's; null where nobody set one. */
export function dueDayOf(item: QueueItem, days: InquiryDays): DueDay | null {
  const asked = stepOf(item) === 'inquired' && item.inquired !== null ? days.get(item.inquired) : undefined
  if (asked !== undefined && (item.due === null || asked < item.due)) return { day: asked, of: 'inquiry' }
  return item.due === null ? null : { day: item.due, of: 'item' }
}

/** Whether something is still to be done for an item: never where its submission is closed, or the members have been given it. */
export function isToDo(item: QueueItem, submission: Submission): boolean {
  return item.gone === null && isInHand(submission) && isUnfinished(item)
}

/** How long each due day has passed by today, counted once a day: many items are due on the same. */
export function overdueBy(today: Day, calendar: Pick<Calendar, 'isClosed'>): (due: Day) => Overdue {
  const counted = new Map<Day, Overdue>()
  return (due) => {
    const overdue = counted.get(due) ?? overdueSince(due, today, calendar)
    counted.set(due, overdue)
    return overdue
  }
}

/** The days from a due day to today; the due day itself is not counted. */
export function overdueSince(due: Day, today: Day, { isClosed }: Pick<Calendar, 'isClosed'>): Overdue {
  let days = 0
  let workingDays = 0
  for (let day = due; day < today; days += 1) {
    day = addDays(day, 1)
    if (!isClosed(day)) workingDays += 1
  }
  return { days, workingDays }
}
