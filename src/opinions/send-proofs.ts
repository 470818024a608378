import * as z from 'zod'
import type { Change } from '../ports.ts'
import { type AsPrinted, listAsPrinted, shownParts } from './as-printed.ts'
import { type Calendar, type ClosedDay, refuseClosedDay } from './calendar.ts'
import { standing } from './call.ts'
import { Day } from './day.ts'
import { type Actor, type Decision, decide, type Refused, tell } from './decision.ts'
import { newNotice } from './notice.ts'
import { withinHours } from './notice-hours.ts'
import { proofStateOf } from './proof.ts'
import type { Found, Records } from './records.ts'
import { isUnreleased, ReleasedCall } from './releases.ts'

/** Whose words are to be looked over, until when; without receipts, all of the call that are not settled yet. */
export const ProofRound = z.strictObject({
  call: ReleasedCall,
  until: Day,
  receipts: z.array(z.string().min(1).max(50)).max(1000),
})
export type ProofRound = z.infer<typeof ProofRound>

export type SendProofsTold =
  /** They go out `from` (milliseconds since 1970); `settled` were left out: agreed to, or still waited for. */
  | {
      readonly kind: 'proofs-sent'
      readonly call: string
      readonly receipts: readonly string[]
      readonly settled: readonly string[]
      readonly until: Day
      readonly from: number
    }
  | Refused<'not-staff'>
  | (Refused<'unknown-call'> & { readonly call: string })
  | (Refused<'already-shared'> & { readonly call: string; readonly at: number })
  | (Refused<'not-to-check'> & { readonly receipts: readonly string[] })
  | (Refused<'nothing-to-check'> & { readonly call: string; readonly settled: readonly string[] })
  | (Refused<'until-past'> & { readonly until: Day })
  | ClosedDay

/** Sends members their words as they will be printed (文面の確認). For staff. */
export async function sendProofs(
  records: Records,
  actor: Actor,
  { call, until, receipts }: ProofRound,
  calendar: Calendar,
): Promise<Decision<SendProofsTold>> {
  if (actor.role.kind !== 'staff') return tell({ kind: 'refused', why: 'not-staff' })
  const known = call === standing || (await records.find('calls', call)) !== undefined
  if (!known) return tell({ kind: 'refused', why: 'unknown-call', call })
  const released = await records.find('releases', call)
  if (released !== undefined)
    return tell({ kind: 'refused', why: 'already-shared', call, at: released.value.shared.at })
  if (until < actor.today) return tell({ kind: 'refused', why: 'until-past', until })
  const closed = refuseClosedDay(until, calendar)
  if (closed !== null) return tell(closed)

  const printed = await listAsPrinted(records, call, isUnreleased)
  const byReceipt = new Map(printed.map((one) => [one.submission.value.receipt, one]))
  const unknown = receipts.filter((receipt) => !byReceipt.has(receipt))
  if (unknown.length > 0) return tell({ kind: 'refused', why: 'not-to-check', receipts: unknown })
  const named = new Set(receipts)
  const meant = printed.filter(({ submission }) => named.size === 0 || named.has(submission.value.receipt))
  const checks = await Promise.all(meant.map(async (one) => await readCheck(records, one, actor.today)))
  const sent = checks.filter(({ state }) => named.size > 0 || (state !== 'agreed' && state !== 'waiting'))
  const settled = checks.filter((one) => !sent.includes(one)).map(({ receipt }) => receipt)
  if (sent.length === 0) return tell({ kind: 'refused', why: 'nothing-to-check', call, settled })

  const { at, role } = actor
  const from = withinHours(at)
  const by = role.staff.id
  return decide(
    sent.flatMap(({ expected }) => expected),
    {
      changes: sent.flatMap(({ receipt, words, submitter }): readonly Change[] => {
        const { version } = words.submission.value
        const parts = shownParts(words)
        const news = { kind: 'proof', receipt } as const
        return [
          records.put('proofs', receipt, { receipt, version, parts, until, by, at, answer: null }),
          ...(submitter === undefined
            ? []
            : [
                records.put(
                  'outbox',
                  `proof/${receipt}/${at}`,
                  newNotice(submitter.value.place, submitter.value.language, news, from),
                ),
              ]),
        ]
      }),
      acts: [{ did: 'proofs-sent', about: call, detail: { until, receipts: sent.map(({ receipt }) => receipt) } }],
      told: [{ kind: 'proofs-sent', call, receipts: sent.map(({ receipt }) => receipt), settled, until, from }],
    },
  )
}

async function readCheck(records: Records, words: AsPrinted, today: Day) {
  const { receipt } = words.submission.value
  const [proof, submitter] = await Promise.all([records.find('proofs', receipt), records.find('submitters', receipt)])
  const expected: readonly Pick<Found<unknown>, 'key' | 'version'>[] = [
    words.submission,
    ...words.items,
    proof ?? { key: records.key('proofs', receipt), version: 0 },
    ...(submitter === undefined ? [] : [submitter]),
  ]
  return { receipt, words, submitter, expected, state: proofStateOf(proof?.value, shownParts(words), today) }
}
