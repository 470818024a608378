import type { FrontDesk } from '../../conversation/front-desk.ts'
import type { RecordShelf } from '../../conversation/record-shelf.ts'
import type { Message } from '../../conversation/reply.ts'
import type { Outcome } from '../../conversation/settle-turn.ts'
import type { Turn } from '../../conversation/turn.ts'
import type { Calendar } from '../../opinions/calendar.ts'
import type { Clock } from '../../ports.ts'
import type { DroppedFiles } from './dropped-files.ts'
import type { Invoke } from './invoke.ts'
import type { InvokeAnswer } from './invoke-answer.ts'

/** What the Teams app needs of the bot. */
export type TeamsBot = {
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

/** The secretariat's conversation, and the service through which it is reached. */
export type Channel = { readonly conversation: string; readonly service: string }

/**
 * What every part of the Teams app works with. `dialogs`: whether clients open them. `report` tells the operator, without texts and names. `beside` is for what goes
 * on after an invoke was answered: the app ends when it has ended, and what it throws is reported.
 */
export type Kit = {
  readonly bot: TeamsBot
  readonly committee: string
  readonly channel: Channel | null
  readonly dialogs: boolean
  readonly clock: Clock
  readonly dropped: Pick<DroppedFiles, 'find'>
  readonly report: (message: string) => void
  readonly beside: (work: Promise<unknown>) => void
}

/** One part of the app: answers the invokes that are its own; undefined for all others. */
export type Part = (invoke: Invoke) => Promise<InvokeAnswer | undefined>
