import * as z from 'zod'
import { Minute } from './day.ts'
import { Item } from './submission.ts'

/**
 * An inquiry to one division (庁内照会) about items of a call; record `2026-1.3`. `lead`: the division is in charge, else it
 * is asked besides; `version` is the submission's that it was shown, in which `span` and `heading` are, so that the words
 * can be read again as they were sent; `shown` is the response it was shown as a draft.
 * Times are milliseconds since 1970.
 */
export const Inquiry = z.strictObject({
  id: z.string(),
  call: z.string(),
  number: z.int().min(1),
  division: z.string(),
  fiscalYear: z.int(),
  items: z.array(
    z.strictObject({
      item: z.string(),
      lead: z.boolean(),
      version: z.int().min(1),
      ...Item.shape,
      shown: z.int().min(1).nullable(),
    }),
  ),
  due: Minute,
  contact: z.string(),
  by: z.string(),
  at: z.number(),
  /** Each file that was taken back: its SHA-256 (hexadecimal), when, by whom, and the items that it answered, also where that was not taken over. */
  taken: z.array(z.strictObject({ sha256: z.string(), at: z.number(), by: z.string(), answered: z.array(z.string()) })),
  reminded: z.array(z.number()),
})
export type Inquiry = z.infer<typeof Inquiry>

/** An item as an inquiry asks for it. */
export type AskedItem = Inquiry['items'][number]
