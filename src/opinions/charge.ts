import * as z from 'zod'

/** Which division answers for a project (担当課の表); record `2024-2-annex/34`. A hand on an item goes before it. */
export const Charge = z.strictObject({
  document: z.string(),
  number: z.int().min(1),
  lead: z.string(),
  others: z.array(z.string()),
})
export type Charge = z.infer<typeof Charge>
