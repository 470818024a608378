import { isReleased } from '../opinions/releases.ts'
import { stateOf } from '../opinions/submission-state.ts'
import { ownOffers } from './own-offers.ts'
import type { Own } from './reply.ts'
import type { Told } from './told.ts'
import { sayIn, type View } from './view.ts'

/** What a submission's own message is kept current with; undefined where there is none. `said`: its state is said in the message. */
export async function ownSubmission(receipt: string, view: View, said: boolean): Promise<Own | undefined> {
  const { records } = view
  const submission = (await records.find('submissions', receipt))?.value
  if (submission === undefined) return undefined
  const questions = (await records.list('questions', { receipt })).map(({ value }) => value)
  const { opinions, forms } = sayIn(view)
  const ask = {
    label: opinions.choice['ask-secretariat'],
    action: { name: 'ask-secretariat', about: receipt },
  } as const
  const offers = await ownOffers(view, receipt)
  return {
    ...{ kind: 'one', receipt, state: said ? null : forms.home.state(opinions.state[stateOf(submission, questions)]) },
    offers: [
      ...offers.filter(({ action }) => !said || action.name !== 'submission'),
      ...(isReleased(submission) && !view.staff ? [ask] : []),
    ],
  }
}

/** The submissions of the actor's own that a turn told of: one alone, or the list. */
export async function ownOf(told: readonly Told[], view: View): Promise<Own | undefined> {
  const [one, ...more] = told.filter(({ kind }) => ['receipt', 'edited', 'submission', 'mine'].includes(kind))
  if (one === undefined || more.length > 0) return undefined
  switch (one.kind) {
    case 'mine':
      return one.receipts.length === 0 ? undefined : { kind: 'list', receipts: one.receipts.slice(-mostListed) }
    case 'receipt':
    case 'edited':
      return await ownSubmission(one.receipt, view, false)
    case 'submission': {
      const isOffices = view.staff && (await view.records.find('submissions', one.receipt))?.value.onBehalf === null
      return isOffices ? undefined : await ownSubmission(one.receipt, view, true)
    }
    default:
      return undefined
  }
}

/** Submissions that can be opened from their list, the newest ones. */
const mostListed = 12
