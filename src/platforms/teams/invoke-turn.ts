import { createHash } from 'node:crypto'
import type { Scene } from '../../conversation/scene.ts'
import type { Did, Turn } from '../../conversation/turn.ts'
import { readKey } from './choice-data.ts'
import type { Invoke } from './invoke.ts'
import type { Kit } from './teams-bot.ts'

/**
 * What somebody does in a dialog, or on a card that is answered in its place: it is shown there and passes away, and what must
 * reach him goes to his chat. It is a conversation of its own: a number or a word in the chat is no answer to what a dialog has
 * shown.
 */
export function passingTurn(
  { committee }: Pick<Kit, 'committee'>,
  { person, alone, locale }: Invoke,
  id: string,
  did: Did,
): Turn {
  return {
    ...{ id: `${person}/${id}`, committee, person, conversation: `${person}/dialog`, place: alone },
    ...(locale === undefined ? {} : { locale }),
    passing: true,
    did,
  }
}

/** The same, answered in his chat with the bot. */
export function chatTurn(kit: Pick<Kit, 'committee'>, invoke: Invoke, id: string, did: Did): Turn {
  const { passing: _, ...turn } = passingTurn(kit, invoke, id, did)
  return { ...turn, conversation: invoke.alone, answerAt: invoke.alone }
}

/** What a form or a card of somebody's own is shown from, as things are; nothing is taken in. */
export async function sceneOf(kit: Kit, invoke: Invoke): Promise<Scene> {
  return await kit.bot.desk.sceneOf(passingTurn(kit, invoke, 'look', { kind: 'action', name: 'mine' }))
}

/** One step of one dialog: what is sent twice is one, what was changed before it was sent again is another. */
export function stepOf({ data }: Pick<Invoke, 'data'>): string {
  const said = createHash('sha256').update(JSON.stringify(data)).digest('hex').slice(0, 16)
  return `dialog/${readKey(data)}/${said}`
}
