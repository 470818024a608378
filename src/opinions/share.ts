import * as z from 'zod'
import type { Change } from '../ports.ts'
import { readAnnex } from './annex.ts'
import { standing } from './call.ts'
import { isLate, isOpen } from './calls.ts'
import { closingOf } from './change-call.ts'
import { Day, type Minute } from './day.ts'
import { type Actor, type Decision, type Refused, tell } from './decision.ts'
import { line } from './form-text.ts'
import { isReady, type Missing, readReadiness } from './readiness.ts'
import { counterOf, receiptOf } from './receipt.ts'
import type { Records } from './records.ts'
import { Names, type Release } from './release.ts'
import { ReleasedCall } from './releases.ts'
import { shareNotices } from './share-notices.ts'

/** 決裁日, 決裁番号 and 決裁者の職 of the city's own document system, and whether names are printed. */
export const Sharing = z.strictObject({
  call: ReleasedCall,
  decided: Day,
  number: line(100),
  post: line(100),
  names: Names,
})
export type Sharing = z.infer<typeof Sharing>

type OfCall<Why extends string> = Refused<Why> & { readonly call: string }

export type ShareTold =
  /** To `members` members from `from` on (milliseconds since 1970), and to `unreached` once they have an address; `closed`: this has ended the call. */
  | {
      readonly kind: 'annex-shared'
      readonly release: string
      readonly call: string
      readonly submissions: number
      readonly members: number
      readonly unreached: readonly string[]
      readonly closed: boolean
      readonly from: number
    }
  | Refused<'not-staff'>
  | OfCall<'unknown-call' | 'nothing-to-share'>
  | (OfCall<'already-shared'> & { readonly at: number })
  | (OfCall<'call-open'> & { readonly deadline: Minute | null })
  | (OfCall<'not-ready'> & Missing)
  | (Refused<'decided-later'> & { readonly decided: Day })

/**
 * Gives the whole annex of a call to the members at once (委員共有), and tells each of them; what is not ready is refused.
 * A call that is past its deadline is ended by it. Of the standing call it takes what was not given before. For staff.
 */
export async function share(
  records: Records,
  actor: Actor,
  { call: id, names, ...decree }: Sharing,
  prefix: string,
): Promise<Decision<ShareTold>> {
  if (actor.role.kind !== 'staff') return tell({ kind: 'refused', why: 'not-staff' })
  const call = id === standing ? undefined : await records.find('calls', id)
  if (call === undefined && id !== standing) return tell({ kind: 'refused', why: 'unknown-call', call: id })
  const before = call && (await records.find('releases', id))
  if (before !== undefined)
    return tell({ kind: 'refused', why: 'already-shared', call: id, at: before.value.shared.at })
  const stillOpen = call !== undefined && isOpen(call.value, actor.at)
  if (call !== undefined && stillOpen && (call.value.deadline === null || !isLate(call.value, actor.at)))
    return tell({ kind: 'refused', why: 'call-open', call: id, deadline: call.value.deadline })
  if (decree.decided > actor.today) return tell({ kind: 'refused', why: 'decided-later', decided: decree.decided })
  const readiness = await readReadiness(records, id, actor.today)
  if (readiness.receipts.length === 0) return tell({ kind: 'refused', why: 'nothing-to-share', call: id })
  if (!isReady(readiness.missing)) return tell({ kind: 'refused', why: 'not-ready', call: id, ...readiness.missing })

  const annex = await readAnnex(records, id, names, new Set(readiness.receipts))
  const opinions = annex.blocks.flatMap((block) => block.opinions)
  const receipts = opinions.map(({ receipt }) => receipt)
  const letters = opinions.flatMap(({ receipt, speaker }) =>
    speaker?.kind === 'letter' ? [[receipt, speaker.letter] as const] : [],
  )
  const { at } = actor
  const key = records.key('releases', id === standing ? await nextStanding(records) : id)
  const release: Release = {
    ...{ id: key.id, call: id, names, receipts },
    ...(names === 'letters' ? { letters: Object.fromEntries(letters) } : {}),
    shared: { ...decree, by: actor.role.staff.id, at },
    published: null,
  }
  const submissions = await findAll(records, receipts)
  const notices = await shareNotices(records, release, call?.value.asked ?? [], actor)
  const closing = call !== undefined && stillOpen ? await closingOf(records, call, at) : null
  const { decided, number, post } = decree
  return {
    counter: null,
    expected: [
      { key, version: 0 },
      await nextReceipt(records, actor.today, prefix),
      ...readiness.expected,
      ...notices.expected,
      ...(closing?.expected ?? (call === undefined ? [] : [call])),
    ],
    effect: () => ({
      changes: [
        records.put('releases', key.id, release),
        ...submissions.map(
          ({ value }): Change => records.put('submissions', value.receipt, { ...value, stage: 'answered' }),
        ),
        ...notices.changes,
        ...(closing?.changes ?? []),
      ],
      acts: [
        ...(closing === null ? [] : [closing.act]),
        { did: 'annex-shared', about: key.id, detail: { decided, number, post, names, submissions: receipts.length } },
      ],
      told: [
        {
          ...{ kind: 'annex-shared', release: key.id, call: id, submissions: receipts.length },
          ...{ members: notices.members, unreached: notices.unreached, closed: closing !== null, from: notices.from },
        },
      ],
    }),
  }
}

async function findAll(records: Records, receipts: readonly string[]) {
  const found = await Promise.all(receipts.map((receipt) => records.find('submissions', receipt)))
  return found.filter((one) => one !== undefined)
}

async function nextStanding(records: Records): Promise<string> {
  const before = await records.list('releases', { call: standing })
  const numbers = before.map(({ value }) => Number(value.id.slice(`${standing}-`.length)))
  return `${standing}-${Math.max(0, ...numbers) + 1}`
}

/** The receipt that is given next, not there yet: what is filed meanwhile has the sharing decided again. */
async function nextReceipt(records: Records, today: Day, prefix: string) {
  const counter = counterOf(today)
  const given = (await records.list('submissions')).filter(({ value }) =>
    value.receipt.startsWith(`${prefix}${counter}-`),
  )
  const last = given.reduce(
    (most, { value }) => Math.max(most, Number(value.receipt.slice(`${prefix}${counter}-`.length))),
    0,
  )
  const next = receiptOf(prefix, counter, last + 1)
  return { key: records.key('submissions', next), version: 0 }
}
