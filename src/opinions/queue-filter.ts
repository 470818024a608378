import type { Day } from './day.ts'
import type { QueueLine } from './queue-line.ts'
import type { QueueStep } from './queue-step.ts'
import { subjectName } from './subject-name.ts'
import type { Subject } from './submission.ts'
import type { SubmissionState } from './submission-state.ts'

/**
 * Which items are listed; null: all. `state` is a step of items or a state of submissions; `divisions` (by id) and
 * `subjects` are any of them, `nobody` where no division is named; `until` is the last day on which they are due.
 */
export type QueueFilter = {
  readonly call: string | null
  readonly state: QueueStep | SubmissionState | null
  readonly divisions: readonly string[] | 'nobody' | null
  readonly subjects: readonly Subject[] | null
  readonly disposition: 'answer' | 'none' | 'with' | 'undecided' | null
  readonly until: Day | null
  readonly overdue: boolean
}

/** Whether a line is asked for. Withdrawn ones are only where they are asked for by that state. */
export function isAskedFor(filter: QueueFilter): (line: QueueLine) => boolean {
  const { call, state, divisions, disposition, until, overdue } = filter
  const subjects = filter.subjects?.map(subjectName)
  return (line) =>
    (line.state !== 'withdrawn' || state === 'withdrawn') &&
    (call === null || call === line.call) &&
    (state === null || state === line.step || state === line.state) &&
    (divisions === null || isOf(line, divisions)) &&
    (subjects === undefined || subjects.includes(subjectName(line.subject))) &&
    (disposition === null || disposition === (line.disposition?.kind ?? 'undecided')) &&
    (until === null || (line.due !== null && line.due.day <= until)) &&
    (!overdue || line.overdue !== null)
}

function isOf({ divisions: { lead, others } }: QueueLine, wanted: readonly string[] | 'nobody'): boolean {
  if (wanted === 'nobody') return lead === null
  return wanted.some((one) => one === lead || others.includes(one))
}
