import type { Form, Turn } from '../../conversation/turn.ts'
import { officeOf } from '../desk-scene.ts'
import type { Kit } from './slack-bot.ts'

/** Who acts, as things are now, and what is put into words for him. */
export async function office({ bot, known }: Kit, person: string) {
  const language = known.localeOf(person) ?? 'ja'
  return { ...(await officeOf(bot, { person, place: person }, language)), language }
}

export function turnOf({ known }: Kit, id: string, person: string, form: Form): Turn {
  const locale = known.localeOf(person)
  const who = { committee: known.committee, person, place: person, conversation: person, ...(locale && { locale }) }
  return { id, ...who, did: { kind: 'form', form } }
}
