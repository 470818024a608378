import type { ViewResponseAction } from '@slack/bolt'
import type { ModalView } from '@slack/types'
import { readFilled } from '../../conversation/dialog-form.ts'
import { openDialog } from '../../conversation/open-dialog.ts'
import { texts } from '../../conversation/reply.ts'
import type { Turn } from '../../conversation/turn.ts'
import { sayIn, type View } from '../../conversation/view.ts'
import { type SentForm, type Shown, sendsFiles, showBefore, showOutcome } from '../desk-sent.ts'
import { aboutOf, blockOf, deskModal, deskView, otherItem, valuesOf } from './desk-modal.ts'
import { office, turnOf } from './desk-scene.ts'
import { taken } from './desk-take.ts'
import type { Ack } from './http-receiver.ts'
import { modalBlocks } from './modal-blocks.ts'
import type { Submitted } from './payload.ts'
import type { Kit } from './slack-bot.ts'
import { accountOf, encodePlace } from './slack-place.ts'
import { answerView } from './view-exchange.ts'
import { receive } from './view-turn.ts'
import { messageView, modalView } from './views.ts'

export async function submitted(kit: Kit, payload: Submitted, ack: Ack): Promise<boolean> {
  const { view, team } = payload
  if (view.callback_id !== deskView) return false
  const about = aboutOf(view)
  const person = accountOf(team.id, payload.user.id)
  const { actor, view: words, language } = await office(kit, person)
  if (about === undefined || actor.role.kind !== 'staff') {
    const refusal = about === undefined ? undefined : deskModal(await openDialog(about, actor, words), language)
    await ack(refusal && { response_action: 'update', view: refusal })
    return true
  }
  if (about.act === 'take') {
    await taken(kit, payload, about, ack)
    return true
  }
  const filled = readFilled(about, valuesOf(view), words)
  if ('faults' in filled) {
    await ack({ response_action: 'errors', errors: errorsIn(view, filled.faults) })
    return true
  }
  // The form as it is shown anew to who came too late is another step of the same view.
  const step = about.seen === undefined ? view.id : `${view.id}/${about.seen}`
  const once = turnOf(kit, `${person}/desk/${step}`, person, filled.form)
  const board = kit.channel === null ? person : encodePlace({ team: team.id, channel: kit.channel })
  const turn: Turn = sendsFiles(about) ? { ...once, answerAt: board } : { ...once, passing: true }
  const sent = { about, fields: Object.keys(valuesOf(view)), turn, view }
  if (!(await kit.bot.desk.knows(turn.id))) {
    const early = await showBefore(kit.bot, sent, words)
    if (early !== undefined) {
      await ack(answerOf(early, sent, words))
      return true
    }
    await receive(kit, turn)
  }
  await settled(kit, sent, { ack, words })
  return true
}

/** Carries out what was sent and is in the inbox, and shows what it came to. */
async function settled(kit: Kit, sent: Sent, { ack, words }: { ack: Ack; words: View }): Promise<void> {
  const { turn, about, view } = sent
  const title = sayIn(words).dialogs.title[about.act]
  const settling = kit.bot.settle(turn)
  // What has been settled is not sent again with another field.
  const whole = { ...sent, fields: [] }
  const answer = async () => answerOf(await showOutcome(kit.bot, whole, await settling, words), sent, words)
  await answerView(kit, { ack, view: view.id, title, language: words.language }, answer())
  await kit.bot.follow(await settling)
  kit.changed(turn.person)
}

type Sent = SentForm & { readonly view: Submitted['view'] }

function answerOf(shown: Shown, { about, view }: Sent, { language }: View): ViewResponseAction {
  const { dialogs } = sayIn({ language })
  const title = dialogs.title[about.act]
  const update = (next: ModalView) => ({ response_action: 'update', view: next }) as const
  switch (shown.kind) {
    case 'fault':
      return { response_action: 'errors', errors: errorsIn(view, [shown.fault]) }
    case 'overtaken':
      // What was filled in stays where a block keeps its name.
      return update(deskModal(shown.dialog, language))
    case 'order': {
      const metadata = JSON.stringify(shown.about)
      const frame = { title, callback: deskView, submit: dialogs.submit['inquiry-accept'], metadata }
      return update(modalView(frame, modalBlocks(shown.message, { language }).blocks, language))
    }
    case 'said': {
      const { files, blocks } = shown.message
      const gone = files === undefined ? [] : texts(dialogs.filesGone)
      return update(messageView({ title, callback: 'said' }, { ...shown.message, blocks: [...gone, ...blocks] }))
    }
  }
}

function errorsIn(view: Submitted['view'], faults: readonly { field: string; says: string }[]): Record<string, string> {
  const first = Object.keys(view.state?.values ?? {}).find((block) => block !== otherItem) ?? ''
  return Object.fromEntries(faults.map(({ field, says }) => [blockOf(view, field) ?? first, says]))
}
