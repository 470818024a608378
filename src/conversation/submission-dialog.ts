import { answersTo } from '../opinions/answers.ts'
import { findOwn, type Own, reply, withdraw } from '../opinions/change-submission.ts'
import { type Draft, newDraft } from '../opinions/draft.ts'
import { fileNone } from '../opinions/file-submission.ts'
import { findCall, openCalls } from '../opinions/filing.ts'
import { isReleased } from '../opinions/releases.ts'
import { type QuestionBack, Vote } from '../opinions/submission.ts'
import { mayEdit, mayWithdraw } from '../opinions/submission-state.ts'
import { beginDraft, waiting } from './draft-dialog.ts'
import { askWhatToEdit } from './draft-words.ts'
import { carryOut, type Decided, type Scene, say } from './scene.ts'
import type { Action } from './turn.ts'

/** Shows a submission of the person's own with what can be done with it; a member's search for another's finds nothing. */
export async function showSubmission(scene: Scene, receipt: string): Promise<Decided> {
  const { records, actor } = scene
  const own = await findOwn(records, actor, receipt)
  // Staff read every submission; they change what they have filed on behalf.
  if (own === undefined && actor.role.kind === 'staff' && (await records.find('submissions', receipt)) !== undefined)
    return say(scene, [{ kind: 'submission', receipt }])
  if (own === undefined) return say(scene, [{ kind: 'refused', why: 'unknown-receipt' }])
  const submission = own.submission.value
  const call = await findCall(records, submission.call)
  const choices: readonly (Action | false)[] = [
    mayEdit(submission, call?.value, actor.at) && { name: 'edit-filed', about: receipt },
    mayWithdraw(submission) && { name: 'withdraw', about: receipt },
    actor.role.kind === 'member' && isReleased(submission) && { name: 'ask-secretariat', about: receipt },
  ]
  return say(
    scene,
    [{ kind: 'submission', receipt }],
    choices.filter((choice) => choice !== false),
  )
}

/** Lists what the person has filed. */
export async function showMine(scene: Scene): Promise<Decided> {
  const { records, actor } = scene
  if (actor.role.kind !== 'member') return say(scene, [{ kind: 'mine', receipts: [], unanswered: [] }])
  const { id } = actor.role.member
  const submitters = await records.list('submitters', { member: id })
  const receipts = submitters.map(({ value }) => value.receipt)
  const unanswered: string[] = []
  for (const call of await openCalls(records, id, actor.at)) {
    const answers = await answersTo(records, call)
    if (answers.some(({ member, answered }) => member === id && answered === null)) unanswered.push(call.id)
  }
  return say(
    scene,
    [{ kind: 'mine', receipts, unanswered }],
    receipts.slice(-9).map((receipt) => ({ name: 'submission', about: receipt })),
  )
}

/** Takes a submission up as a draft of its next version. */
export async function editFiled(scene: Scene, receipt: string): Promise<Decided> {
  const { records, actor } = scene
  const own = await findOwn(records, actor, receipt)
  if (own === undefined) return say(scene, [{ kind: 'refused', why: 'unknown-receipt' }])
  const submission = own.submission.value
  const call = await findCall(records, submission.call)
  const draft = await draftOf(scene, own)
  if (submission.withdrawn !== null) return say(scene, [{ kind: 'refused', why: 'withdrawn-before' }])
  if (draft === undefined || !mayEdit(submission, call?.value, actor.at))
    return say(scene, [{ kind: 'refused', why: 'edit-over' }])
  if (scene.draft !== undefined) return say(scene, [{ kind: 'draft-waits' }], waiting)
  return await askWhatToEdit(scene, draft)
}

/** The newest version of a submission as a draft of the next; undefined once its words are erased. */
export async function draftOf({ records, actor, turn, conversation }: Scene, { submission }: Own) {
  const { receipt, version, call } = submission.value
  const newest = await records.find('versions', `${receipt}.${version}`)
  if (newest === undefined) return undefined
  const { text, subject, vote, printName, items } = newest.value
  const draft: Draft = {
    ...newDraft(turn, conversation, actor.at),
    edits: { receipt, version },
    call,
    subject,
    vote,
    text,
    textDone: true,
    printName,
    whole: items.length === 1,
  }
  return draft
}

