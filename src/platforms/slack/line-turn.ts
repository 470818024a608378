import type { Form, Turn } from '../../conversation/turn.ts'
import type { ReadLine } from './slack-bot.ts'
import { decodePlace, encodePlace } from './slack-place.ts'

const menu = { kind: 'form', form: { name: 'menu' } } as const

function isMenu(text: string): boolean {
  return ['メニュー', 'menu'].includes(text.normalize('NFKC').trim().toLowerCase())
}

/** Forms of what is a member's own: they go on alone with the actor wherever they come from. */
const ownForms: ReadonlySet<Form['name']> = new Set(['opinion', 'reply', 'proof'])

/**
 * A turn whose words are a command, as that command. In the secretariat's channel what the secretariat does is answered there,
 * whoever asks: the role decides what comes of it.
 */
export async function lineTurn(turn: Turn, readLine: ReadLine, channel: string | null): Promise<Turn> {
  if (turn.did.kind !== 'say' || turn.unasked) return turn
  const place = decodePlace(turn.conversation.split('/', 1)[0] ?? '')
  const isBoard = place !== undefined && place.channel === channel
  const did = isBoard && isMenu(turn.did.text) ? menu : await readLine(turn.did.text)
  if (did === undefined) return turn
  const isOffices = did.kind === 'form' && !ownForms.has(did.form.name)
  if (!isOffices || !isBoard) return { ...turn, did }
  const { overheard: _, ...rest } = turn
  // What a command's own answer cannot hold, and its files, come into the channel.
  const response = decodePlace(turn.answerAt ?? '')?.response
  return { ...rest, ...(response === undefined ? {} : { answerAt: encodePlace({ ...place, response }) }), did }
}
