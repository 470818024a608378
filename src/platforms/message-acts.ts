import type { About } from '../conversation/desk-dialog.ts'
import type { Message } from '../conversation/reply.ts'

const ofItems = ['assign', 'dispose', 'respond', 'check', 'note', 'ask', 'due', 'see'] as const
const ofCalls = [
  ...(['list', 'unanswered', 'inquiry', 'annex', 'ledger', 'digest', 'share', 'publish', 'undo', 'open-call'] as const),
]

/**
 * The secretariat's acts that faces with buttons show under a message: under that of a submission, under an account that waits
 * to be confirmed, under a file that can be taken in, and in the menu. They say nothing of who may do them.
 */
export function messageActs({ card, claim, take, menu }: Message): readonly About[] {
  if (card !== undefined)
    return (card.items.length === 0 ? (['see'] as const) : ofItems).map((act) => ({ act, receipt: card.receipt }))
  if (claim !== undefined) return [{ act: 'claim', ...claim }]
  if (take !== undefined) return [{ act: 'take', file: take.source }]
  return menu ? ofCalls.map((act) => ({ act })) : []
}
