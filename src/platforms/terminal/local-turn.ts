import type { Turn } from '../../conversation/turn.ts'
import type { Language } from '../../questions/normal-text.ts'

/** What the person at this machine said; all of it is one conversation. */
export function localTurn(committee: string, id: string, text: string, language?: Language): Turn {
  return {
    id,
    committee,
    person: 'local',
    conversation: 'terminal',
    place: 'terminal',
    language,
    did: { kind: 'say', text },
  }
}
