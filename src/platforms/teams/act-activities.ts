import type { Message } from '../../conversation/reply.ts'
import { sayIn } from '../../conversation/view.ts'
import { messageActs } from '../message-acts.ts'
import { type Activity, buildCard, type CardAction } from './activity.ts'
import { deskData } from './choice-data.ts'
import { buttonParts, buttonTitle } from './choice-parts.ts'
import { fitsActivity, packActivities } from './message-activities.ts'
import { elementsOf, type Part } from './part.ts'
import { noteParts } from './text-parts.ts'

/**
 * The secretariat's acts under the message of a submission, under an account that waits to be confirmed, under a file that can
 * be taken in, and in the menu: they open dialogs. What a button carries says what it is about, and nothing of who may press it.
 * `linkOf` is the address of a card by its reference, where it has one.
 */
export function actActivities(
  message: Message,
  activities: readonly Activity[],
  linkOf: (ref: string) => string | undefined = () => undefined,
): readonly Activity[] {
  const { language = 'ja' } = message
  const parts = [...linkParts(message, linkOf), ...buttonParts(actButtons(message))]
  const last = activities.at(-1)
  const body = last?.attachments[0]?.content.body
  if (parts.length === 0 || last === undefined || body === undefined) return activities
  const joined: Activity = { ...last, attachments: [buildCard([...body, ...elementsOf(parts)], language)] }
  if (fitsActivity(joined)) return [...activities.slice(0, -1), joined]
  return [...activities, ...packActivities([parts], language)]
}

function actButtons(message: Message): readonly CardAction[] {
  const { act: labels } = sayIn({ language: message.language ?? 'ja' }).dialogs
  return messageActs(message).flatMap((about) => {
    const data = deskData(about, true)
    return data === undefined ? [] : [{ type: 'Action.Submit', title: buttonTitle(labels[about.act]), data } as const]
  })
}

/** The cards of what is named: those that have an address as buttons that lead there. */
function linkParts(
  { cards = [], language = 'ja' }: Message,
  linkOf: (ref: string) => string | undefined,
): readonly Part[] {
  if (cards.length === 0) return []
  const lead = sayIn({ language }).dialogs.cards
  const links = cards.flatMap(({ about, ref }): CardAction[] => {
    const url = linkOf(ref)
    return url === undefined ? [] : [{ type: 'Action.OpenUrl', title: buttonTitle(about), url }]
  })
  return [...noteParts(`${lead}${cards.map(({ about }) => about).join('　')}`), ...buttonParts(links)]
}
