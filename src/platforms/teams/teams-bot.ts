import type { FrontDesk } from '../../conversation/front-desk.ts'
import type { Outcome } from '../../conversation/settle-turn.ts'
import type { Turn } from '../../conversation/turn.ts'

/** What the Teams app needs of the bot. */
export type TeamsBot = {
  readonly desk: FrontDesk
  readonly settle: (turn: Turn) => Promise<Outcome>
  readonly follow: (outcome: Outcome) => Promise<void>
}
