import * as z from 'zod'

/** What the secretariat does with the daily digest (日次まとめ). */
export const DigestAct = z.discriminatedUnion('do', [z.strictObject({ do: z.literal('list') })])
export type DigestAct = z.infer<typeof DigestAct>
