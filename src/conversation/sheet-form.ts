import * as z from 'zod'

/** What the secretariat does with status sheets (資料３): lists of projects with their ratings. */
export const SheetAct = z.discriminatedUnion('do', [z.strictObject({ do: z.literal('list') })])
export type SheetAct = z.infer<typeof SheetAct>
