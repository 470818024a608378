import * as z from 'zod'
import { Day } from './day.ts'

const id = z.string().regex(/^[a-z0-9][a-z0-9-]*$/u)
const text = z.string().trim().min(1).max(200)
const mail = z.email().nullable().default(null)
/** Both days belong to it. */
const Term = z.strictObject({ from: Day, to: Day })

/** A member of the committee: `title` is how he is addressed (委員, 座長), `terms` are his 委嘱期間. */
export const Member = z.strictObject({
  id,
  name: text,
  title: text.default('委員'),
  terms: z.array(Term).min(1),
  mail,
})
export type Member = z.infer<typeof Member>

/** Somebody of the secretariat, by the posts held; `to` is null while a post is held. */
export const Staff = z.strictObject({
  id,
  name: text,
  posts: z.array(z.strictObject({ post: text, from: Day, to: Day.nullable().default(null) })).min(1),
})
export type Staff = z.infer<typeof Staff>

/** The divisions of a fiscal year: their names change on 1 April. */
export const Divisions = z.strictObject({
  fiscalYear: z.int().min(2000).max(2999),
  divisions: z.array(z.strictObject({ id, name: text, mail })),
})
export type Divisions = z.infer<typeof Divisions>

/**
 * An account of a platform. `holder` is who stands behind it, once the secretariat has confirmed that; `claimed` is who
 * its first contact said to be. `place` is where the person is written to; `local`: only while he sits at the machine.
 */
export const Account = z.strictObject({
  account: z.string().min(1),
  holder: z.strictObject({ kind: z.enum(['member', 'staff']), id }).nullable(),
  claimed: z.string().nullable(),
  place: z.string().min(1),
  local: z.boolean().optional(),
  language: z.enum(['ja', 'en']),
  since: z.number(),
})
export type Account = z.infer<typeof Account>

/** What a person is on a day: from the roster, never from what a platform sends. */
export type Role =
  | { readonly kind: 'member'; readonly member: Member; readonly inTerm: boolean }
  | { readonly kind: 'staff'; readonly staff: Staff; readonly post: string }
  | { readonly kind: 'guest' }
