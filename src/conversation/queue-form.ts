import * as z from 'zod'

/** What the secretariat does with the queue of items (項目): who answers what by when, and what is drafted. */
export const QueueAct = z.discriminatedUnion('do', [z.strictObject({ do: z.literal('list') })])
export type QueueAct = z.infer<typeof QueueAct>
