import { findCall } from '../opinions/filing.ts'
import { isUnreleased } from '../opinions/releases.ts'
import { mayEdit, mayWithdraw } from '../opinions/submission-state.ts'
import type { Offer } from './reply.ts'
import { sayIn, type View } from './view.ts'

/** What its submitter can do with a submission where it stands; he may see it in any case. */
export async function ownOffers(
  { records, language, at }: Pick<View, 'records' | 'language' | 'at'>,
  receipt: string,
): Promise<readonly Offer[]> {
  const { forms, opinions } = sayIn({ language })
  const submission = (await records.find('submissions', receipt))?.value
  if (submission === undefined) return []
  const call = (await findCall(records, submission.call))?.value
  const questions = submission.withdrawn === null ? await records.list('questions', { receipt, reply: null }) : []
  const proof = (await records.find('proofs', receipt))?.value
  const offers: readonly (Offer | false)[] = [
    { label: forms.home.see, action: { name: 'submission', about: receipt } },
    questions.length > 0 && { label: forms.reply.send, action: { name: 'reply', about: receipt } },
    proof?.answer === null &&
      isUnreleased(submission) && { label: opinions.choice.proof, action: { name: 'proof', about: receipt } },
    mayEdit(submission, call, at) && {
      label: opinions.choice.edit,
      action: { name: 'edit-filed', about: receipt },
    },
    mayWithdraw(submission) && {
      label: forms.home.withdraw,
      action: { name: 'withdraw-now', about: receipt },
      sure: { question: opinions.askWithdraw(receipt), yes: forms.home.withdraw, no: forms.home.keep },
    },
  ]
  return offers.filter((offer) => offer !== false)
}
