import type { Offer, Own } from '../../conversation/reply.ts'
import { opensDialog } from '../dialog-acts.ts'
import type { CardAction, ExecuteAction, Refresh } from './activity.ts'
import { buildButton, buttonParts, buttonTitle, type Dialogs } from './choice-parts.ts'
import type { OwnSight } from './own-data.ts'
import type { Part } from './part.ts'

/** What can be done with one's own submissions from their card. What is only looked at takes the place of the card. */
export function ownParts(own: Own, dialogs: Dialogs): readonly Part[] {
  if (own.kind === 'list')
    return buttonParts(own.receipts.map((receipt) => sightButton(receipt, { see: 'receipt', receipt })))
  return buttonParts(own.offers.flatMap((offer) => ownButton(offer, own.receipt, dialogs) ?? []))
}

function ownButton({ label, action, sure }: Offer, receipt: string, dialogs: Dialogs): CardAction | undefined {
  if (action.name === 'submission') return sightButton(label, { see: 'whole', receipt })
  if (sure !== undefined) return sightButton(label, { see: 'withdraw', receipt })
  return buildButton(label, action, opensDialog(action) ? dialogs : () => false)
}

/** A button by which the card shows something else. */
export function sightButton(label: string, own: OwnSight): ExecuteAction {
  return { type: 'Action.Execute', title: buttonTitle(label), verb: 'own', data: { own } }
}

/** How a card is brought up to date whenever its reader sees it; undefined where nobody alone reads it. */
export function refreshOf(own: Own, reader: string | undefined): Refresh | undefined {
  if (reader === undefined) return undefined
  // A message that says the state itself is that of the whole submission.
  const sight: OwnSight =
    own.kind === 'list' ? { see: 'mine' } : { see: own.state === null ? 'whole' : 'receipt', receipt: own.receipt }
  return { action: sightButton('↻', { ...sight, again: true }), userIds: [reader] }
}
