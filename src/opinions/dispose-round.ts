import * as z from 'zod'
import { type Actor, type Decision, decide, tell } from './decision.ts'
import { type ErasureRefusal, findWaiting, type Requested, secondHand } from './erase-by-two.ts'
import { line, prose } from './form-text.ts'
import { listNotices } from './list-notices.ts'
import type { Found, Records } from './records.ts'
import { type ExpiredRound, listExpired } from './retention.ts'
import { translationsOf } from './translation.ts'

/** The reason is kept. `confirmed`: it is to be done, if another of the staff has asked for it; else who did is only shown. */
export const Disposal = z.strictObject({ call: line(50), reason: prose(500), confirmed: z.boolean().default(false) })
export type Disposal = z.infer<typeof Disposal>

/** A round that is past its retention, and who has asked for its disposal. */
type Listed = ExpiredRound & { readonly requested: Requested | null }

export type RetentionTold =
  | { readonly kind: 'expired'; readonly view: true; readonly years: number | null; readonly rounds: readonly Listed[] }
  /** `until` is milliseconds since 1970. */
  | { readonly kind: 'disposal-requested'; readonly call: string; readonly receipts: number; readonly until: number }
  | ({ readonly kind: 'disposal-waits'; readonly call: string; readonly receipts: number } & Requested)
  | { readonly kind: 'disposed'; readonly call: string; readonly receipts: number }
  | ErasureRefusal
  /** It does not exist, is not closed, not published, or has to be kept longer. */
  | { readonly kind: 'refused'; readonly why: 'not-expired'; readonly call: string }

/** The rounds that need not be kept any longer. For staff. */
export async function listRetention(
  records: Records,
  actor: Actor,
  years: number | null,
): Promise<Decision<RetentionTold>> {
  if (actor.role.kind !== 'staff') return tell({ kind: 'refused', why: 'not-staff' })
  const rounds = await listExpired(records, years, actor.today)
  const listed = await Promise.all(
    rounds.map(async (round): Promise<Listed> => {
      const erasure = await records.find('erasures', disposalId(round.call))
      return { ...round, requested: erasure === undefined ? null : findWaiting(erasure.value, actor.at) }
    }),
  )
  return tell({ kind: 'expired', view: true, years, rounds: listed })
}

/**
 * Takes a round that is past its retention off the disk: the call, what was filed to it by whom, items, responses, inquiries
 * and its annex. Receipts stay in the audit log, and who disposed of it and why. By two of the staff, never by itself.
 */
export async function disposeRound(
  records: Records,
  actor: Actor,
  { call, reason, confirmed }: Disposal,
  years: number | null,
): Promise<Decision<RetentionTold>> {
  if (actor.role.kind !== 'staff') return tell({ kind: 'refused', why: 'not-staff' })
  const by = actor.role.staff.id
  const expired = await listExpired(records, years, actor.today)
  if (!expired.some((round) => round.call === call)) return tell({ kind: 'refused', why: 'not-expired', call })
  const { receipts, gone } = await listRound(records, call)
  const hand = await secondHand(records, disposalId(call), { by, at: actor.at, reason, confirmed })
  const counts = { call, receipts: receipts.size }
  switch (hand.step) {
    case 'refuse':
      return tell(hand.refusal)
    case 'show':
      return tell({ kind: 'disposal-waits', ...counts, ...hand.requested })
    case 'request':
      return decide(hand.expected, {
        changes: hand.changes,
        acts: [{ did: 'disposal-requested', about: call, detail: { by } }],
        told: [{ kind: 'disposal-requested', ...counts, until: hand.until }],
      })
    case 'perform':
      return decide([...gone, ...hand.expected], {
        changes: [...gone.map(({ key }) => ({ kind: 'erase', key }) as const), ...hand.changes],
        acts: [{ did: 'disposed', about: call, detail: { requested: hand.requestedBy, by, receipts: receipts.size } }],
        told: [{ kind: 'disposed', ...counts }],
      })
  }
}

/** The record of a disposal; no receipt and no member's id looks like it. */
function disposalId(call: string): string {
  return `calls/${call}`
}

/** All records of a round. */
async function listRound(records: Records, call: string) {
  const submissions = await records.list('submissions', { call })
  const receipts = new Set(submissions.map(({ value }) => value.receipt))
  const ofReceipts = async (collection: 'versions' | 'submitters' | 'questions' | 'responses' | 'notes' | 'proofs') =>
    ((await records.list(collection)) as readonly Found<{ readonly receipt: string }>[]).filter(({ value }) =>
      receipts.has(value.receipt),
    )
  const parts: readonly (readonly Found<unknown>[])[] = await Promise.all([
    ...(['versions', 'submitters', 'questions', 'responses', 'notes', 'proofs'] as const).map(ofReceipts),
    records.list('items', { call }),
    records.list('inquiries', { call }),
    records.list('releases', { call }),
    translationsOf(records, receipts),
    records.list('reminders', { call }),
    listNotices(
      records,
      (news) => ('receipt' in news && receipts.has(news.receipt)) || ('call' in news && news.call === call),
    ),
  ])
  const found = await records.find('calls', call)
  return { receipts, gone: [...submissions, ...parts.flat(), ...(found === undefined ? [] : [found])] }
}
