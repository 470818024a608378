import { randomUUID } from 'node:crypto'
import type { ModalView } from '@slack/types'
import { keepingText, opinionNotes } from '../../conversation/opinion-notes.ts'
import { type OpinionWish, startOpinion } from '../../conversation/opinion-start.ts'
import { texts } from '../../conversation/reply.ts'
import type { Scene } from '../../conversation/scene.ts'
import type { Did } from '../../conversation/turn.ts'
import { sayIn } from '../../conversation/view.ts'
import { countCharacters } from '../../opinions/clean-text.ts'
import { findReceipt } from '../../opinions/receipt.ts'
import { lookWhyNotEdited } from '../dialog-looks.ts'
import { readChoiceValue } from './choice-value.ts'
import { callbacks, shortcuts, slashCommands } from './names.ts'
import { opinionView } from './opinion-view.ts'
import type { Payload, ViewPayload } from './payload.ts'
import { saidText } from './said-text.ts'
import type { Kit, Part } from './slack-bot.ts'
import { openView, replaceView } from './view-exchange.ts'
import { goDirect, type Person, sceneOf, viewTurn } from './view-turn.ts'
import { messageView } from './views.ts'

/** What a form is opened by and with; `view` is the dialog that it takes the place of. */
type Opening = {
  readonly who: Person
  readonly trigger: string
  readonly wish: OpinionWish
  readonly view?: string
  /** When a message was written that is only referred to, in milliseconds since 1970. */
  readonly reference?: number
}

/** Opens the form of an opinion, by shortcut, command, message or button. What could not be shown goes on in the direct message. */
export function opinionDialog(kit: Kit): Part {
  return async (payload, ack) => {
    const opening = openingOf(payload, kit.known.bot)
    if (opening === undefined) return false
    await ack()
    await openOpinion(kit, opening)
    return true
  }
}

function openingOf(payload: Payload, bot: string | undefined): Opening | undefined {
  if ('command' in payload) {
    if (payload.command !== slashCommands.opinion) return undefined
    const who = { team: { id: payload.team_id }, user: { id: payload.user_id } }
    return { who, trigger: payload.trigger_id, wish: { text: saidText(payload.text, bot === undefined ? [] : [bot]) } }
  }
  switch (payload.type) {
    case 'shortcut':
      return payload.callback_id === shortcuts.opinion ? opened(payload, {}) : undefined
    case 'message_action': {
      if (payload.callback_id !== shortcuts.opinionFromMessage) return undefined
      const { message, user } = payload
      // Another person's words are never copied, nor who said them.
      if (message.user !== user.id) return { ...opened(payload, {}), reference: Number(message.ts) * 1000 }
      return opened(payload, { text: saidText(message.text ?? '') })
    }
    case 'block_actions': {
      const action = readChoiceValue(payload.actions[0]?.value ?? '')
      const about = action?.about
      if (action?.name === 'opinion') return opened(payload, about === undefined ? {} : { call: about })
      if (action?.name === 'edit-filed') return opened(payload, { edits: about ?? '' })
      // In the direct message a draft is changed part by part.
      return action?.name === 'edit' && payload.view?.type === 'modal' ? opened(payload, {}) : undefined
    }
    default:
      return undefined
  }
}

function opened(
  payload: Person & { readonly trigger_id: string; readonly view?: ViewPayload | undefined },
  wish: OpinionWish,
): Opening {
  const { team, user, view, trigger_id: trigger } = payload
  return { who: { team, user }, trigger, wish, ...(view?.type === 'modal' ? { view: view.id } : {}) }
}

async function openOpinion(kit: Kit, opening: Opening): Promise<void> {
  const { who, trigger, wish, view } = opening
  const scene = await sceneOf(kit, who)
  const { language } = scene.actor
  const { title } = sayIn({ language }).forms.opinion
  const work = showOpinion(kit, opening, scene)
  const isShown =
    view === undefined
      ? await openView(kit, { trigger, title, language }, work)
      : await replaceView(kit, { view, title, language }, work)
  if (isShown) return
  const { text = '', call } = wish
  const did: Did =
    text !== ''
      ? keepingText(randomUUID(), text)
      : { kind: 'action', name: 'opinion', ...(call === undefined ? {} : { about: call }) }
  await goDirect(kit, who, `unopened/${trigger}`, did)
}

async function showOpinion(kit: Kit, { who, wish, trigger, reference }: Opening, scene: Scene): Promise<ModalView> {
  const { language } = scene.actor
  const { forms } = sayIn({ language })
  const edits = wish.edits === undefined ? undefined : (findReceipt(wish.edits, scene.filing.prefix) ?? wish.edits)
  const start = await startOpinion(scene, { ...wish, ...(edits === undefined ? {} : { edits }) }, randomUUID())
  if (start === undefined) return await showWhyNot(kit, who, edits ?? '')
  const view = opinionView(start, language, opinionNotes(start, scene, wish, reference))
  if (view !== undefined) return view
  const { draft } = start
  await goDirect(kit, who, `long/${trigger}`, keepingText(draft.id, wish.text === undefined ? null : draft.text))
  const said = draft.none ? forms.opinion.inDirect : forms.opinion.tooLong(countCharacters(draft.text))
  return messageView({ title: forms.opinion.title, callback: callbacks.shown }, { blocks: texts(said), language })
}

/** Why a submission cannot be edited now. */
async function showWhyNot(kit: Kit, who: Person, receipt: string): Promise<ModalView> {
  const turn = viewTurn(kit, who, 'look', { kind: 'action', name: 'edit-filed', about: receipt })
  const message = await lookWhyNotEdited(kit.bot, turn)
  const { forms } = sayIn({ language: message.language ?? 'ja' })
  return messageView({ title: forms.notice, callback: callbacks.shown }, message)
}
