import type { Day } from './day.ts'
import { type DueDay, dueDayOf, type InquiryDays, isToDo, type Overdue } from './due-state.ts'
import { type Charges, type LeadDivision, leadDivisionOf } from './lead-division.ts'
import type { Disposition, QueueItem } from './queue-item.ts'
import { type QueueStep, stepOf } from './queue-step.ts'
import type { QuestionBack, Subject, Submission, Version } from './submission.ts'
import { type SubmissionState, stateOf } from './submission-state.ts'

/** An item as the queue lists it. `words` are its own, all of them; `heading` is the one under which it stands. */
export type QueueLine = {
  readonly item: string
  readonly call: string
  readonly step: QueueStep
  readonly state: SubmissionState
  readonly subject: Subject
  readonly heading: string | null
  readonly words: string
  readonly disposition: Disposition | null
  readonly divisions: LeadDivision
  readonly due: DueDay | null
  readonly overdue: Overdue | null
  /** The member has been asked back and has not replied yet: the day until which a reply is hoped for. */
  readonly asked: { readonly until: Day | null } | null
  readonly replied: boolean
  readonly outdated: boolean
  /** The submission's version; it was edited where it is above 1. */
  readonly version: number
  readonly late: boolean
  readonly onBehalf: boolean
}

/** A submission with what a line takes from it besides its items. */
export type LineSource = {
  readonly submission: Submission
  readonly version: Version
  readonly questions: readonly QuestionBack[]
  readonly charges: Charges
  readonly inquiryDays: InquiryDays
  readonly today: Day
  readonly overdue: (due: Day) => Overdue
}

export function queueLine(item: QueueItem, source: LineSource): QueueLine {
  const { submission, version, questions, charges, today } = source
  const { disposition, outdated, span, heading } = item
  const due = dueDayOf(item, source.inquiryDays)
  const open = questions.find(({ reply }) => reply === null)
  return {
    item: item.item,
    call: item.call,
    step: stepOf(item),
    state: stateOf(submission, questions),
    subject: version.subject,
    heading: heading === null ? null : version.text.slice(...heading),
    words: version.text.slice(...span).trim(),
    disposition,
    divisions: leadDivisionOf(item, version.subject, charges),
    due,
    overdue: due !== null && due.day < today && isToDo(item, submission) ? source.overdue(due.day) : null,
    asked: open === undefined ? null : { until: open.until },
    replied: questions.some(({ reply }) => reply !== null),
    outdated,
    version: submission.version,
    late: submission.late,
    onBehalf: submission.onBehalf !== null,
  }
}
