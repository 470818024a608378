import * as z from 'zod'
import { type Actor, type Decision, decide, tell } from './decision.ts'
import { type ErasureWaits, erasureOf } from './erase.ts'
import { type ErasureRefusal, secondHand } from './erase-by-two.ts'
import { memberErasureId } from './erasure.ts'
import { line, prose } from './form-text.ts'
import { listNotices } from './list-notices.ts'
import { listAccountsOf } from './read-roster.ts'
import type { Found, Records } from './records.ts'

/** `member` is an id; the rest is as in the erasure of a submission. */
export const MemberErasure = z.strictObject({
  member: line(200),
  reason: prose(500),
  confirmed: z.boolean().default(false),
})
export type MemberErasure = z.infer<typeof MemberErasure>

export type EraseMemberTold =
  | {
      readonly kind: 'member-erasure-requested'
      readonly member: string
      readonly receipts: readonly string[]
      readonly until: number
    }
  | ErasureWaits
  | { readonly kind: 'member-erased'; readonly member: string; readonly receipts: readonly string[] }
  | ErasureRefusal
  | { readonly kind: 'refused'; readonly why: 'unknown-member'; readonly member: string }

/**
 * Takes a member off the disk: his submissions, his accounts and his entry in the roster. Open calls ask him no longer; in
 * closed ones, among those reminded and in the record of the erasure, his id stays. By two of the staff.
 */
export async function eraseMember(
  records: Records,
  actor: Actor,
  { member, reason, confirmed }: MemberErasure,
): Promise<Decision<EraseMemberTold>> {
  if (actor.role.kind !== 'staff') return tell({ kind: 'refused', why: 'not-staff' })
  const by = actor.role.staff.id
  const entry = await records.find('members', member)
  const submitters = await records.list('submitters', { member })
  // What was filed while he was erased still has to go, by another erasure.
  if (entry === undefined && submitters.length === 0) return tell({ kind: 'refused', why: 'unknown-member', member })
  const found = await Promise.all(submitters.map(({ value }) => records.find('submissions', value.receipt)))
  const submissions = found.filter((one) => one !== undefined)
  const receipts = submissions.map(({ value }) => value.receipt)
  const entries = entry === undefined ? [] : [entry]
  const hand = await secondHand(records, memberErasureId(member), { by, at: actor.at, reason, confirmed })
  switch (hand.step) {
    case 'refuse':
      return tell(hand.refusal)
    case 'show':
      return tell({ kind: 'erasure-waits', member, receipts, ...hand.requested })
    case 'request':
      return decide([...entries, ...hand.expected], {
        changes: hand.changes,
        acts: [{ did: 'member-erasure-requested', about: 'roster', detail: { by } }],
        told: [{ kind: 'member-erasure-requested', member, receipts, until: hand.until }],
      })
    case 'perform': {
      const erasure = await erasureOf(records, submissions, actor.at)
      const own = [...entries, ...(await listOwn(records, member))]
      const calls = await listOpenCallsTo(records, member)
      return decide([...erasure.expected, ...own, ...calls, ...hand.expected], {
        changes: [
          ...erasure.changes,
          ...own.map(({ key }) => ({ kind: 'erase', key }) as const),
          ...calls.map(({ value }) =>
            records.put('calls', value.id, { ...value, asked: value.asked.filter((id) => id !== member) }),
          ),
          ...hand.changes,
        ],
        acts: [{ did: 'member-erased', about: 'roster', detail: { requested: hand.requestedBy, by } }, ...erasure.acts],
        told: [{ kind: 'member-erased', member, receipts }],
      })
    }
  }
}

/** A member's accounts, and the notices to him by name or for one of his accounts. */
async function listOwn(records: Records, member: string): Promise<readonly Found<unknown>[]> {
  const accounts = await listAccountsOf(records, { kind: 'member', id: member })
  const names = new Set(accounts.map(({ value }) => value.account))
  const notices = await listNotices(records, (news) => {
    if ('member' in news) return news.member === member
    return news.kind === 'account-confirmed' && names.has(news.account)
  })
  return [...accounts, ...notices]
}

async function listOpenCallsTo(records: Records, member: string) {
  const calls = await records.list('calls', { closed: null })
  return calls.filter(({ value }) => value.asked.includes(member))
}
