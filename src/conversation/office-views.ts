import type { Claim } from '../opinions/accounts.ts'
import { answersTo, isLive } from '../opinions/answers.ts'
import { type Call, standing } from '../opinions/call.ts'
import { findReplied, isOpen } from '../opinions/calls.ts'
import { type Actor, type Decision, type Refused, tell } from '../opinions/decision.ts'
import { isFirstHere } from '../opinions/import-roster.ts'
import { isInTerm, type Person, postsOn } from '../opinions/read-roster.ts'
import type { Records } from '../opinions/records.ts'
import type { Divisions, Member, Staff } from '../opinions/roster.ts'
import type { Submission, Vote } from '../opinions/submission.ts'
import { listStuck, type StuckNotice } from './list-stuck.ts'

/** A member asked: null for `name`: no longer on the roster; for `answered`: nothing that stands. */
type Asked = {
  readonly member: string
  readonly name: string | null
  readonly answered: Submission['kind'] | null
  readonly vote: Vote | null
  readonly receipts: readonly string[]
  /** Those to which the member has replied to a question back. */
  readonly replied: readonly string[]
}

export type CallTold =
  | {
      readonly kind: 'call'
      readonly call: Omit<Call, 'asked'>
      readonly isOpen: boolean
      readonly asked: readonly Asked[]
      readonly undelivered: readonly StuckNotice[]
    }
  /** What was filed to no meeting, in order. */
  | { readonly kind: 'standing'; readonly filed: readonly Filed[] }
  | Refused<'not-staff'>
  | { readonly kind: 'refused'; readonly why: 'unknown-call'; readonly call: string }

type Filed = {
  readonly receipt: string
  readonly member: string | null
  readonly name: string | null
  readonly live: boolean
  readonly replied: boolean
}

/** One call with what each member asked has answered, and what could not be delivered about it. For staff. */
export async function showCall(records: Records, actor: Actor, id: string): Promise<Decision<CallTold>> {
  if (actor.role.kind !== 'staff') return tell({ kind: 'refused', why: 'not-staff' })
  if (id === standing) return tell({ kind: 'standing', filed: await listStanding(records) })
  const found = await records.find('calls', id)
  if (found === undefined) return tell({ kind: 'refused', why: 'unknown-call', call: id })
  const { asked: _, ...call } = found.value
  const submissions = (await records.list('submissions', { call: id })).map(({ value }) => value.receipt)
  const senders = await Promise.all(submissions.map((receipt) => records.find('submitters', receipt)))
  const answers = await answersTo(records, found.value)
  const replied = await findReplied(records)
  const asked = await Promise.all(
    answers.map(async (answer) => {
      const receipts = submissions.filter((_, index) => senders[index]?.value.member === answer.member)
      const name = (await records.find('members', answer.member))?.value.name ?? null
      return { ...answer, name, receipts, replied: receipts.filter((receipt) => replied.has(receipt)) }
    }),
  )
  const undelivered = (await listStuck(records, actor.at)).filter(({ news }) =>
    'call' in news ? news.call === id : 'receipt' in news && submissions.includes(news.receipt),
  )
  return tell({ kind: 'call', call, isOpen: isOpen(found.value, actor.at), asked, undelivered })
}

async function listStanding(records: Records): Promise<readonly Filed[]> {
  const filed = (await records.list('submissions', { call: standing })).map(({ value }) => value)
  const replied = await findReplied(records)
  return await Promise.all(
    filed.map(async (one) => {
      const member = (await records.find('submitters', one.receipt))?.value.member ?? null
      const name = member === null ? null : ((await records.find('members', member))?.value.name ?? null)
      return { receipt: one.receipt, member, name, live: isLive(one), replied: replied.has(one.receipt) }
    }),
  )
}

export type RosterListTold =
  | {
      readonly kind: 'roster'
      readonly members: readonly (Member & { readonly inTerm: boolean; readonly accounts: readonly string[] })[]
      readonly staff: readonly (Staff & { readonly onDuty: boolean; readonly accounts: readonly string[] })[]
      readonly divisions: readonly Divisions[]
      readonly claims: readonly Claim[]
    }
  | Refused<'not-staff'>

/** The roster as it is. For staff; at the machine also for anybody while no staff holds a post, as importing one is. */
export async function listRoster(records: Records, actor: Actor): Promise<Decision<RosterListTold>> {
  const [members, staff, divisions, accounts] = await Promise.all([
    records.list('members'),
    records.list('staff'),
    records.list('divisions'),
    records.list('accounts'),
  ])
  if (actor.role.kind !== 'staff' && !isFirstHere(actor, staff)) return tell({ kind: 'refused', why: 'not-staff' })
  const accountsOf = (kind: Person['kind'], id: string) =>
    accounts
      .filter(({ value: { holder } }) => holder?.kind === kind && holder.id === id)
      .map(({ value }) => value.account)
  return tell({
    kind: 'roster',
    members: members.map(({ value }) => ({
      ...value,
      inTerm: isInTerm(value, actor.today),
      accounts: accountsOf('member', value.id),
    })),
    staff: staff.map(({ value }) => ({
      ...value,
      onDuty: postsOn(value, actor.today).length > 0,
      accounts: accountsOf('staff', value.id),
    })),
    divisions: divisions.map(({ value }) => value),
    claims: accounts
      .filter(({ value }) => value.holder === null)
      .map(({ value: { account, claimed, since } }) => ({ account, claimed, since })),
  })
}

export type UndeliveredTold =
  | { readonly kind: 'undelivered'; readonly notices: readonly StuckNotice[] }
  | Refused<'not-staff'>

/** What has not been delivered to whom, and why. For staff. */
export async function listUndelivered(records: Records, actor: Actor): Promise<Decision<UndeliveredTold>> {
  if (actor.role.kind !== 'staff') return tell({ kind: 'refused', why: 'not-staff' })
  return tell({ kind: 'undelivered', notices: await listStuck(records, actor.at) })
}
