import { logAct, logOwnAct } from '../opinions/act.ts'
import { dayOf } from '../opinions/day.ts'
import type { Actor, Decision } from '../opinions/decision.ts'
import type { Person } from '../opinions/read-roster.ts'
import type { Records } from '../opinions/records.ts'
import { signIn } from '../opinions/sign-in.ts'
import type { Conditions, Store } from '../ports.ts'
import type { Language } from '../questions/normal-text.ts'

/** Carries out what the bot does by itself as time goes by. What is overtaken is decided again the next time. */
export async function carryOutOwn(
  store: Store,
  records: Records,
  { expected, effect }: Decision<never>,
  at: number,
  lease: Pick<Conditions, 'lease'> = {},
): Promise<void> {
  const { changes, acts } = effect(0)
  const logged = acts.map((act, index) => records.put('acts', `${act.about}/${at}.${index}`, logOwnAct(at, act)))
  if (changes.length > 0) await store.commit([...changes, ...logged], { expected, ...lease })
}

/**
 * Lets somebody at the machine itself act as a person of the roster; the audit log names the system user. `id` is unique.
 * @returns the account to act with
 */
export async function signInAtMachine(
  store: Store,
  records: Records,
  who: { readonly person: Person; readonly user: string; readonly language: Language },
  { id, at }: { readonly id: string; readonly at: number },
): Promise<string> {
  const account = `terminal:${who.person.id}`
  const { user: local, language } = who
  const actor: Actor = { account, place: account, language, role: { kind: 'guest' }, local, at, today: dayOf(at) }
  const { expected, effect } = await signIn(records, actor, who.person)
  const { changes, acts } = effect(0)
  const logged = acts.map((act, index) => records.put('acts', `${id}.${index}`, logAct(actor, act)))
  if (changes.length > 0) await store.commit([...changes, ...logged], { expected })
  return account
}
