import { audienceOf } from '../conversation/audience.ts'
import type { FrontDesk } from '../conversation/front-desk.ts'
import type { RecordShelf } from '../conversation/record-shelf.ts'
import type { Message } from '../conversation/reply.ts'
import type { Outcome } from '../conversation/settle-turn.ts'
import type { Turn } from '../conversation/turn.ts'
import type { View } from '../conversation/view.ts'
import type { Calendar } from '../opinions/calendar.ts'
import type { Actor } from '../opinions/decision.ts'

/** What the secretariat's forms need of the bot, on every face. */
export type DeskBot = {
  readonly desk: FrontDesk
  readonly shelf: RecordShelf
  readonly calendar: Calendar
  readonly messageOf: (outcome: Outcome) => Promise<Message>
}

/** Who acts, as things are now, and what is put into words for him. */
export async function officeOf(
  { desk, shelf, calendar }: Omit<DeskBot, 'messageOf'>,
  who: Pick<Turn, 'person' | 'place'>,
  language: Actor['language'],
): Promise<{ readonly actor: Actor; readonly view: View }> {
  const actor = await desk.actorOf(who, language)
  const prepared = await shelf.recordFor(audienceOf(actor))
  const view: View = {
    ...{ records: desk.records, prepared, calendar, language, address: '', here: true },
    ...{ staff: actor.role.kind === 'staff', at: actor.at },
  }
  return { actor, view }
}

/** What a turn comes to that only looks. @throws where it would change something */
export async function lookAt({ desk }: Pick<DeskBot, 'desk'>, turn: Turn): Promise<Outcome> {
  const outcome = await desk.look(turn)
  if (outcome === undefined) throw Object.assign(new Error('a look that changes something'), { code: 'no-look' })
  return outcome
}
