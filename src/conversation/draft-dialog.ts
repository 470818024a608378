import { standing } from '../opinions/call.ts'
import { decide } from '../opinions/decision.ts'
import { type Draft, newDraft, nextPart } from '../opinions/draft.ts'
import { findCall, itemsOf, openCalls } from '../opinions/filing.ts'
import { subjectName } from '../opinions/subject-name.ts'
import { OnBehalf, Vote } from '../opinions/submission.ts'
import { type Decided, type Scene, say } from './scene.ts'
import type { Told } from './told.ts'
import type { Action } from './turn.ts'

/** Begins a draft, with what is known already, and asks for what is missing. */
export async function beginDraft(scene: Scene, known: Partial<Draft> = {}): Promise<Decided> {
  const { actor, turn, conversation } = scene
  return await goOn(scene, { ...newDraft(turn, conversation, actor.at), ...known })
}

/** The call that a draft is begun for, where it may go there. */
export async function callMeant(scene: Scene, call: string | undefined): Promise<Partial<Draft>> {
  if (call === undefined) return {}
  const { actor, turn, conversation } = scene
  return (await callsFor(scene, newDraft(turn, conversation, actor.at))).includes(call) ? { call } : {}
}

/** The part of a draft that is to be asked for next (null: none), and the call that it goes to. */
export async function partOf(scene: Scene, draft: Draft) {
  const call = draft.call === null ? undefined : (await findCall(scene.records, draft.call))?.value
  return { part: nextPart(draft, call?.approval ?? false), call }
}

/** What can be done with a draft that waits. */
export const waiting: readonly Action[] = [{ name: 'continue' }, { name: 'discard' }]

/** Keeps a draft as it is now and asks for the next part of it, or shows all of it to be confirmed. */
export async function goOn(scene: Scene, written: Draft, before: readonly Told[] = []): Promise<Decided> {
  const forOthers = scene.actor.role.kind === 'staff' && written.edits === null && written.onBehalf === null
  const draft = forOthers ? { ...written, onBehalf: { member: null, means: null, day: null, original: null } } : written
  const { part } = await partOf(scene, draft)
  if (part === 'call') {
    const [only, ...more] = await callsFor(scene, draft)
    if (only === undefined) return say(scene, [...before, { kind: 'no-call' }])
    if (more.length === 0) return await goOn(scene, { ...draft, call: only }, before)
  }
  const told: Told = part === null ? { kind: 'confirm', first: !draft.noted } : { kind: 'part', part }
  const kept = { ...draft, noted: draft.noted || part === null }
  return await keepDraft(scene, kept, [...before, told])
}

/** Writes a draft and tells something; offered are, if nothing else, the choices of the part that is asked for. */
export async function keepDraft(
  scene: Scene,
  draft: Draft,
  told: readonly Told[],
  offered?: readonly Action[],
): Promise<Decided> {
  const { records, actor, context, conversation, draftVersion: version } = scene
  const key = records.key('drafts', actor.account)
  const kept = { ...draft, conversation, touched: actor.at, paused: false }
  return {
    decision: decide<Told>([{ key, version }], {
      changes: [records.put('drafts', actor.account, kept)],
      acts: [],
      told,
    }),
    context: { ...context, pending: null, offered: [...(offered ?? (await choicesOf(scene, kept)))] },
  }
}

/** What can be chosen where a draft stands. */
export async function choicesOf(scene: Scene, draft: Draft): Promise<readonly Action[]> {
  const { part, call } = await partOf(scene, draft)
  switch (part) {
    case null: {
      const split = draft.whole || draft.none ? 1 : itemsOf(draft.text, false).length
      return [
        { name: 'file', about: draft.id },
        { name: 'edit' },
        ...(split > 1 ? [{ name: 'file-whole', about: draft.id } as const] : []),
        { name: 'stop' },
      ]
    }
    case 'member':
      return []
    case 'means':
      return OnBehalf.shape.means.options.map((means) => ({ name: 'means', about: means }))
    case 'day':
      return [{ name: 'day', about: scene.actor.today }]
    case 'call':
      return (await callsFor(scene, draft)).map((id) => ({ name: 'call', about: id }))
    case 'vote':
      return Vote.options.map((vote) => ({ name: 'vote', about: vote }))
    case 'subject':
      return [
        ...(call?.agenda ?? []).map(
          (_, at): Action => ({ name: 'subject', about: subjectName({ kind: 'agenda', number: at + 1 }) }),
        ),
        { name: 'subject', about: subjectName({ kind: 'whole' }) },
      ]
    case 'text':
      return draft.text === '' ? [] : [{ name: 'text-done' }]
    case 'name':
      return [
        { name: 'name', about: 'keep' },
        { name: 'name', about: 'print' },
      ]
  }
}

/** The calls that a draft may go to: the open ones that its member was asked in, and the standing one. */
export async function callsFor({ records, actor }: Scene, { onBehalf, none }: Draft): Promise<readonly string[]> {
  const member = actor.role.kind === 'member' ? actor.role.member.id : (onBehalf?.member ?? null)
  const open = await openCalls(records, member, actor.at)
  return [...open.map(({ id }) => id), ...(none ? [] : [standing])]
}
