import * as z from 'zod'
import { Day } from './day.ts'

/** How often a language model was asked on a day: in all, and by person, under hashes that only this day's salt makes. */
export const ModelDay = z.strictObject({
  day: Day,
  salt: z.string(),
  calls: z.int().min(0),
  people: z.record(z.string(), z.int().min(0)),
})
export type ModelDay = z.infer<typeof ModelDay>
