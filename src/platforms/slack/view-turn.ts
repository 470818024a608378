import type { Scene } from '../../conversation/scene.ts'
import type { Outcome } from '../../conversation/settle-turn.ts'
import type { Did, Turn } from '../../conversation/turn.ts'
import type { ViewPayload } from './payload.ts'
import type { Kit } from './slack-bot.ts'
import { accountOf } from './slack-place.ts'
import { readMeta } from './view-meta.ts'

/** Who works in a dialog, or on his own page. */
export type Person = { readonly team: { readonly id: string }; readonly user: { readonly id: string } }

/**
 * What somebody does in a dialog: it is shown there and passes away, and what must reach him goes to his direct messages. It is
 * a conversation of its own: a number or a word in the direct message is no answer to what a dialog has shown.
 */
export function viewTurn({ known }: Kit, who: Person, id: string, did: Did): Turn {
  const person = accountOf(who.team.id, who.user.id)
  const locale = known.localeOf(person)
  return {
    ...{ id: `${person}/${id}`, committee: known.committee, person, conversation: `${person}/dialog`, place: person },
    ...(locale === undefined ? {} : { locale }),
    passing: true,
    did,
  }
}

/** The same, answered by a direct message. */
export function directTurn(kit: Kit, who: Person, id: string, did: Did): Turn {
  const { passing: _, ...turn } = viewTurn(kit, who, id, did)
  return { ...turn, conversation: turn.person, answerAt: turn.person }
}

/** What a form or a page of somebody's own is shown from. */
export async function sceneOf(kit: Kit, who: Person): Promise<Scene> {
  return await kit.bot.desk.sceneOf(viewTurn(kit, who, 'look', { kind: 'action', name: 'mine' }))
}

/** One step of one dialog: sent twice it is the same. */
export function stepOf({ id, private_metadata }: ViewPayload): string {
  return `view/${id}/${readMeta(private_metadata).key}`
}

/** Takes a turn in before it is acknowledged; what cannot be taken in is told when it is settled. */
export async function receive({ bot }: Kit, turn: Turn): Promise<void> {
  await bot.desk.receive(turn).catch(() => false)
}

/** Settles a turn beside the exchange, and delivers what it came to. */
export async function carryOn(kit: Kit, turn: Turn): Promise<Outcome> {
  const outcome = await kit.bot.settle(turn)
  await kit.bot.follow(outcome)
  kit.changed(turn.person)
  return outcome
}

/** Does something for somebody in the direct message instead of a dialog. */
export async function goDirect(kit: Kit, who: Person, id: string, did: Did): Promise<void> {
  const turn = directTurn(kit, who, id, did)
  await receive(kit, turn)
  await carryOn(kit, turn)
}
