import { standing } from '../opinions/call.ts'
import { fileEdit, findOwn } from '../opinions/change-submission.ts'
import { type Decision, decide } from '../opinions/decision.ts'
import type { Draft } from '../opinions/draft.ts'
import { fileDraft } from '../opinions/file-submission.ts'
import type { Found } from '../opinions/records.ts'
import { beginDraft, choicesOf, goOn, waiting } from './draft-dialog.ts'
import { askAgain, askWhatToEdit, chooseForDraft, finishText } from './draft-words.ts'
import { subjectOf } from './find-subject.ts'
import { carryOut, type Decided, type Scene, say } from './scene.ts'
import { draftOf } from './submission-dialog.ts'
import type { Told } from './told.ts'
import type { Action, DraftActionName } from './turn.ts'

/** Does what a button or a word asks of the draft. */
export async function actOnDraft(scene: Scene, name: DraftActionName, about: string | undefined): Promise<Decided> {
  const { draft: kept } = scene
  if (kept === undefined) return await actWithoutDraft(scene, name, about)
  const draft = kept.value
  switch (name) {
    case 'member':
    case 'means':
    case 'day':
    case 'call':
    case 'vote':
    case 'subject':
    case 'name':
      return await chooseForDraft(scene, draft, name, about ?? '')
    case 'text-done':
      return await finishText(scene, draft)
    case 'references':
      return say(scene, [{ kind: 'references' }], await choicesOf(scene, draft))
    case 'edit':
      return await askWhatToEdit(scene, draft)
    case 'edit-part':
      return await askAgain(scene, draft, about)
    case 'file':
    case 'file-whole':
      if (about !== undefined && about !== draft.id) return await actWithoutDraft(scene, name, about)
      return await file(scene, kept, name === 'file-whole' ? { ...draft, whole: true } : draft)
    case 'as-new':
      return await goOn(scene, { ...draft, edits: null, call: null, vote: null, noted: false })
    case 'stop':
      return pause(scene, kept)
    case 'continue':
      return await goOn(scene, draft)
    case 'discard':
      return carryOut(
        scene,
        decide<Told>([kept], {
          changes: [{ kind: 'delete', key: kept.key }],
          acts: [],
          told: [{ kind: 'draft-discarded' }],
        }),
        [{ name: 'opinion' }],
      )
  }
}

/**
 * A question to the secretariat is an opinion whose text is the question as it was asked; its writer still confirms it. About
 * the response to a submission of his own (its receipt, else empty) its text is asked for.
 */
export async function askSecretariat(scene: Scene, receipt: string): Promise<Decided> {
  const { context, draft, prepared } = scene
  if (draft !== undefined) return say(scene, [{ kind: 'draft-waits' }], waiting)
  if (receipt !== '') {
    const own = await findOwn(scene.records, scene.actor, receipt)
    const filed = own && (await draftOf(scene, own))
    const subject = filed?.subject?.kind === 'project' ? filed.subject : ({ kind: 'whole' } as const)
    return await beginDraft(scene, { call: standing, subject, printName: false })
  }
  if (context.question === null) return say(scene, [{ kind: 'no-question-asked' }], [{ name: 'opinion' }])
  const [only, ...more] = prepared.record.projects.filter(({ document, number }) =>
    context.memory.projects.includes(`${document}/${number}`),
  )
  return await beginDraft(scene, {
    call: standing,
    subject: only === undefined || more.length > 0 ? { kind: 'whole' } : subjectOf(only),
    text: context.question,
    textDone: true,
    printName: false,
  })
}

/** A draft that is no longer there was filed, or never written: a second press files nothing twice. */
async function actWithoutDraft(scene: Scene, name: DraftActionName, about: string | undefined): Promise<Decided> {
  if ((name === 'file' || name === 'file-whole') && about !== undefined) {
    const [filed] = await scene.records.list('submissions', { draft: about })
    const own = filed && (await findOwn(scene.records, scene.actor, filed.value.receipt))
    if (own !== undefined) return say(scene, [{ kind: 'receipt', receipt: own.submission.value.receipt }])
    if (scene.draft !== undefined) return say(scene, [{ kind: 'refused', why: 'changed-meanwhile' }])
  }
  return say(scene, [{ kind: 'no-draft' }])
}

async function file(scene: Scene, kept: Found<Draft>, draft: Draft): Promise<Decided> {
  const { records, actor, filing } = scene
  const decision =
    draft.edits === null
      ? await fileDraft(records, actor, draft, kept, filing)
      : await fileEdit(records, actor, draft, kept, filing)
  const { told } = decision.effect(0)
  const refused = told.find((one) => one.kind === 'refused')
  if (refused === undefined) return carryOut(scene, decision)
  // The draft stays, and what can be done with it is offered. A guest may say who he is.
  const after: readonly Action[] =
    actor.role.kind === 'guest'
      ? [{ name: 'claim' }]
      : refused.why === 'edit-over' || refused.why === 'withdrawn-before'
        ? [{ name: 'as-new' }, { name: 'discard' }]
        : await choicesOf(scene, draft)
  return say(scene, [...told, { kind: 'draft-stays' }], after)
}

function pause(scene: Scene, kept: Found<Draft>): Decided {
  return carryOut(scene, pausing(scene, kept, [{ kind: 'draft-kept' }]), waiting)
}

/** Lays a draft aside until its writer goes on with it, and tells something. */
export function pausing({ records, actor }: Scene, kept: Found<Draft>, told: readonly Told[]): Decision<Told> {
  const changes = [records.put('drafts', actor.account, { ...kept.value, paused: true, touched: actor.at })]
  return decide([kept], { changes, acts: [], told })
}
