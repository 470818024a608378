import type { Notice } from '../opinions/notice.ts'
import type { Memory } from '../questions/memory.ts'
import type { Language } from '../questions/normal-text.ts'
import { type Asked, answerTurn } from './answer-turn.ts'
import { audienceOf } from './audience.ts'
import { type Base, outcomeMessage } from './outcome-reply.ts'
import type { Message } from './reply.ts'
import { actorOf, type Staffing } from './set-scene.ts'
import type { Outcome } from './settle-turn.ts'
import type { Told } from './told.ts'
import type { Action, Turn } from './turn.ts'

/**
 * What a turn came to, whole, and to whom: it is kept with its notice until it is posted. Of an answer it is kept what was
 * asked, what a language model has said of it, and with which memory: an answer is long, and is given again.
 */
type TurnReply = Pick<Turn, 'person' | 'place' | 'overheard'> & {
  readonly language: Language
  readonly told: readonly (
    | Exclude<Told, { readonly kind: 'answer' }>
    | ({ readonly kind: 'asked'; readonly id: string } & Asked)
  )[]
  readonly memory: Memory
  readonly offered: readonly Action[]
}

/** What is kept of what a turn came to; `memory` is that from before. */
export function buildTurnReply(
  { person, place, overheard }: Turn,
  { actor, told, offered }: Pick<Outcome, 'actor' | 'told' | 'offered'>,
  memory: Memory,
): NonNullable<Notice['reply']> {
  const kept = told.map((one) => (one.kind === 'answer' ? ({ kind: 'asked', id: one.id, ...one.asked } as const) : one))
  const who = { person, place, ...(overheard ? { overheard } : {}), language: actor.language }
  const reply: TurnReply = { ...who, told: kept, memory, offered }
  return reply as unknown as NonNullable<Notice['reply']>
}

/** What a turn came to in words; null where it said nothing. */
export async function turnReplyMessage(
  kept: NonNullable<Notice['reply']>,
  base: Base & Staffing,
  at: number,
): Promise<Message | null> {
  const { language, told: shortened, memory, offered, ...who } = kept as unknown as TurnReply
  const actor = await actorOf(base, who, language, at)
  const prepared = await base.shelf.recordFor(audienceOf(actor))
  const told = shortened.map((one): Told => {
    if (one.kind !== 'asked') return one
    const { kind: _, id, ...asked } = one
    return { kind: 'answer', answer: answerTurn(asked, prepared, memory).answer, asked, id, traces: [] }
  })
  const message = await outcomeMessage({ actor, told, offered }, base)
  return message.blocks.length === 0 ? null : message
}
