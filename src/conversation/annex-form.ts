import * as z from 'zod'
import { Names } from '../opinions/release.ts'

/** What the secretariat takes out of the records: an annex (別紙), or the ledger (受付簿) of a call or of all. */
export const AnnexAct = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('show'), call: z.string().max(40), names: Names }),
  z.strictObject({ do: z.literal('ledger'), call: z.string().max(40).nullable() }),
])
export type AnnexAct = z.infer<typeof AnnexAct>
