import type { Outcome } from '../../conversation/settle-turn.ts'
import type { Turn } from '../../conversation/turn.ts'
import { sayIn } from '../../conversation/view.ts'
import { within } from '../within.ts'
import type { Invoke } from './invoke.ts'
import { type InvokeAnswer, sayOnly } from './invoke-answer.ts'
import type { Kit } from './teams-bot.ts'

/** Milliseconds after which it is said that something takes longer; Teams gives an invoke up after five seconds. */
const soon = 3500

/** What is left of that, whatever was done before: who somebody is may have been asked of Teams. */
function leftOf({ came }: Invoke): number {
  return Math.max(0, came + soon - performance.now())
}

/** Answers with what is only looked at. Where that takes too long, or cannot be had, it says so. */
export async function answerLook(kit: Kit, invoke: Invoke, work: Promise<InvokeAnswer>): Promise<InvokeAnswer> {
  const { faces, opinions } = sayIn({ language: invoke.locale ?? 'ja' })
  const shown = work.catch((error: unknown) => {
    kit.report(`Teams: a dialog could not be shown (${nameOf(error)})`)
    return sayOnly(invoke, opinions.delayed)
  })
  return (await within(shown, leftOf(invoke))) ?? sayOnly(invoke, faces.slowToShow)
}

type Shows = {
  readonly show: (outcome: Outcome) => Promise<InvokeAnswer>
  /** What is done besides where it comes too late to be shown. */
  readonly late?: (outcome: Outcome) => Promise<void>
}

/**
 * Takes a turn in, settles it, and answers with what `show` makes of what it came to; then what follows is delivered. Where
 * that takes too long it says so, and what it came to goes on in the chat.
 */
export async function answerTurn(
  kit: Kit,
  invoke: Invoke,
  turn: Turn,
  { show, late = async () => {} }: Shows,
): Promise<InvokeAnswer> {
  const { bot } = kit
  const { faces, opinions } = sayIn({ language: invoke.locale ?? 'ja' })
  // What cannot be taken in is told when it is settled.
  await bot.desk.receive(turn).catch(() => false)
  const settled = bot.settle(turn)
  const shown = settled.then(show).catch((error: unknown) => {
    // What was sent is in the inbox.
    kit.report(`Teams: what a dialog came to could not be shown (${nameOf(error)})`)
    return sayOnly(invoke, opinions.delayed)
  })
  const ready = await within(shown, leftOf(invoke))
  kit.beside(
    settled.then(async (outcome) => {
      if (ready === undefined) await late(outcome)
      const isTold = ready !== undefined || turn.answerAt !== undefined
      await bot.follow(isTold ? outcome : await bot.desk.tell(turn, outcome))
    }),
  )
  return ready ?? sayOnly(invoke, faces.workingOn)
}

/** Does something in somebody's chat besides, and lets the exchange go on. */
export async function goToChat({ bot, beside }: Kit, turn: Turn): Promise<void> {
  await bot.desk.receive(turn).catch(() => false)
  beside(bot.settle(turn).then(bot.follow))
}

/** An error as an operator may read it. */
export function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : 'unknown'
}
