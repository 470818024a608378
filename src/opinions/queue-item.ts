import * as z from 'zod'
import { Day } from './day.ts'
import { Item } from './submission.ts'

/**
 * How an item is answered (取扱い): by a response of its own (回答する), by none (回答不要: its words are printed beside an
 * empty cell), or together with another item, whose response it shares (他の項目とまとめて回答).
 */
export const Disposition = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('answer') }),
  z.strictObject({ kind: z.literal('none') }),
  z.strictObject({ kind: z.literal('with'), item: z.string() }),
])
export type Disposition = z.infer<typeof Disposition>

/**
 * An item (項目) of a submission as the secretariat handles it; record `R8-012-1`. Its number stays its own through splits,
 * joins and edits. `span` and `heading` are of the submission's newest version. Null: not decided or not there yet.
 */
export const QueueItem = z.strictObject({
  item: z.string(),
  receipt: z.string(),
  number: z.int().min(1),
  call: z.string(),
  ...Item.shape,
  /** What it was joined into, or that an edit left it out: then it is only history, and its span means nothing. */
  gone: z
    .discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('joined'), into: z.string() }),
      z.strictObject({ kind: z.literal('edited') }),
    ])
    .nullable(),
  disposition: Disposition.nullable(),
  /** The division in charge (主担当) by id, where a person chose it; else the table of charges says it. */
  lead: z.string().nullable(),
  others: z.array(z.string()),
  due: Day.nullable(),
  /** The inquiry that its lead division has not answered yet. */
  inquired: z.string().nullable(),
  /** The number of the response that counts, and who of the staff has checked it. */
  response: z.int().min(1).nullable(),
  checked: z.strictObject({ by: z.string(), at: z.number() }).nullable(),
  /** The response was written for an earlier wording (旧版に対する回答案). */
  outdated: z.boolean(),
  /** Its words as they are to be printed, where they differ from those written. */
  printed: z.string().nullable(),
})
export type QueueItem = z.infer<typeof QueueItem>

/** A response (考え方等) of the city's to an item, once for every version of it; record `R8-012-1.1`. */
export const Response = z.strictObject({
  item: z.string(),
  receipt: z.string(),
  number: z.int().min(1),
  /** The submission's version that it answers. */
  version: z.int().min(1),
  text: z.string(),
  author: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('staff'), id: z.string() }),
    z.strictObject({ kind: z.literal('division'), id: z.string(), inquiry: z.string() }),
  ]),
  at: z.number(),
})
export type Response = z.infer<typeof Response>

/** A note of the secretariat's own on an item; record `R8-012-1.1`. */
export const Note = z.strictObject({
  item: z.string(),
  receipt: z.string(),
  number: z.int().min(1),
  text: z.string(),
  by: z.string(),
  at: z.number(),
})
export type Note = z.infer<typeof Note>

/** An item of a new submission. */
export function newQueueItem(receipt: string, call: string, number: number, { span, heading }: Item): QueueItem {
  return {
    item: itemId(receipt, number),
    receipt,
    number,
    call,
    span,
    heading,
    gone: null,
    disposition: null,
    lead: null,
    others: [],
    due: null,
    inquired: null,
    response: null,
    checked: null,
    outdated: false,
    printed: null,
  }
}

/** `R8-012-1`: the receipt and the item's number. */
export function itemId(receipt: string, number: number): string {
  return `${receipt}-${number}`
}
