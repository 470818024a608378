import * as z from 'zod'
import { Minute } from './day.ts'

/** The call that takes what belongs to no meeting: always open, without a deadline. */
export const standing = 'standing'

/**
 * One meeting's round (意見照会). `name` as printed (令和８年度第１回); `written` is 書面開催, where `approval` may also be
 * asked for; `asked` are the members asked, by id; `extended` is when the deadline was last put off, absent until it is.
 * Times are milliseconds since 1970.
 */
export const Call = z.strictObject({
  id: z.string().regex(/^\d{4}-\d{1,3}$/u),
  name: z.string().min(1).max(100),
  form: z.enum(['meeting', 'written']),
  approval: z.boolean(),
  agenda: z.array(z.string().min(1).max(200)).max(30),
  documents: z.array(z.string().min(1).max(200)).max(50),
  deadline: Minute.nullable(),
  asked: z.array(z.string()),
  opened: z.number(),
  closed: z.number().nullable(),
  extended: z.number().optional(),
})
export type Call = z.infer<typeof Call>
