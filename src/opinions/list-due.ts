import { isLive } from './answers.ts'
import type { Day } from './day.ts'
import { dayOfDeadline } from './deadline.ts'
import type { DueEntry } from './digest.ts'
import type { QueueItem } from './queue-item.ts'
import { stepOf } from './queue-step.ts'
import type { Records } from './records.ts'
import type { Submission } from './submission.ts'

/**
 * What waits to be done by a day, the earliest first: items that are not finished, by their own day or that of the inquiry
 * they are out with, whichever is earlier; and questions back without a reply. 回答不要, what was withdrawn, erased or shared is
 * never due.
 */
export async function listDue(
  records: Records,
  items: readonly QueueItem[],
  submissions: ReadonlyMap<string, Submission>,
): Promise<readonly DueEntry[]> {
  const [inquiries, questions] = await Promise.all([records.list('inquiries'), records.list('questions')])
  const inquiryDays = new Map(inquiries.map(({ value }) => [value.id, dayOfDeadline(value.due)]))
  const open = (receipt: string) => {
    const submission = submissions.get(receipt)
    return submission !== undefined && isLive(submission) && !isShared(submission)
  }
  return [
    ...items.flatMap((item) => (open(item.receipt) ? dueItem(item, inquiryDays) : [])),
    ...questions.flatMap(({ value: { receipt, until, reply } }): readonly DueEntry[] =>
      until !== null && reply === null && open(receipt) ? [{ id: receipt, step: 'question-back', due: until }] : [],
    ),
  ].toSorted(byDay)
}

/** Items of a submission that the members have not been given yet. */
export function isShared({ stage }: Submission): boolean {
  return stage === 'answered' || stage === 'published'
}

function dueItem(item: QueueItem, inquiryDays: ReadonlyMap<string, Day>): readonly DueEntry[] {
  const step = stepOf(item)
  if (item.gone !== null || step === 'no-answer' || step === 'together' || step === 'checked') return []
  const asked = step === 'inquired' && item.inquired !== null ? (inquiryDays.get(item.inquired) ?? null) : null
  const [due] = [item.due, asked].filter((day) => day !== null).sort()
  return due === undefined ? [] : [{ id: item.item, step, due }]
}

/** The earliest day first; what is due on the same day stays in the order in which it came. */
export function byDay(a: DueEntry, b: DueEntry): number {
  return a.due < b.due ? -1 : a.due > b.due ? 1 : 0
}
