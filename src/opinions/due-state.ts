import type { Calendar } from './calendar.ts'
import { addDays, type Day } from './day.ts'
import type { QueueItem } from './queue-item.ts'
import { isUnfinished } from './queue-step.ts'
import type { Submission } from './submission.ts'

/** How long something is overdue, in days of the calendar and in working days. */
export type Overdue = { readonly days: number; readonly workingDays: number }

/** Whether an item should have been done before today: never where its submission is closed or nothing is left to do. */
export function isOverdue(
  item: QueueItem,
  { stage, withdrawn, erased }: Pick<Submission, 'stage' | 'withdrawn' | 'erased'>,
  today: Day,
): boolean {
  const isOpen = withdrawn === null && erased === null && (stage === 'received' || stage === 'considering')
  return isOpen && item.gone === null && item.due !== null && item.due < today && isUnfinished(item)
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
