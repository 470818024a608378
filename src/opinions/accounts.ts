import * as z from 'zod'
import { type Actor, type Decision, decide, type Refused, tell } from './decision.ts'
import { cleanLine, line } from './form-text.ts'
import { newNotice } from './notice.ts'
import { withinHours } from './notice-hours.ts'
import { findPerson, type Person } from './read-roster.ts'
import type { Records } from './records.ts'

/** The most characters (UTF-16 units) of a name that somebody gives for himself. */
export const longestClaim = 100

type AlreadyConfirmed = { readonly kind: 'account-already-confirmed'; readonly account: string }

export type ClaimTold =
  | { readonly kind: 'account-claimed'; readonly account: string }
  | AlreadyConfirmed
  | Refused<'name-empty'>
  | (Refused<'name-too-long'> & { readonly most: number })

/** First contact: keeps who somebody says he is, until the secretariat confirms it. It gives him no rights. */
export async function claimAccount(records: Records, actor: Actor, name: string): Promise<Decision<ClaimTold>> {
  const { account, place, language } = actor
  const found = await records.find('accounts', account)
  if ((found?.value.holder ?? null) !== null) return tell({ kind: 'account-already-confirmed', account })
  const claimed = cleanLine(name)
  if (claimed === '') return tell({ kind: 'refused', why: 'name-empty' })
  if (claimed.length > longestClaim) return tell({ kind: 'refused', why: 'name-too-long', most: longestClaim })

  const since = found?.value.since ?? actor.at
  return decide([found ?? { key: records.key('accounts', account), version: 0 }], {
    changes: [records.put('accounts', account, { account, holder: null, claimed, place, language, since })],
    acts: [{ did: 'account-claimed', about: 'roster' }],
    told: [{ kind: 'account-claimed', account }],
  })
}

/** `person` is an id or a name of the roster. */
export const AccountConfirmation = z.strictObject({ account: z.string().min(1), person: line(200) })
export type AccountConfirmation = z.infer<typeof AccountConfirmation>

export type ConfirmTold =
  | { readonly kind: 'account-confirmed'; readonly account: string; readonly holder: Person }
  | AlreadyConfirmed
  | Refused<'not-staff'>
  | (Refused<'unknown-account'> & { readonly account: string })
  | (Refused<'unknown-person'> & { readonly person: string })
  | (Refused<'ambiguous-person'> & { readonly person: string; readonly candidates: readonly Person[] })
  | (Refused<'somebody-elses'> & { readonly account: string; readonly holder: Person })

/** Says who stands behind an account that has made itself known, and tells its holder so. For staff. */
export async function confirmAccount(
  records: Records,
  actor: Actor,
  { account, person }: AccountConfirmation,
): Promise<Decision<ConfirmTold>> {
  if (actor.role.kind !== 'staff') return tell({ kind: 'refused', why: 'not-staff' })
  const found = await records.find('accounts', account)
  if (found === undefined) return tell({ kind: 'refused', why: 'unknown-account', account })
  const [holder, ...others] = await findPerson(records, person)
  if (holder === undefined) return tell({ kind: 'refused', why: 'unknown-person', person })
  if (others.length > 0) {
    return tell({ kind: 'refused', why: 'ambiguous-person', person, candidates: [holder, ...others] })
  }
  const now = found.value.holder
  if (now !== null) {
    const isSame = now.kind === holder.kind && now.id === holder.id
    if (isSame) return tell({ kind: 'account-already-confirmed', account })
    return tell({ kind: 'refused', why: 'somebody-elses', account, holder: now })
  }

  const onRoster = await records.find(holder.kind === 'member' ? 'members' : 'staff', holder.id)
  const { place, language, since } = found.value
  const from = withinHours(actor.at)
  const news = { kind: 'account-confirmed', account } as const
  const notice = newNotice(place, language, news, from)
  return decide([found, ...(onRoster === undefined ? [] : [onRoster])], {
    changes: [
      records.put('accounts', account, { ...found.value, holder }),
      records.put('outbox', `account-confirmed/${account}/${actor.today}/${since}`, notice),
    ],
    acts: [{ did: 'account-confirmed', about: 'roster' }],
    told: [{ kind: 'account-confirmed', account, holder }],
  })
}

/** An account that says who it is and is nobody's yet. */
export type Claim = { readonly account: string; readonly claimed: string | null; readonly since: number }
