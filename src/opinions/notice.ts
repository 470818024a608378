import * as z from 'zod'
import type { Json } from '../ports.ts'
import { Day } from './day.ts'

const receipt = z.string()
const call = z.string()

/**
 * What must reach a person whatever happens: ids only, put into words from what is stored when it is delivered,
 * so that the latest version is what people read.
 */
export const News = z.discriminatedUnion('kind', [
  /** A submission was filed, by the member or on his behalf. */
  z.strictObject({ kind: z.literal('receipt'), receipt }),
  z.strictObject({ kind: z.literal('edited'), receipt }),
  z.strictObject({ kind: z.literal('withdrawn'), receipt }),
  /** A reply to a question back was taken. */
  z.strictObject({ kind: z.literal('replied'), receipt, number: z.int() }),
  /** A question back (お伺い). */
  z.strictObject({ kind: z.literal('question-back'), receipt, number: z.int() }),
  /** A member's words as they will be printed, to be looked over (文面の確認). */
  z.strictObject({ kind: z.literal('proof'), receipt }),
  /** An answer to that was taken. */
  z.strictObject({ kind: z.literal('proof-answered'), receipt }),
  /** The response to a submission was shared. */
  z.strictObject({ kind: z.literal('response'), receipt }),
  /** It was taken back, and is looked at once more. */
  z.strictObject({ kind: z.literal('response-recalled'), receipt }),
  /** The annex of a call was shared, or taken back: to a member asked who has no opinion in it. */
  z.strictObject({ kind: z.enum(['annex-shared', 'annex-recalled']), call, member: z.string() }),
  z.strictObject({ kind: z.literal('reminder'), call, member: z.string() }),
  z.strictObject({ kind: z.literal('account-confirmed'), account: z.string() }),
  /** The daily digest of a day, for the secretariat. */
  z.strictObject({ kind: z.literal('digest'), day: Day }),
  /** What a turn came to, where it is not shown in the same exchange. */
  z.strictObject({ kind: z.literal('turn-reply'), turn: z.string() }),
  /** A submission as it stands, for the secretariat: its one message there is kept current. */
  z.strictObject({ kind: z.literal('submission-card'), receipt }),
  /** What was done about it, by the id of the act in the audit log. */
  z.strictObject({ kind: z.literal('submission-act'), receipt, act: z.string() }),
  /** Somebody has said who he is, and waits for the secretariat to confirm it. */
  z.strictObject({ kind: z.literal('account-claim'), account: z.string() }),
])
export type News = z.infer<typeof News>

/**
 * A notice in the outbox. `place` is where it goes; not before `from` (milliseconds since 1970); `failures` counts the
 * attempts that came to nothing, the next is due at `next`; `refused` says why it will never get there. `under` is the id of
 * the notice whose post it belongs to; `reply` is what a turn came to, until it is posted.
 */
export const Notice = z.strictObject({
  place: z.string(),
  language: z.enum(['ja', 'en']),
  news: News,
  from: z.number(),
  failures: z.int().min(0),
  next: z.number(),
  refused: z.string().nullable(),
  under: z.string().optional(),
  reply: z.custom<Readonly<Record<string, Json>>>((value) => typeof value === 'object' && value !== null).optional(),
})
export type Notice = z.infer<typeof Notice>

/** A notice that may be delivered from `from` on (milliseconds since 1970). */
export function newNotice(place: string, language: Notice['language'], news: News, from: number): Notice {
  return { place, language, news, from, failures: 0, next: from, refused: null }
}
