import type { Action, Turn } from '../../conversation/turn.ts'
import { sayIn } from '../../conversation/view.ts'
import { opensDialog } from '../dialog-acts.ts'
import { lookAtReferences } from '../dialog-looks.ts'
import { isOtherNow } from '../shown-draft.ts'
import { readChoiceValue } from './choice-value.ts'
import { callbacks } from './names.ts'
import { outcomeView } from './outcome-view.ts'
import type { Pressed, ViewPayload } from './payload.ts'
import type { Kit, Part } from './slack-bot.ts'
import { openView, replaceView } from './view-exchange.ts'
import { readMeta, writeMeta } from './view-meta.ts'
import { receive, sceneOf, stepOf, viewTurn } from './view-turn.ts'
import { messageView } from './views.ts'

/** Buttons in dialogs and on somebody's own page: what they come to is shown in the dialog, or in one that is opened. */
export function viewPress(kit: Kit): Part {
  return async (payload, ack) => {
    if ('command' in payload || payload.type !== 'block_actions' || payload.view === undefined) return false
    const action = readChoiceValue(payload.actions[0]?.value ?? '')
    if (action === undefined) return false
    const { view } = payload
    if (action.name === 'references') {
      await ack()
      await showReferences(kit, payload, view)
      return true
    }
    if (opensDialog(action)) return false
    // What was changed elsewhere meanwhile is shown before it is filed.
    const { draft, seen } = readMeta(view.private_metadata)
    const isOther = action.name === 'file-whole' && isOtherNow((await sceneOf(kit, payload)).draft?.value, draft, seen)
    const turn = pressedTurn(kit, payload, view, isOther ? { name: 'continue' } : action)
    await receive(kit, turn)
    await ack()
    const settled = kit.bot.settle(turn)
    const language = turn.locale ?? 'ja'
    const title = sayIn({ language }).forms.notice
    const work = settled.then(async (outcome) => await outcomeView(kit, payload, outcome))
    if (view.type === 'home') await openView(kit, { trigger: payload.trigger_id, title, language }, work)
    else await replaceView(kit, { view: view.id, title, language }, work)
    await kit.bot.follow(await settled)
    kit.changed(turn.person)
    return true
  }
}

/** What was asked last is remembered with the direct messages, where its answer stands too. */
function pressedTurn(kit: Kit, payload: Pressed, view: ViewPayload, action: Action): Turn {
  const turn = viewTurn(kit, payload, pressId(payload, view, action), { kind: 'action', ...action })
  return action.name === 'ask-secretariat' ? { ...turn, conversation: turn.person } : turn
}

/** The same however often it is pressed, until what stands there is another. */
function pressId({ actions }: Pressed, view: ViewPayload, { name, about = '' }: Action): string {
  const shown = view.type === 'home' ? `home/${view.hash ?? actions[0]?.action_ts ?? ''}` : stepOf(view)
  return `${shown}/${name}/${about}`
}

/** Published opinions on the matter of a draft, and the way back to it. */
async function showReferences(kit: Kit, payload: Pressed, view: ViewPayload): Promise<void> {
  const { draft } = readMeta(view.private_metadata)
  const language = kit.known.localeOf(viewTurn(kit, payload, '', { kind: 'action', name: 'mine' }).person) ?? 'ja'
  const title = sayIn({ language }).forms.notice
  const work = async () => {
    const look = viewTurn(kit, payload, 'look', { kind: 'action', name: 'references' })
    const message = await lookAtReferences(kit.bot, look)
    const frame = { title: sayIn({ language: message.language ?? language }).forms.notice, callback: callbacks.shown }
    const goingBack = draft === undefined ? {} : { metadata: writeMeta({ draft }), tellClose: true }
    return messageView({ ...frame, ...goingBack }, message)
  }
  await replaceView(kit, { view: view.id, title, language }, work())
}
