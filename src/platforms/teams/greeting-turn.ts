import type { Turn } from '../../conversation/turn.ts'
import { localeIn, whereabouts } from './activity-turn.ts'
import type { Inbound } from './inbound.ts'

/**
 * Whoever has just got the bot is greeted; in a place where others read along it says what it can do there. Its id is the same
 * however often Teams tells of it.
 */
export function greetingTurn(inbound: Inbound, committee: string): Turn | undefined {
  const { type, membersAdded, recipient } = inbound
  const isHere = membersAdded?.some(({ id }) => id === recipient?.id) ?? false
  if (type !== 'conversationUpdate' || !isHere) return undefined
  const { person, alone, here, isPersonal } = whereabouts(inbound)
  const locale = localeIn(inbound)
  return {
    ...{ id: greetingId(inbound), committee, person, place: alone, answerAt: isPersonal ? alone : here },
    ...(isPersonal ? { conversation: alone } : { conversation: `${here}/${person}`, overheard: true }),
    ...(locale === undefined ? {} : { locale }),
    did: { kind: 'action', name: 'greeting' },
  }
}

/** The greeting that is to come anew where the bot was taken away: when it is added again. */
export function endedGreeting(inbound: Inbound): string | undefined {
  const { type, action, membersRemoved, recipient } = inbound
  const isGone =
    (type === 'installationUpdate' && action === 'remove') ||
    (type === 'conversationUpdate' && (membersRemoved?.some(({ id }) => id === recipient?.id) ?? false))
  return isGone ? greetingId(inbound) : undefined
}

function greetingId(inbound: Inbound): string {
  const { person, isPersonal } = whereabouts(inbound)
  return isPersonal ? `${person}/greeting` : `teams/${inbound.conversation.id}/greeting`
}
