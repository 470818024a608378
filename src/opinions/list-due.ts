import type { DueEntry } from './digest.ts'
import { dueDayOf, type InquiryDays, isToDo, readInquiryDays } from './due-state.ts'
import type { QueueItem } from './queue-item.ts'
import { isUnfinishedStep, stepOf } from './queue-step.ts'
import type { Records } from './records.ts'
import { isInHand } from './releases.ts'
import type { Submission } from './submission.ts'

/**
 * What waits to be done by a day, the earliest first: items that are not finished, and questions back without a reply.
 * 回答不要, what was withdrawn, erased or shared is never due.
 */
export async function listDue(
  records: Records,
  items: readonly QueueItem[],
  submissions: ReadonlyMap<string, Submission>,
): Promise<readonly DueEntry[]> {
  const [days, questions] = await Promise.all([readInquiryDays(records), records.list('questions')])
  return [
    ...items.flatMap((item) => dueItem(item, submissions.get(item.receipt), days)),
    ...questions.flatMap(({ value: { receipt, until, reply } }): readonly DueEntry[] => {
      const submission = submissions.get(receipt)
      const open = submission !== undefined && isInHand(submission)
      return until !== null && reply === null && open ? [{ id: receipt, step: 'question-back', due: until }] : []
    }),
  ].toSorted(byDay)
}

function dueItem(item: QueueItem, submission: Submission | undefined, days: InquiryDays): readonly DueEntry[] {
  const step = stepOf(item)
  if (!isUnfinishedStep(step)) return []
  const due = submission !== undefined && isToDo(item, submission) ? dueDayOf(item, days) : null
  return due === null ? [] : [{ id: item.item, step, due: due.day }]
}

/** The earliest day first; what is due on the same day stays in the order in which it came. */
export function byDay(a: DueEntry, b: DueEntry): number {
  return a.due < b.due ? -1 : a.due > b.due ? 1 : 0
}
