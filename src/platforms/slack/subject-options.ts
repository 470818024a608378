import { callsFor } from '../../conversation/draft-dialog.ts'
import { searchSubjects } from '../../conversation/find-subject.ts'
import { viewOf } from '../../conversation/scene-view.ts'
import { subjectText } from '../../conversation/view.ts'
import { newDraft } from '../../opinions/draft.ts'
import { findCall } from '../../opinions/filing.ts'
import { subjectName } from '../../opinions/subject-name.ts'
import { enteredIn, fieldOptions } from './form-blocks.ts'
import type { Kit, Part } from './slack-bot.ts'
import { sceneOf } from './view-turn.ts'

/** What is offered while somebody looks for what his opinion is about: agenda items of the call chosen, projects by number and words. */
export function subjectOptions(kit: Kit): Part {
  return async (payload, ack) => {
    if ('command' in payload || payload.type !== 'block_suggestion' || payload.action_id !== 'subject') return false
    const scene = await sceneOf(kit, payload)
    const { records, prepared, draft, actor, conversation } = scene
    const chosen = (payload.view && enteredIn(payload.view, 'call')) ?? draft?.value.call ?? ''
    const may =
      draft?.value.call === chosen ||
      (await callsFor(scene, draft?.value ?? newDraft('', conversation, actor.at))).includes(chosen)
    const agenda = may ? ((await findCall(records, chosen))?.value.agenda ?? []) : []
    const found = searchSubjects(payload.value, agenda, prepared)
    const view = viewOf(scene)
    const named = found.map(
      async (subject) => [subjectName(subject), await subjectText(view, subject, chosen)] as const,
    )
    await ack({ options: fieldOptions(await Promise.all(named)) })
    return true
  }
}
