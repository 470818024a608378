import * as z from 'zod'
import { Day } from './day.ts'

/** Whether names are printed in an annex: none, those of members who chose so, or 委員A・B in the order of the annex. */
export const Names = z.enum(['none', 'chosen', 'letters'])
export type Names = z.infer<typeof Names>

/**
 * An annex given to the members (委員共有), and then published (公表); record: the call's id, for the standing call
 * `standing-1`, -2 …. `receipts` are the submissions in it, in the annex's order. 決裁日, 決裁番号 and 決裁者の職 are those of the
 * city's own document system. Times are milliseconds since 1970.
 */
export const Release = z.strictObject({
  id: z.string(),
  call: z.string(),
  names: Names,
  receipts: z.array(z.string()),
  /** The letters that were given out, by receipt, where names are letters: a withdrawal moves none of the others'. */
  letters: z.record(z.string(), z.string()).optional(),
  shared: z.strictObject({
    decided: Day,
    number: z.string(),
    post: z.string(),
    by: z.string(),
    at: z.number(),
  }),
  published: z.strictObject({ day: Day, address: z.string(), by: z.string(), at: z.number() }).nullable(),
})
export type Release = z.infer<typeof Release>
