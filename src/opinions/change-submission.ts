import { isLive } from './answers.ts'
import { type Actor, type Decision, decide } from './decision.ts'
import type { Draft } from './draft.ts'
import { checkDraft, type Filing, findCall, versionOf } from './filing.ts'
import { freeFollowers } from './followers.ts'
import { listNumbered } from './numbered.ts'
import type { Found, Records } from './records.ts'
import { type FiledTold, refuse } from './refusal.ts'
import { listReleasesOf, withoutReceipts } from './releases.ts'
import { renumberItems } from './renumber-items.ts'
import type { Submission, Submitter, Version } from './submission.ts'
import { mayEdit, mayWithdraw } from './submission-state.ts'

export type Own = { readonly submission: Found<Submission>; readonly submitter: Found<Submitter> }

/**
 * A submission that is the actor's to change: a member's own, for staff what was filed on behalf. Somebody else's is not
 * found, as one that was never made.
 */
export async function findOwn(records: Records, { role }: Actor, receipt: string): Promise<Own | undefined> {
  const [submission, submitter] = await Promise.all([
    records.find('submissions', receipt),
    records.find('submitters', receipt),
  ])
  if (submission === undefined || submitter === undefined) return undefined
  const own =
    (role.kind === 'member' && submitter.value.member === role.member.id) ||
    (role.kind === 'staff' && submission.value.onBehalf !== null)
  return own ? { submission, submitter } : undefined
}

/** Files a draft as a new version of the submission that it edits; every version is kept. `kept` is what it uses up. */
export async function fileEdit(
  records: Records,
  actor: Actor,
  draft: Draft,
  kept: Found<Draft> | undefined,
  filing: Filing,
): Promise<Decision<FiledTold>> {
  const { edits } = draft
  if (edits === null) return refuse('incomplete')
  const own = await findOwn(records, actor, edits.receipt)
  if (own === undefined) return refuse('unknown-receipt')
  if (actor.role.kind === 'member' && !actor.role.inTerm) return refuse('term-ended')
  const { submission } = own
  const { receipt } = submission.value
  const call = await findCall(records, submission.value.call)
  if (submission.value.withdrawn !== null) return refuse('withdrawn-before')
  if (!mayEdit(submission.value, call?.value, actor.at)) return refuse('edit-over')
  if (submission.value.version !== edits.version) return refuse('changed-meanwhile')
  const wrong = checkDraft(draft, call?.value, filing)
  if (wrong !== null) return refuse(wrong)
  const before = await records.find('versions', `${receipt}.${edits.version}`)
  const version = edits.version + 1
  const next: Version = { ...versionOf(draft, call?.value), receipt, version, at: actor.at }
  const unchanged = { ...before?.value, version, at: actor.at }
  if (JSON.stringify(next) === JSON.stringify({ ...next, ...unchanged })) return refuse('unchanged')
  const items = await listNumbered(records, 'items', receipt)
  const renumbered = renumberItems(
    items.map(({ value }) => value),
    before?.value ?? { text: '' },
    next,
  )
  const freed = await freeFollowers(
    records,
    submission.value.call,
    renumbered.filter(({ gone }) => gone !== null),
  )
  const free = new Set(freed.acts.map(({ about }) => about))
  return decide(
    [kept, submission, call, ...items, ...freed.expected].filter((one) => one !== undefined),
    {
      changes: [
        ...(kept === undefined ? [] : [{ kind: 'delete', key: kept.key } as const]),
        records.put('submissions', receipt, { ...submission.value, version }),
        records.put('versions', `${receipt}.${version}`, next),
        ...freed.changes,
        ...renumbered.map((item) =>
          records.put('items', item.item, free.has(item.item) ? { ...item, disposition: null } : item),
        ),
      ],
      acts: [{ did: 'edited', about: receipt, detail: { version } }, ...freed.acts],
      told: [{ kind: 'edited', receipt }],
    },
  )
}

/** Takes a submission back, until it is published; its words are kept, and it is answered by nobody. */
export async function withdraw(records: Records, actor: Actor, receipt: string): Promise<Decision<FiledTold>> {
  const own = await findOwn(records, actor, receipt)
  if (own === undefined) return refuse('unknown-receipt')
  const { submission } = own
  const told: FiledTold = { kind: 'withdrawn', receipt }
  if (submission.value.withdrawn !== null) return decide([], { changes: [], acts: [], told: [told] })
  if (!mayWithdraw(submission.value)) return refuse('withdraw-over')
  const released = await listReleasesOf(records, receipt)
  const items = await listNumbered(records, 'items', receipt)
  const freed = await freeFollowers(
    records,
    submission.value.call,
    items.map(({ value }) => value),
  )
  return decide([submission, ...released, ...items, ...freed.expected], {
    changes: [
      records.put('submissions', receipt, { ...submission.value, withdrawn: actor.at }),
      ...released.map(({ value }) => records.put('releases', value.id, withoutReceipts(value, new Set([receipt])))),
      ...freed.changes,
    ],
    acts: [{ did: 'withdrawn', about: receipt }, ...freed.acts],
    told: [told],
  })
}

/** Takes a member's reply to a question back. It is an addition: the submission's own words stay as they are. */
export async function reply(
  records: Records,
  actor: Actor,
  { receipt, number, text }: { readonly receipt: string; readonly number: number; readonly text: string },
): Promise<Decision<FiledTold>> {
  const own = await findOwn(records, actor, receipt)
  const question = await records.find('questions', `${receipt}.${number}`)
  if (own === undefined || question === undefined) return refuse('unknown-receipt')
  if (text.trim() === '') return refuse('incomplete')
  if (question.value.reply !== null || !isLive(own.submission.value)) return refuse('no-question')
  return decide([question, own.submission], {
    changes: [records.put('questions', `${receipt}.${number}`, { ...question.value, reply: { text, at: actor.at } })],
    acts: [{ did: 'replied', about: receipt, detail: { number } }],
    told: [{ kind: 'replied', receipt, number }],
  })
}

/** The oldest question back that waits for this member's reply. */
export async function findOpenQuestion(records: Records, { role }: Actor) {
  if (role.kind !== 'member') return undefined
  for (const { value } of await records.list('questions', { reply: null })) {
    const submitter = await records.find('submitters', value.receipt)
    const submission = await records.find('submissions', value.receipt)
    if (submitter?.value.member !== role.member.id || submission === undefined) continue
    if (isLive(submission.value)) return value
  }
  return undefined
}
