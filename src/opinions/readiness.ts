import type { Conditions } from '../ports.ts'
import { leadOf } from './annex.ts'
import { isLive } from './answers.ts'
import { type AsPrinted, listAsPrinted, shownParts } from './as-printed.ts'
import type { Day } from './day.ts'
import { type Proof, type ProofState, proofStateOf } from './proof.ts'
import type { QueueItem } from './queue-item.ts'
import { isUnfinished } from './queue-step.ts'
import type { Found, Records } from './records.ts'
import { isReleased, isUnreleased } from './releases.ts'

/** How a submission's text check stands; `answer` is what its member said of the words that will be printed. */
type Checked = {
  readonly receipt: string
  readonly state: ProofState
  readonly until: Day | null
  readonly answer: Proof['answer']
}

/** What keeps a call's annex from being given to the members, by items and receipts. */
export type Missing = {
  /** Items, or a receipt without any, for which something is still to be done. */
  readonly open: readonly string[]
  /** Items whose response was written for an earlier wording. */
  readonly outdated: readonly string[]
  /** Submissions that would be printed in other words than their members wrote or were shown. */
  readonly unseen: readonly string[]
  /** Text checks that wait for an answer until a day. */
  readonly waiting: readonly { readonly receipt: string; readonly until: Day }[]
  /** Corrections that nothing has been done about. */
  readonly corrections: readonly string[]
}

/** The opinions of a call that have not been given to the members yet, and how far they are. */
export type Readiness = {
  readonly receipts: readonly string[]
  readonly missing: Missing
  readonly checks: readonly Checked[]
  /** The records that say so. */
  readonly expected: NonNullable<Conditions['expected']>
}

export function isReady({ open, outdated, unseen, waiting, corrections }: Missing): boolean {
  return open.length + outdated.length + unseen.length + waiting.length + corrections.length === 0
}

/** Reads how far a call's opinions are on a day. */
export async function readReadiness(records: Records, call: string, today: Day): Promise<Readiness> {
  const printed = await listAsPrinted(records, call, isUnreleased)
  const receipts = printed.map(({ submission }) => submission.value.receipt)
  const proofs = await Promise.all(receipts.map((receipt) => records.find('proofs', receipt)))
  const checks = printed.map((words, at) => checkedOf(words, proofs[at]?.value, today))
  const live = printed.flatMap(({ items }) => items.filter(({ value }) => value.gone === null))
  const leads = await readLeads(records, live, new Set(receipts))
  // A draft of its own counts for nothing where none is needed, or another's answers.
  const hasOwn = ({ value }: Found<QueueItem>) => value.disposition === null || value.disposition.kind === 'answer'
  return {
    receipts,
    checks,
    missing: {
      open: [
        ...printed.filter(({ parts }) => parts.length === 0).map(({ submission }) => submission.value.receipt),
        ...live.filter(({ value }) => isOpen(value, leads.finished)).map(({ value }) => value.item),
      ],
      outdated: live.filter((one) => hasOwn(one) && one.value.outdated).map(({ value }) => value.item),
      unseen: printed.flatMap(({ submission, parts }, at) =>
        parts.some(({ text, written }) => text !== written) && isUnseen(checks[at]?.state)
          ? [submission.value.receipt]
          : [],
      ),
      waiting: checks.flatMap(({ receipt, state, until }) =>
        state === 'waiting' && until !== null ? [{ receipt, until }] : [],
      ),
      corrections: checks.filter(({ state }) => state === 'correction').map(({ receipt }) => receipt),
    },
    expected: [
      ...printed.flatMap(({ submission, items }) => [submission, ...items]),
      ...receipts.map((receipt, at) => proofs[at] ?? { key: records.key('proofs', receipt), version: 0 }),
      ...leads.seen,
    ],
  }
}

function checkedOf(words: AsPrinted, proof: Proof | undefined, today: Day): Checked {
  const { receipt } = words.submission.value
  const state = proofStateOf(proof, shownParts(words), today)
  const counts = proof !== undefined && state !== 'outdated'
  return { receipt, state, until: counts ? proof.until : null, answer: counts ? proof.answer : null }
}

function isUnseen(state: ProofState | undefined): boolean {
  return state === undefined || state === 'none' || state === 'outdated'
}

function isOpen(item: QueueItem, finishedLeads: ReadonlySet<string>): boolean {
  if (item.disposition === null || isUnfinished(item)) return true
  return item.disposition.kind === 'with' && !finishedLeads.has(leadOf(item))
}

/**
 * The items whose responses others share. Such a response counts where it is finished and its own submission stands, and is
 * given to the members now or was before.
 */
async function readLeads(records: Records, items: readonly Found<QueueItem>[], now: ReadonlySet<string>) {
  const ids = [
    ...new Set(items.filter(({ value }) => value.disposition?.kind === 'with').map(({ value }) => leadOf(value))),
  ]
  const finished = new Set<string>()
  const seen: Found<unknown>[] = []
  for (const id of ids) {
    const lead = await records.find('items', id)
    const submission = lead && (await records.find('submissions', lead.value.receipt))
    if (lead === undefined || submission === undefined) continue
    seen.push(lead, submission)
    const { gone, disposition, outdated } = lead.value
    const { receipt } = submission.value
    const isGiven = now.has(receipt) || isReleased(submission.value)
    const answers = gone === null && disposition?.kind === 'answer' && !outdated && !isUnfinished(lead.value)
    if (isGiven && answers && isLive(submission.value)) finished.add(id)
  }
  return { finished, seen }
}
