import * as z from 'zod'

/** Who has been reminded of a deadline, so that nobody is twice; the record's id is `2026-1/2026-08-28T17:00/1`. */
export const Reminded = z.strictObject({ call: z.string(), members: z.array(z.string()) })
export type Reminded = z.infer<typeof Reminded>
