import type { Outcome } from '../../src/conversation/settle-turn.ts'
import type { Action } from '../../src/conversation/turn.ts'
import type { FrontOffice } from './round-desk.ts'

/** What somebody wants to file; `vote` is given where it is asked for, `behalf` is the member for whom staff file. */
export type Wanted = {
  readonly call: string
  readonly text: string
  readonly vote: 'approve' | 'disapprove'
  readonly print: boolean
  readonly behalf: string
}

/**
 * Answers what a draft asks for, part by part, by the numbers shown or by words, until all of it is shown to be confirmed or
 * something else is told; `half` leaves when the text is there and before it is said to be complete.
 */
export async function fillIn(
  office: FrontOffice,
  who: string,
  begun: Outcome,
  wanted: Wanted,
  half = false,
): Promise<Outcome> {
  let outcome = begun
  for (let answered = 0; answered < 20; answered++) {
    const told = outcome.told.at(-1)
    if (told?.kind === 'text-taken' && !half) outcome = await office.take(who, '以上')
    else if (told?.kind === 'part') outcome = await office.take(who, answerTo(told.part, outcome, wanted))
    else return outcome
  }
  throw new Error(`it asks again and again: ${JSON.stringify(outcome.told)}`)
}

/** The number of a choice, as somebody types it. */
export function numberOf({ offered }: Outcome, isMeant: (action: Action) => boolean): string {
  const at = offered.findIndex(isMeant)
  if (at < 0) throw new Error(`not offered: ${JSON.stringify(offered)}`)
  return String(at + 1)
}

function answerTo(part: string, outcome: Outcome, { call, text, vote, print, behalf }: Wanted): string {
  switch (part) {
    case 'member':
      return behalf
    case 'means':
      return 'ファクス'
    case 'day':
      return '今日'
    case 'call':
      return numberOf(outcome, ({ about }) => about === call || about === 'standing')
    case 'vote':
      return vote === 'approve' ? '承認' : '反対'
    case 'subject':
      return '全般'
    case 'text':
      // What is there already is complete.
      return outcome.offered.some(({ name }) => name === 'text-done') ? '以上' : text
    default:
      return print ? '載せる' : '載せない'
  }
}
