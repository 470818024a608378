import * as z from 'zod'
import type { Json } from '../ports.ts'
import type { Act, Actor } from './decision.ts'

/**
 * An entry of the audit log. Staff are named by id and post; a member is not named, for who sent a submission is kept apart
 * and can be erased. `local` is the system user of an act at the machine itself. `at` is milliseconds since 1970.
 */
export const LoggedAct = z.strictObject({
  did: z.string(),
  about: z.string(),
  detail: z.custom<Json>().optional(),
  by: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.enum(['member', 'guest', 'bot']) }),
    z.strictObject({ kind: z.literal('staff'), id: z.string(), post: z.string() }),
  ]),
  local: z.string().nullable(),
  at: z.number(),
})
export type LoggedAct = z.infer<typeof LoggedAct>

/** An act with who did it, when and from where. */
export function logAct({ role, local, at }: Pick<Actor, 'role' | 'local' | 'at'>, act: Act): LoggedAct {
  const by = role.kind === 'staff' ? { kind: role.kind, id: role.staff.id, post: role.post } : { kind: role.kind }
  return { ...act, by, local, at }
}

/** An act of the bot's own, as time goes by. */
export function logOwnAct(at: number, act: Act): LoggedAct {
  return { ...act, by: { kind: 'bot' }, local: null, at }
}
