import * as z from 'zod'
import type { Change } from '../ports.ts'
import { type Actor, type Decision, decide, tell } from './decision.ts'
import { type ErasureRefusal, type Requested, secondHand } from './erase-by-two.ts'
import { freeFollowers } from './followers.ts'
import { prose } from './form-text.ts'
import type { HandedOn } from './hand-on-response.ts'
import { listNotices } from './list-notices.ts'
import type { Found, Records } from './records.ts'
import { withoutReceipts } from './releases.ts'
import type { Submission } from './submission.ts'
import { translationsOf } from './translation.ts'

/**
 * The reason is kept; it says why and repeats nothing of what is erased. `confirmed`: it is to be done, if another of the
 * staff has asked for it; else who did is only shown.
 */
export const SubmissionErasure = z.strictObject({
  receipt: z.string().min(1).max(50),
  reason: prose(500),
  confirmed: z.boolean().default(false),
})
export type SubmissionErasure = z.infer<typeof SubmissionErasure>

/** Another of the staff has asked for it, and it has not been done; `member` is null where it is of one submission. */
export type ErasureWaits = Requested & {
  readonly kind: 'erasure-waits'
  readonly member: string | null
  readonly receipts: readonly string[]
}

export type EraseSubmissionTold =
  /** It lapses at `until` (milliseconds since 1970). */
  | { readonly kind: 'erasure-requested'; readonly receipt: string; readonly until: number }
  | ErasureWaits
  | { readonly kind: 'erased'; readonly receipt: string }
  | ErasureRefusal
  | { readonly kind: 'refused'; readonly why: 'unknown-receipt'; readonly receipt: string }
  | { readonly kind: 'refused'; readonly why: 'already-erased'; readonly receipt: string; readonly erased: number }

/**
 * Takes a submission's words, who sent them and all questions about it off the disk, also where they were published: answers
 * are given from them no longer, what stands on a web site stays there. Its receipt stays. The first call asks
 * for it; the same by another of the staff shows who asked, and does it once that is confirmed.
 */
export async function eraseSubmission(
  records: Records,
  actor: Actor,
  { receipt, reason, confirmed }: SubmissionErasure,
): Promise<Decision<EraseSubmissionTold>> {
  if (actor.role.kind !== 'staff') return tell({ kind: 'refused', why: 'not-staff' })
  const by = actor.role.staff.id
  const submission = await records.find('submissions', receipt)
  if (submission === undefined) return tell({ kind: 'refused', why: 'unknown-receipt', receipt })
  const { erased } = submission.value
  if (erased !== null) return tell({ kind: 'refused', why: 'already-erased', receipt, erased })
  const hand = await secondHand(records, receipt, { by, at: actor.at, reason, confirmed })
  switch (hand.step) {
    case 'refuse':
      return tell(hand.refusal)
    case 'show':
      return tell({ kind: 'erasure-waits', member: null, receipts: [receipt], ...hand.requested })
    case 'request':
      return decide([submission, ...hand.expected], {
        changes: hand.changes,
        acts: [{ did: 'erasure-requested', about: receipt, detail: { by } }],
        told: [{ kind: 'erasure-requested', receipt, until: hand.until }],
      })
    case 'perform': {
      const erasure = await erasureOf(records, [submission], actor.at)
      return decide([...erasure.expected, ...hand.expected], {
        changes: [...erasure.changes, ...hand.changes],
        acts: [{ did: 'erased', about: receipt, detail: { requested: hand.requestedBy, by } }, ...erasure.acts],
        told: [{ kind: 'erased', receipt }],
      })
    }
  }
}

/**
 * What takes submissions off the disk, and the records that it rests on. Others that shared their responses are to be answered
 * anew; where they were given to the members with them, they keep what they were answered.
 */
export async function erasureOf(
  records: Records,
  submissions: readonly Found<Submission>[],
  at: number,
): Promise<HandedOn> {
  const receipts = new Set(submissions.map(({ value }) => value.receipt))
  const words = await Promise.all([...receipts].map((receipt) => listWords(records, receipt)))
  const gone = [...words.flatMap((one) => one.gone), ...(await translationsOf(records, receipts))]
  const items = words.flatMap((one) => one.items)
  const freed = await Promise.all(
    [...Map.groupBy(items, ({ value }) => value.call)].map(([call, those]) =>
      freeFollowers(
        records,
        call,
        those.map(({ value }) => value),
      ),
    ),
  )
  const releases = await records.list('releases')
  const released = releases.filter(({ value }) => value.receipts.some((receipt) => receipts.has(receipt)))
  return {
    changes: [
      ...gone.map(({ key }) => ({ kind: 'erase', key }) as const),
      ...submissions.flatMap((submission) => marked(records, submission, at)),
      ...released.map(({ value }) => records.put('releases', value.id, withoutReceipts(value, receipts))),
      ...freed.flatMap(({ changes }) => changes),
    ],
    expected: [
      ...submissions,
      ...gone,
      ...released,
      ...freed.flatMap(({ expected }) => expected),
      ...words.map(({ next }) => next),
    ],
    acts: freed.flatMap(({ acts }) => acts),
  }
}

/** All that has words of a submission's, or says whose it is; `next` is the question back that there is not yet. */
async function listWords(records: Records, receipt: string) {
  const [versions, questions, items, responses, notes, proof, submitter, notices] = await Promise.all([
    records.list('versions', { receipt }),
    records.list('questions', { receipt }),
    records.list('items', { receipt }),
    records.list('responses', { receipt }),
    records.list('notes', { receipt }),
    records.find('proofs', receipt),
    records.find('submitters', receipt),
    listNotices(records, (news) => 'receipt' in news && news.receipt === receipt),
  ])
  const single = [proof, submitter].filter((one) => one !== undefined)
  return {
    items,
    gone: [...versions, ...questions, ...items, ...responses, ...notes, ...single, ...notices],
    next: { key: records.key('questions', `${receipt}.${questions.length + 1}`), version: 0 },
  }
}

/** A short text can be guessed from the original's hash, so the hash and the versions of the record that hold it go too. */
function marked(records: Records, { key, value }: Found<Submission>, at: number): readonly Change[] {
  const { receipt, onBehalf } = value
  const put = records.put('submissions', receipt, {
    ...value,
    erased: at,
    onBehalf: onBehalf && { ...onBehalf, original: null },
  })
  return onBehalf === null || onBehalf.original === null ? [put] : [{ kind: 'erase', key }, put]
}
