import type { ViewResponseAction } from '@slack/bolt'
import type { ModalView } from '@slack/types'
import { type Message, texts } from '../../conversation/reply.ts'
import type { Outcome } from '../../conversation/settle-turn.ts'
import type { Action, Turn } from '../../conversation/turn.ts'
import { sayIn } from '../../conversation/view.ts'
import { isOtherNow } from '../shown-draft.ts'
import type { Ack } from './http-receiver.ts'
import { callbacks } from './names.ts'
import { fieldErrors, readOpinion } from './opinion-fields.ts'
import { formAgain, outcomeView } from './outcome-view.ts'
import type { Closed, Submitted } from './payload.ts'
import type { Kit, Part } from './slack-bot.ts'
import { answerView, codeOf } from './view-exchange.ts'
import { readMeta } from './view-meta.ts'
import { carryOn, directTurn, receive, sceneOf, stepOf, viewTurn } from './view-turn.ts'
import { messageView } from './views.ts'

/** An opinion's form that is sent or left, and the step that files it. */
export function opinionSent(kit: Kit): Part {
  return async (payload, ack) => {
    if ('command' in payload) return false
    if (payload.type === 'view_closed') return await keep(kit, payload, ack)
    if (payload.type !== 'view_submission') return false
    switch (payload.view.callback_id) {
      case callbacks.opinion:
        await review(kit, payload, ack)
        return true
      case callbacks.confirm:
        await file(kit, payload, ack)
        return true
      default:
        return false
    }
  }
}

/** Shows what will be filed, or in the fields what is wrong with them. */
async function review(kit: Kit, payload: Submitted, ack: Ack): Promise<void> {
  const { view, trigger_id: trigger = '' } = payload
  const form = readOpinion(view)
  // What is left empty is chosen too: it is about the whole.
  const sent = { ...form, subject: form.subject ?? 'whole' }
  const turn = viewTurn(kit, payload, `${stepOf(view)}/${trigger}`, { kind: 'form', form: sent })
  await answer(kit, payload, ack, turn, {
    errors: (outcome, message) => fieldErrors(view, outcome, message),
    // What was entered is kept, and shown again with what is wrong with it.
    async late(errors) {
      const kept = viewTurn(kit, payload, `${stepOf(view)}/late/${trigger}`, {
        kind: 'form',
        form: { ...form, keep: true },
      })
      await receive(kit, kept)
      const outcome = await carryOn(kit, kept)
      return (await formAgain(kit, payload, Object.values(errors))) ?? (await outcomeView(kit, payload, outcome))
    },
  })
}

/** Files what was shown. */
async function file(kit: Kit, payload: Submitted, ack: Ack): Promise<void> {
  const { draft = '', seen } = readMeta(payload.view.private_metadata)
  // What was changed elsewhere meanwhile is shown before it is filed.
  const action: Action = isOtherNow((await sceneOf(kit, payload)).draft?.value, draft, seen)
    ? { name: 'continue' }
    : { name: 'file', about: draft }
  const did = { kind: 'action', ...action } as const
  await answer(kit, payload, ack, viewTurn(kit, payload, `${stepOf(payload.view)}/${action.name}`, did))
}

/** Keeps what was written where its writer has left it, and says so in the direct message. */
async function keep(kit: Kit, { view, ...who }: Closed, ack: Ack): Promise<boolean> {
  const { draft } = readMeta(view.private_metadata)
  if (draft === undefined) return false
  const form = { ...readOpinion(view), keep: true as const }
  const turn = directTurn(kit, who, `${stepOf(view)}/closed`, { kind: 'form', form })
  await receive(kit, turn)
  await ack()
  await carryOn(kit, turn)
  return true
}

type Errors = {
  readonly errors: (outcome: Outcome, message: Message) => Readonly<Record<string, string>> | undefined
  readonly late: (errors: Readonly<Record<string, string>>) => Promise<ModalView>
}

/** Takes a turn in, settles it and shows what it came to in the dialog that it was sent from; then what follows is delivered. */
export async function answer(kit: Kit, payload: Submitted, ack: Ack, turn: Turn, faults?: Errors): Promise<void> {
  await receive(kit, turn)
  const settled = kit.bot.settle(turn)
  const language = turn.locale ?? 'ja'
  const { forms, opinions } = sayIn({ language })
  const { title } = forms.opinion
  const work = async (): Promise<ViewResponseAction> => {
    try {
      const outcome = await settled
      const errors = faults?.errors(outcome, await kit.bot.messageOf(outcome))
      if (errors !== undefined) return { response_action: 'errors', errors: { ...errors } }
      return { response_action: 'update', view: await outcomeView(kit, payload, outcome) }
    } catch (error) {
      // What was sent is in the inbox; without an answer Slack would close the dialog as if all were well.
      kit.report(`Slack: what a dialog came to could not be shown (${codeOf(error)})`)
      const said = { blocks: texts(opinions.delayed), language }
      return { response_action: 'update', view: messageView({ title, callback: callbacks.shown }, said) }
    }
  }
  const frame = { ack, view: payload.view.id, title, language, ...(faults === undefined ? {} : { late: faults.late }) }
  await answerView(kit, frame, work())
  await kit.bot.follow(await settled)
  kit.changed(turn.person)
}
