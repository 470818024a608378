import { type Actor, type Decision, decide } from './decision.ts'
import type { Person } from './read-roster.ts'
import type { Records } from './records.ts'

/**
 * Somebody at the machine itself acts as a person of the roster (`--as`): whoever may run the program there answers for it.
 * The account is confirmed by that, and the audit log says which system user did so.
 */
export async function signIn(
  records: Records,
  { account, place, language, at }: Actor,
  holder: Person,
): Promise<Decision<never>> {
  const found = await records.find('accounts', account)
  if (found?.value.holder?.id === holder.id) return decide([], { changes: [], acts: [], told: [] })
  return decide([found ?? { key: records.key('accounts', account), version: 0 }], {
    changes: [
      records.put('accounts', account, { account, holder, claimed: null, place, local: true, language, since: at }),
    ],
    // A member is not named in the log.
    acts: [{ did: 'signed-in', about: holder.kind === 'staff' ? holder.id : 'member' }],
    told: [],
  })
}
