import { audienceOf } from '../../conversation/audience.ts'
import type { Outcome } from '../../conversation/settle-turn.ts'
import type { Form, Turn } from '../../conversation/turn.ts'
import type { View } from '../../conversation/view.ts'
import type { Kit } from './slack-bot.ts'

/** Who acts, as the roster says now, and what is put into words for him. */
export async function office({ bot, known }: Kit, person: string) {
  const { records } = bot.desk
  const language = known.localeOf(person) ?? 'ja'
  const actor = await bot.desk.actorOf({ person, place: person }, language)
  const prepared = await bot.shelf.recordFor(audienceOf(actor))
  const view: View = {
    ...{ records, prepared, calendar: bot.calendar, language, address: '', here: true },
    ...{ staff: actor.role.kind === 'staff', at: actor.at },
  }
  return { actor, view, language }
}

export function turnOf({ known }: Kit, id: string, person: string, form: Form): Turn {
  const locale = known.localeOf(person)
  const who = { committee: known.committee, person, place: person, conversation: person, ...(locale && { locale }) }
  return { id, ...who, did: { kind: 'form', form } }
}

export async function lookAt({ bot }: Kit, turn: Turn): Promise<Outcome> {
  const outcome = await bot.desk.look(turn)
  if (outcome === undefined) throw Object.assign(new Error('a look that changes something'), { code: 'no-look' })
  return outcome
}
