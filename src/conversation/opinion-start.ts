import { standing } from '../opinions/call.ts'
import { findOwn } from '../opinions/change-submission.ts'
import { type Draft, newDraft } from '../opinions/draft.ts'
import { findCall } from '../opinions/filing.ts'
import { subjectName } from '../opinions/subject-name.ts'
import { mayEdit } from '../opinions/submission-state.ts'
import { callsFor } from './draft-dialog.ts'
import type { Scene } from './scene.ts'
import { viewOf } from './scene-view.ts'
import { draftOf } from './submission-dialog.ts'
import { callName, subjectText } from './view.ts'

/** What a form is opened for: a call, a submission of one's own to be edited, or nothing in particular. */
export type OpinionWish = { readonly call?: string; readonly edits?: string; readonly text?: string }

/**
 * What the form of an opinion is shown with. `draft` is what it is filled with: the one that waits, and then `waits`, else a
 * new one. `approval` are the calls that ask for a vote.
 */
export type OpinionStart = {
  readonly draft: Draft
  readonly waits: boolean
  readonly calls: readonly { readonly id: string; readonly name: string }[]
  readonly approval: readonly string[]
  /** The name of the subject in the draft. */
  readonly subject: { readonly value: string; readonly name: string } | null
  /** The members of whom staff file, with their ids; null for who files for himself. */
  readonly members: readonly { readonly id: string; readonly name: string }[] | null
}

/**
 * What an opinion's form begins with for the person of the scene. What is wished is added to a draft that waits; where the wish
 * is to edit something, and another draft waits or it takes no more changes, undefined: a turn says why. `id` is the new draft's.
 */
export async function startOpinion(scene: Scene, wish: OpinionWish, id: string): Promise<OpinionStart | undefined> {
  const { actor, conversation } = scene
  const waiting = scene.draft?.value
  const { edits } = wish
  if (edits !== undefined && waiting !== undefined && waiting.edits?.receipt !== edits) return undefined
  const begun = waiting ?? (edits === undefined ? newDraft(id, conversation, actor.at) : await editOf(scene, edits, id))
  if (begun === undefined) return undefined
  const text = [begun.text, wish.text ?? ''].filter((one) => one !== '').join('\n')
  const ids = begun.edits !== null && begun.call !== null ? [begun.call] : await callsFor(scene, begun)
  const [first = standing, ...more] = ids.filter((one) => one !== standing)
  const wished = wish.call !== undefined && ids.includes(wish.call) ? wish.call : null
  const named = begun.call !== null && ids.includes(begun.call) ? begun.call : null
  const call = named ?? wished ?? (more.length === 0 ? first : null)
  return {
    draft: { ...begun, call, text },
    waits: waiting !== undefined,
    ...(await listCalls(scene, ids)),
    subject:
      begun.subject === null
        ? null
        : { value: subjectName(begun.subject), name: await subjectText(viewOf(scene), begun.subject, call ?? '') },
    members: actor.role.kind === 'staff' && begun.edits === null ? await listMembers(scene) : null,
  }
}

async function listCalls(scene: Scene, ids: readonly string[]) {
  const found = await Promise.all(ids.map((id) => findCall(scene.records, id)))
  return {
    calls: await Promise.all(ids.map(async (id) => ({ id, name: await callName(viewOf(scene), id) }))),
    approval: found.flatMap((call) => (call?.value.approval ? [call.value.id] : [])),
  }
}

async function listMembers({ records }: Scene) {
  const members = await records.list('members')
  return members.map(({ value: { id, name, title } }) => ({ id, name: `${name}${title}` }))
}

/** A submission of one's own as the draft of its next version, as long as it takes changes. */
async function editOf(scene: Scene, receipt: string, id: string): Promise<Draft | undefined> {
  const { records, actor } = scene
  const own = await findOwn(records, actor, receipt)
  if (own === undefined) return undefined
  const call = await findCall(records, own.submission.value.call)
  if (!mayEdit(own.submission.value, call?.value, actor.at)) return undefined
  const draft = await draftOf(scene, own)
  return draft && { ...draft, id }
}
