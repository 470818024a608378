import type { Turn } from '../../conversation/turn.ts'
import { type ReadLine, readOfficeLine } from '../office-line.ts'
import { decodePlace, encodePlace } from './slack-place.ts'

/** A turn whose words are a command, as that command; what the secretariat does in its channel is answered there. */
export async function lineTurn(turn: Turn, readLine: ReadLine, channel: string | null): Promise<Turn> {
  if (turn.did.kind !== 'say' || turn.unasked) return turn
  const place = decodePlace(turn.conversation.split('/', 1)[0] ?? '')
  const line = await readOfficeLine(turn.did.text, readLine, place !== undefined && place.channel === channel)
  if (line === undefined) return turn
  const { did, here } = line
  if (!here || place === undefined) return { ...turn, did }
  const { overheard: _, ...rest } = turn
  // What a command's own answer cannot hold, and its files, come into the channel.
  const response = decodePlace(turn.answerAt ?? '')?.response
  return { ...rest, ...(response === undefined ? {} : { answerAt: encodePlace({ ...place, response }) }), did }
}
