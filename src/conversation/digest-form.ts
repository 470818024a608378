import * as z from 'zod'
import { Day } from '../opinions/day.ts'
import { Disposal } from '../opinions/dispose-round.ts'

/** What the secretariat does with the daily digest (日次まとめ) and with rounds that need not be kept any longer. No day: today. */
export const DigestAct = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('show'), day: Day.nullable() }),
  z.strictObject({ do: z.literal('list-expired') }),
  z.strictObject({ do: z.literal('dispose'), input: Disposal }),
])
export type DigestAct = z.infer<typeof DigestAct>
