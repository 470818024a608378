import * as z from 'zod'

/** What the secretariat does with the annex (別紙) and the ledger (受付簿). */
export const AnnexAct = z.discriminatedUnion('do', [z.strictObject({ do: z.literal('list') })])
export type AnnexAct = z.infer<typeof AnnexAct>
