import type { Turn } from '../../conversation/turn.ts'
import { whileWaiting } from '../while-waiting.ts'
import type { Connector } from './connector.ts'
import { decodePlace } from './teams-place.ts'

/** Milliseconds after which Teams' clients do not show any more that somebody is typing: ours, as Teams states none. */
const passes = 4000

/** Shows where something was asked that the bot is at work, if its answer takes longer; call what it returns once it is there. */
export function showTyping(connector: Pick<Connector, 'type'>, { answerAt = '' }: Turn): () => void {
  const { service, conversation = null } = decodePlace(answerAt) ?? {}
  if (service === undefined || conversation === null) return () => {}
  return whileWaiting(async () => await connector.type(service, conversation), passes)
}
