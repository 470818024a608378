import { newDraft } from '../opinions/draft.ts'
import { findCall } from '../opinions/filing.ts'
import { subjectName } from '../opinions/subject-name.ts'
import type { Option } from './desk-dialog.ts'
import { callsFor } from './draft-dialog.ts'
import { searchSubjects } from './find-subject.ts'
import type { Scene } from './scene.ts'
import { viewOf } from './scene-view.ts'
import { subjectText } from './view.ts'

/** What an opinion in a call can be about, as far as it fits what is typed: agenda items of the call, where it may go there, and projects. */
export async function listSubjects(scene: Scene, call: string, typed: string): Promise<readonly Option[]> {
  const { records, prepared, draft, actor, conversation } = scene
  const may =
    draft?.value.call === call ||
    (await callsFor(scene, draft?.value ?? newDraft('', conversation, actor.at))).includes(call)
  const agenda = may ? ((await findCall(records, call))?.value.agenda ?? []) : []
  const view = viewOf(scene)
  return await Promise.all(
    searchSubjects(typed, agenda, prepared).map(async (subject) => ({
      value: subjectName(subject),
      label: await subjectText(view, subject, call),
    })),
  )
}
