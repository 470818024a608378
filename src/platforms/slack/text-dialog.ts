import { createHash } from 'node:crypto'
import type { ModalView } from '@slack/types'
import { linesOf, texts } from '../../conversation/reply.ts'
import { isTextTaken, nothingAsked, startText, type TextAsked, textDid } from '../../conversation/text-start.ts'
import type { Action } from '../../conversation/turn.ts'
import { sayIn } from '../../conversation/view.ts'
import { readChoiceValue } from './choice-value.ts'
import { enteredIn, lineBlock, textBlock } from './form-blocks.ts'
import { modalBlocks } from './modal-blocks.ts'
import { callbacks, slashCommands } from './names.ts'
import { answer } from './opinion-sent.ts'
import type { Payload } from './payload.ts'
import type { Kit, Part } from './slack-bot.ts'
import { openView, replaceView } from './view-exchange.ts'
import { readMeta, writeMeta } from './view-meta.ts'
import { directTurn, type Person, sceneOf, stepOf, viewTurn } from './view-turn.ts'
import { messageView, modalView } from './views.ts'

type Opening = {
  readonly who: Person
  readonly trigger: string
  readonly view: string | undefined
  readonly asked: TextAsked
  readonly about: string
}

/** Dialogs of one field: a reply to a question back, a correction, one's name for the roster, a question. */
export function textDialog(kit: Kit): Part {
  return async (payload, ack) => {
    if (!('command' in payload) && payload.type === 'view_submission') {
      if (payload.view.callback_id !== callbacks.text) return false
      await send(kit, payload, ack)
      return true
    }
    const opening = openingOf(payload)
    if (opening === undefined) return false
    await ack()
    await open(kit, opening)
    return true
  }
}

function openingOf(payload: Payload): Opening | undefined {
  if ('command' in payload) {
    if (payload.command !== slashCommands.ask || payload.text.trim() !== '') return undefined
    const who = { team: { id: payload.team_id }, user: { id: payload.user_id } }
    return { who, trigger: payload.trigger_id, view: undefined, asked: 'ask', about: '' }
  }
  if (payload.type !== 'block_actions') return undefined
  const action = readChoiceValue(payload.actions[0]?.value ?? '')
  const asked = action && askedBy(action, payload.view !== undefined)
  if (asked === undefined) return undefined
  const { team, user, trigger_id: trigger, view } = payload
  return {
    who: { team, user },
    trigger,
    view: view?.type === 'modal' ? view.id : undefined,
    asked,
    about: action?.about ?? '',
  }
}

/** In the direct message a name is asked for there. */
function askedBy({ name, about }: Action, inView: boolean): TextAsked | undefined {
  if (name === 'reply' && about !== undefined) return 'reply'
  if (name === 'proof-correct' && about !== undefined) return 'proof'
  if (name === 'claim' && inView) return 'claim'
  return name === 'ask' ? 'ask' : undefined
}

async function open(kit: Kit, { who, trigger, view, asked, about }: Opening): Promise<void> {
  const scene = await sceneOf(kit, who)
  const { language } = scene.actor
  const { title } = sayIn({ language }).forms[asked]
  const show = async (): Promise<ModalView> => {
    const above = await startText(scene, asked, about)
    if (above !== undefined)
      return formView(asked, about, modalBlocks({ blocks: above }, { language, most: 90 }).blocks, language)
    const blocks = nothingAsked(asked, language)
    return messageView({ title, callback: callbacks.shown }, { blocks, language })
  }
  if (view === undefined) await openView(kit, { trigger, title, language }, show())
  else await replaceView(kit, { view, title, language }, show())
}

function formView(asked: TextAsked, about: string, above: ModalView['blocks'], language: 'ja' | 'en'): ModalView {
  const { title, text, hint, send: submit } = sayIn({ language }).forms[asked]
  const field = { name: 'text', label: text, hint }
  const frame = { title, callback: callbacks.text, submit, metadata: writeMeta({ asks: asked, about }) }
  return modalView(frame, [...above, asked === 'claim' ? lineBlock(field, '', 100) : textBlock(field)], language)
}

async function send(kit: Kit, payload: Extract<Payload, { type: 'view_submission' }>, ack: Parameters<Part>[1]) {
  const { view } = payload
  const { asks = 'ask', about = '' } = readMeta(view.private_metadata)
  const text = enteredIn(view, 'text') ?? ''
  // The same text from the same dialog is sent once.
  const id = `${stepOf(view)}/${createHash('sha256').update(text).digest('hex').slice(0, 16)}`
  const turn = (asks === 'ask' ? directTurn : viewTurn)(kit, payload, id, textDid(asks, about, text))
  await answer(kit, payload, ack, turn, {
    errors: (outcome, message) => (isTextTaken(outcome) ? undefined : { text: linesOf(message) }),
    // It can be written once more, with what was wrong above it.
    async late(errors) {
      const { language } = (await sceneOf(kit, payload)).actor
      const above = modalBlocks({ blocks: texts(...Object.values(errors)) }, { language }).blocks
      return formView(asks, about, above, language)
    },
  })
}
