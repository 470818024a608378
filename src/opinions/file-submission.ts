import type { Change } from '../ports.ts'
import { isLive } from './answers.ts'
import type { Call } from './call.ts'
import { isLate } from './calls.ts'
import { type Actor, type Decision, tell } from './decision.ts'
import type { Draft } from './draft.ts'
import { cameBy, checkDraft, type Filing, findCall, findSender, takes, versionOf } from './filing.ts'
import { newNotice } from './notice.ts'
import { newQueueItem } from './queue-item.ts'
import { counterOf, receiptOf } from './receipt.ts'
import type { Found, Records } from './records.ts'
import { type FiledTold, refuse } from './refusal.ts'
import type { Submission, Submitter, Version, Vote } from './submission.ts'

/**
 * Files a draft as a new submission; `kept` is the record that it uses up. A member files for himself while his term
 * lasts, staff on behalf.
 */
export async function fileDraft(
  records: Records,
  actor: Actor,
  draft: Draft,
  kept: Found<Draft> | undefined,
  filing: Filing,
): Promise<Decision<FiledTold>> {
  const { call: id, none, onBehalf } = draft
  if (id === null) return refuse('incomplete')
  const sender = await findSender(records, actor, onBehalf?.member ?? null)
  if (typeof sender === 'string') return refuse(sender)
  const { submitter, seen } = sender
  const call = await findCall(records, id)
  if (!takes(call, id, submitter.member, actor.at)) return refuse('call-not-open')
  const wrong = checkDraft(draft, call?.value, filing)
  if (wrong !== null) return refuse(wrong)
  const earlier = none ? await findAnswer(records, submitter.member, id) : undefined
  if (earlier !== undefined) return tell({ kind: 'answered-already', receipt: earlier })
  return newSubmission(records, actor, filing, {
    submission: {
      call: id,
      kind: none ? 'none' : 'opinion',
      draft: draft.id,
      late: call !== undefined && isLate(call.value, actor.at),
      onBehalf: cameBy(onBehalf),
    },
    version: none ? noneVersion(draft.vote, call?.value) : versionOf(draft, call?.value),
    submitter,
    uses: kept === undefined ? [] : [{ kind: 'delete', key: kept.key }],
    expected: [seen, kept, call].filter((one) => one !== undefined),
  })
}

/**
 * Takes 「意見なし」 for a call, with a vote where the call asks for one. Who has answered the call already is told so.
 */
export async function fileNone(
  records: Records,
  actor: Actor,
  { call: id, vote, turn }: { readonly call: string; readonly vote: Vote | null; readonly turn: string },
  filing: Filing,
): Promise<Decision<FiledTold>> {
  const sender = await findSender(records, actor, null)
  if (typeof sender === 'string') return refuse(sender)
  const { submitter, seen } = sender
  const call = await records.find('calls', id)
  if (call === undefined || !takes(call, id, submitter.member, actor.at)) return refuse('call-not-open')
  const earlier = await findAnswer(records, submitter.member, id)
  if (earlier !== undefined) return tell({ kind: 'answered-already', receipt: earlier })
  if (call.value.approval && vote === null) return refuse('vote-missing')
  return newSubmission(records, actor, filing, {
    submission: { call: id, kind: 'none', draft: turn, late: isLate(call.value, actor.at), onBehalf: null },
    version: noneVersion(vote, call.value),
    submitter,
    // Put anew, so that of two answers at the same time one is decided again, and finds the other.
    uses: [records.put('members', submitter.member, seen.value)],
    expected: [seen, call],
  })
}

/** 「意見なし」 has no words. */
function noneVersion(vote: Vote | null, call: Call | undefined): New['version'] {
  return { text: '', items: [], subject: { kind: 'whole' }, vote: call?.approval ? vote : null, printName: false }
}

/** The receipt of a member's live submission to a call. */
async function findAnswer(records: Records, member: string, call: string): Promise<string | undefined> {
  for (const { value } of await records.list('submitters', { member })) {
    const submission = await records.find('submissions', value.receipt)
    if (submission?.value.call === call && isLive(submission.value)) return value.receipt
  }
  return undefined
}

type New = {
  readonly submission: Pick<Submission, 'call' | 'kind' | 'draft' | 'late' | 'onBehalf'>
  readonly version: Omit<Version, 'receipt' | 'version' | 'at'>
  readonly submitter: Omit<Submitter, 'receipt'>
  readonly uses: readonly Change[]
  readonly expected: Decision<FiledTold>['expected']
}

/** The receipt's number is taken by the commit that writes all of it, so the numbers have no holes. */
function newSubmission(
  records: Records,
  { at, today }: Actor,
  { prefix }: Filing,
  { submission, version, submitter, uses, expected }: New,
): Decision<FiledTold> {
  const counter = counterOf(today)
  const { call, kind, late, onBehalf } = submission
  return {
    counter,
    expected,
    effect: (number) => {
      const receipt = receiptOf(prefix, counter, number)
      const notice = newNotice(submitter.place, submitter.language, { kind: 'receipt', receipt }, at)
      return {
        changes: [
          ...uses,
          records.put('submissions', receipt, {
            ...submission,
            receipt,
            version: 1,
            stage: 'received',
            filed: at,
            withdrawn: null,
            erased: null,
          }),
          records.put('versions', `${receipt}.1`, { ...version, receipt, version: 1, at }),
          records.put('submitters', receipt, { ...submitter, receipt }),
          ...version.items.map((item, index) => {
            const queued = newQueueItem(receipt, call, index + 1, item)
            return records.put('items', queued.item, queued)
          }),
          // Who filed for himself sees it in the same exchange.
          ...(onBehalf === null ? [] : [records.put('outbox', `receipt/${receipt}`, notice)]),
        ],
        acts: [{ did: onBehalf === null ? 'filed' : 'filed-on-behalf', about: receipt, detail: { call, kind, late } }],
        told: [{ kind: 'receipt', receipt }],
      }
    },
  }
}
