import { listSubjects } from '../../conversation/list-subjects.ts'
import { enteredIn, fieldOptions } from './form-blocks.ts'
import type { Kit, Part } from './slack-bot.ts'
import { sceneOf } from './view-turn.ts'

/** What is offered while somebody looks for what his opinion is about: agenda items of the call chosen, projects by number and words. */
export function subjectOptions(kit: Kit): Part {
  return async (payload, ack) => {
    if ('command' in payload || payload.type !== 'block_suggestion' || payload.action_id !== 'subject') return false
    const scene = await sceneOf(kit, payload)
    const chosen = (payload.view && enteredIn(payload.view, 'call')) ?? scene.draft?.value.call ?? ''
    const found = await listSubjects(scene, chosen, payload.value)
    await ack({ options: fieldOptions(found.map(({ value, label }) => [value, label])) })
    return true
  }
}
