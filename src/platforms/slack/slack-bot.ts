import type { FrontDesk } from '../../conversation/front-desk.ts'
import type { RecordShelf } from '../../conversation/record-shelf.ts'
import type { Message } from '../../conversation/reply.ts'
import type { Outcome } from '../../conversation/settle-turn.ts'
import type { Turn } from '../../conversation/turn.ts'
import type { Calendar } from '../../opinions/calendar.ts'
import type { TakenFile } from '../../opinions/taken-file.ts'
import type { Clock } from '../../ports.ts'
import type { Ack } from './http-receiver.ts'
import type { Payload } from './payload.ts'
import type { Known } from './payload-turn.ts'
import type { Call } from './slack-web.ts'

/** What the Slack app needs of the bot. */
export type SlackBot = {
  readonly desk: FrontDesk
  readonly shelf: RecordShelf
  readonly calendar: Calendar
  /** Settles a turn; what was received and not settled is settled later. */
  readonly settle: (turn: Turn) => Promise<Outcome>
  /** Delivers at once what follows from a turn. */
  readonly follow: (outcome: Outcome) => Promise<void>
  /** Puts an outcome into words. */
  readonly messageOf: (outcome: Outcome) => Promise<Message>
}

/** Reads a file that somebody has dropped into a conversation; undefined where it cannot be fetched. */
export type ReadDropped = (id: string) => Promise<TakenFile | undefined>

/** What every part of the Slack app works with. `report` tells the operator, without texts and names. */
export type Kit = {
  readonly bot: SlackBot
  readonly call: Call
  readonly known: Known
  readonly channel: string | null
  readonly clock: Clock
  readonly report: (message: string) => void
  readonly readDropped: ReadDropped
  /** Tells that somebody has done something, so that what stands on his own page may have changed. */
  readonly changed: (person: string) => void
}

/** One part of the app: takes the payloads that are its own, and says whether this was one. It acknowledges what it takes. */
export type Part = (payload: Payload, ack: Ack) => Promise<boolean>
