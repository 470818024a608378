import * as z from 'zod'
import { Day } from './day.ts'

/**
 * A member's words as they will be printed, for him to look at (文面の確認); record `R8-012`, the newest only. `parts` are
 * the words that he is shown, by item; `answer` is null until he says something. Times are milliseconds since 1970.
 */
export const Proof = z.strictObject({
  receipt: z.string(),
  version: z.int().min(1),
  parts: z.array(z.strictObject({ item: z.string(), text: z.string() })),
  /** Without an answer by the end of this day it is printed so. */
  until: Day,
  by: z.string(),
  at: z.number(),
  answer: z
    .discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('agreed'), at: z.number() }),
      z.strictObject({ kind: z.literal('correction'), text: z.string(), at: z.number() }),
    ])
    .nullable(),
})
export type Proof = z.infer<typeof Proof>