/** Asks once more before a submission is withdrawn; where none is named, which. */
export async function askWithdraw(scene: Scene, receipt: string): Promise<Decided> {
  if (receipt === '') return await showMine(scene)
  const own = await findOwn(scene.records, scene.actor, receipt)
  if (own === undefined) return say(scene, [{ kind: 'refused', why: 'unknown-receipt' }])
  if (!mayWithdraw(own.submission.value)) return say(scene, [{ kind: 'refused', why: 'withdraw-over' }])
  return say(scene, [{ kind: 'ask-withdraw', receipt }], [{ name: 'withdraw-now', about: receipt }, { name: 'stop' }])
}

export async function withdrawNow(scene: Scene, receipt: string): Promise<Decided> {
  return carryOut(scene, await withdraw(scene.records, scene.actor, receipt))
}

/** Takes 「意見なし」: for the call named, or the only one that is open. `about` may end in a vote: `2026-1 approve`. */
export async function sayNone(scene: Scene, about: string | undefined): Promise<Decided> {
  const { records, actor, turn, filing } = scene
  if (actor.role.kind === 'staff')
    return scene.draft === undefined
      ? await beginDraft(scene, { none: true })
      : say(scene, [{ kind: 'draft-waits' }], waiting)
  const [named, voted] = (about ?? '').split(' ')
  const member = actor.role.kind === 'member' ? actor.role.member.id : null
  const open = await openCalls(records, member, actor.at)
  const [only, ...more] = open
  const isNamed = named !== '' && named !== undefined
  const call = isNamed ? open.find(({ id }) => id === named) : more.length === 0 ? only : undefined
  if (only === undefined) return say(scene, [{ kind: 'no-call' }])
  if (call === undefined)
    return say(
      scene,
      [{ kind: 'which-call' }],
      open.map(({ id }) => ({ name: 'none', about: id })),
    )
  const vote = Vote.safeParse(voted).data ?? null
  const decision = await fileNone(records, actor, { call: call.id, vote, turn }, filing)
  const asksVote = decision.effect(0).told.some((one) => one.kind === 'refused' && one.why === 'vote-missing')
  return carryOut(
    scene,
    decision,
    asksVote ? Vote.options.map((one) => ({ name: 'none', about: `${call.id} ${one}` })) : [],
  )
}

/** Asks whether words are meant as the reply to a question back; what is said before that is decided belongs to it too. */
export function offerReply(scene: Scene, { receipt, number }: QuestionBack, said: string): Decided {
  const { pending } = scene.context
  const text = pending?.kind === 'reply' && pending.receipt === receipt ? `${pending.text}\n${said}` : said
  const decided = say(scene, [{ kind: 'ask-reply', receipt, text }], [{ name: 'reply' }, { name: 'not-reply' }])
  return { ...decided, context: { ...decided.context, pending: { kind: 'reply', receipt, number, text } } }
}

export async function sendReply(scene: Scene): Promise<Decided> {
  const { pending } = scene.context
  if (pending?.kind !== 'reply') return say(scene, [{ kind: 'refused', why: 'no-question' }])
  return carryOut(scene, await reply(scene.records, scene.actor, pending))
}

/** Takes a reply in one go, to the oldest question back about a submission that waits for one. */
export async function sendReplyTo(scene: Scene, receipt: string, text: string): Promise<Decided> {
  const { records, actor } = scene
  const own = await findOwn(records, actor, receipt)
  if (own === undefined) return say(scene, [{ kind: 'refused', why: 'unknown-receipt' }])
  const [question] = await records.list('questions', { receipt, reply: null })
  if (question === undefined) return say(scene, [{ kind: 'refused', why: 'no-question' }])
  return carryOut(scene, await reply(records, actor, { receipt, number: question.value.number, text }))
}
