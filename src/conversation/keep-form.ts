import { countCharacters } from '../opinions/clean-text.ts'
import { decide } from '../opinions/decision.ts'
import { type Draft, longestDraft } from '../opinions/draft.ts'
import { readSubject } from '../opinions/subject-name.ts'
import { OnBehalf, Vote } from '../opinions/submission.ts'
import { callsFor, waiting } from './draft-dialog.ts'
import { carryOut, type Decided, type Scene, say } from './scene.ts'
import type { Told } from './told.ts'
import type { OpinionForm } from './turn.ts'

/** Whether a form fills in the draft that waits. */
export function isOwnDraft({ draft }: OpinionForm, kept: Draft): boolean {
  return draft !== undefined && draft === kept.id
}

/**
 * Keeps a form that its writer has left as the draft, as far as it is filled in, and says so; nothing is said where nothing was
 * written. Fields that were not sent stay as they were kept before.
 */
export async function keepForm(scene: Scene, form: OpinionForm, start: Draft): Promise<Decided> {
  const { records, actor, conversation, draftVersion: version } = scene
  const mine = scene.draft !== undefined && isOwnDraft(form, scene.draft.value)
  const text = form.text ?? start.text
  const isNew = !mine && text === start.text
  if ((isNew || text.trim() === '') && !mine) return say(scene, [])
  // Another draft was begun meanwhile, and stays.
  if (scene.draft !== undefined && !mine)
    return say(scene, [{ kind: 'draft-waits' }, { kind: 'form-not-kept' }], waiting)
  if (countCharacters(text) > longestDraft) return say(scene, [{ kind: 'form-not-kept' }])
  const kept: Draft = {
    ...start,
    ...(await known(scene, form, start)),
    conversation,
    text,
    textDone: start.textDone && text === start.text,
    replace: false,
    noted: start.noted && text === start.text,
    paused: true,
    touched: actor.at,
  }
  const key = records.key('drafts', actor.account)
  return carryOut(
    scene,
    decide<Told>([{ key, version }], {
      changes: [records.put('drafts', actor.account, kept)],
      acts: [],
      told: [{ kind: 'draft-kept' }],
    }),
    waiting,
  )
}

/** The fields that can be kept as they are; what does not fit is asked for again. */
async function known(scene: Scene, form: OpinionForm, start: Draft): Promise<Partial<Draft>> {
  const { call, subject, vote, printName } = form
  const may = call !== null && start.edits === null && (await callsFor(scene, start)).includes(call)
  return {
    call: may ? call : start.call,
    subject: (subject === null ? undefined : readSubject(subject)) ?? start.subject,
    vote: Vote.safeParse(vote).data ?? start.vote,
    printName: printName ?? start.printName,
    onBehalf: await behalfKept(scene, form, start),
  }
}

/** Whose opinion it is and how it came, as far as that is said. */
async function behalfKept(
  { records, actor }: Scene,
  { onBehalf }: OpinionForm,
  start: Draft,
): Promise<Draft['onBehalf']> {
  if (onBehalf === null || actor.role.kind !== 'staff' || start.edits !== null) return start.onBehalf
  const member = (await records.find('members', onBehalf.member))?.value.id ?? null
  const { means, day, original } = OnBehalf.shape
  return {
    member,
    means: means.safeParse(onBehalf.means).data ?? null,
    day: day.safeParse(onBehalf.day).data ?? null,
    original: original.safeParse(onBehalf.original).data ?? null,
  }
}
