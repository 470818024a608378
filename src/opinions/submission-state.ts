import { isLive } from './answers.ts'
import type { Call } from './call.ts'
import { isLate } from './calls.ts'
import { isReleased } from './releases.ts'
import type { QuestionBack, Submission } from './submission.ts'

/** What a member is told of a submission: 受付済み, お伺い中, 検討中, 回答済み, 公表済み, 取下げ済み, 消去済み. */
export type SubmissionState = Submission['stage'] | 'asked' | 'withdrawn' | 'erased'

export function stateOf(submission: Submission, questions: readonly QuestionBack[]): SubmissionState {
  if (submission.erased !== null) return 'erased'
  if (submission.withdrawn !== null) return 'withdrawn'
  if (submission.stage === 'received' || submission.stage === 'considering') {
    if (questions.some(({ reply }) => reply === null)) return 'asked'
  }
  return submission.stage
}

/** Until the deadline, where there is one (the standing call, undefined, has none); in any case only until the response is shared. */
export function mayEdit(submission: Submission, call: Call | undefined, at: number): boolean {
  if (!isLive(submission) || submission.kind === 'none') return false
  if (isReleased(submission)) return false
  return call === undefined || !isLate(call, at)
}

/** Until publication. */
export function mayWithdraw(submission: Submission): boolean {
  return isLive(submission) && submission.stage !== 'published'
}
