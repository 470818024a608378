import * as z from 'zod'
import { Day, Minute } from './day.ts'
import { MissTopic } from './miss.ts'

/**
 * What waits to be done by a day: for an item of the queue its step (取扱い, 回答案, 照会, 確認), for a submission a reply to a
 * question back (お伺い), for an open call the answers of members (未提出).
 */
export const DueStep = z.enum(['new', 'to-answer', 'inquired', 'to-check', 'question-back', 'unanswered'])
export type DueStep = z.infer<typeof DueStep>

/** `id` is an item, a receipt or a call. */
export const DueEntry = z.strictObject({ id: z.string(), step: DueStep, due: Day })
export type DueEntry = z.infer<typeof DueEntry>

/** How many there are, and the first of them. */
const DueEntries = z.strictObject({ count: z.int().min(0), first: z.array(DueEntry) })

const count = z.int().min(0)

/**
 * The daily digest (日次まとめ) of a day as it was built: counts and ids only. Record: the day. `at` and `since`, the moment of
 * the digest before it (null: this is the first), are milliseconds since 1970.
 *
 * - `kind`: `full`; `line`: nothing has changed, but it is the first of a week; `silent`: nothing has changed, nobody was told.
 * - `overdue`: the day is over and it is not done. `soon`: the day is today or one of the next seven.
 * - `filed`: opinions filed since, not 「意見なし」; `onBehalf` of them by staff. `edited`, `withdrawn`: so since, by anybody.
 * - `toCheck`: drafts that wait for a colleague's check now. `replies`: replies to questions back since.
 * - `corrections`: printed wordings that their members want changed, now.
 * - `calls`: open calls with their answers now. `misses`: questions that the record did not answer, since.
 * - `undelivered`: notices that have not got there although they should have, now.
 * - `expired`: rounds that were kept as long as they are to be kept, now.
 * - `head`: the audit chain's end before this digest was written (照合値).
 * - `marks`: what the next digest compares itself with: what was due, to be checked, open.
 */
export const Digest = z.strictObject({
  day: Day,
  at: z.number(),
  since: z.number().nullable(),
  kind: z.enum(['full', 'line', 'silent']),
  overdue: DueEntries,
  soon: DueEntries,
  filed: count,
  onBehalf: count,
  edited: count,
  withdrawn: count,
  toCheck: count,
  replies: count,
  corrections: count,
  calls: z.array(
    z.strictObject({
      call: z.string(),
      name: z.string(),
      deadline: Minute.nullable(),
      opinion: count,
      none: count,
      unanswered: count,
      asked: count,
    }),
  ),
  misses: z.array(z.strictObject({ topic: MissTopic, count })),
  undelivered: count,
  expired: count,
  head: z.strictObject({ entries: count, hash: z.string() }).nullable(),
  marks: z.array(z.string()),
})
export type Digest = z.infer<typeof Digest>

/** Entries of a group that are named; of more it is said how many there are. */
export const mostNamed = 10
/** Days ahead that a digest looks. */
export const daysAhead = 7
