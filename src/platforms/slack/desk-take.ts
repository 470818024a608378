import type { ViewResponseAction } from '@slack/bolt'
import type { About } from '../../conversation/desk-dialog.ts'
import { texts } from '../../conversation/reply.ts'
import type { Outcome } from '../../conversation/settle-turn.ts'
import type { Turn } from '../../conversation/turn.ts'
import { sayIn } from '../../conversation/view.ts'
import { openTake, takeIn } from '../desk-take.ts'
import { deskModal, valuesOf } from './desk-modal.ts'
import { turnOf } from './desk-scene.ts'
import type { Ack } from './http-receiver.ts'
import type { Submitted } from './payload.ts'
import type { Kit } from './slack-bot.ts'
import { accountOf } from './slack-place.ts'
import { answerView } from './view-exchange.ts'
import { receive } from './view-turn.ts'
import { messageView } from './views.ts'

/** A dropped file, read again as it is now. */
export async function takeForm(kit: Kit, person: string, about: About, language: 'ja' | 'en') {
  const file = await kit.readDropped(about.file ?? '')
  const { dialogs } = sayIn({ language })
  const gone = { blocks: texts(dialogs.fileGone), language }
  if (file === undefined) return messageView({ title: dialogs.title.take, callback: 'said' }, gone)
  const dialog = await openTake(kit.bot, about, file, (form) => turnOf(kit, 'look', person, form))
  return deskModal(dialog, language)
}

/** Takes a dropped file in: it is read once more, so it is in the inbox only after the first answer where that takes long. */
export async function taken(kit: Kit, { team, user, view }: Submitted, about: About, ack: Ack): Promise<void> {
  const person = accountOf(team.id, user.id)
  const language = kit.known.localeOf(person) ?? 'ja'
  const { dialogs } = sayIn({ language })
  const title = dialogs.title.take
  const work = async (): Promise<Outcome | undefined> => {
    const file = await kit.readDropped(about.file ?? '')
    if (file === undefined) return undefined
    const form = takeIn(file, valuesOf(view).replace ?? [])
    const turn: Turn = { ...turnOf(kit, `${person}/desk/${view.id}`, person, form), passing: true }
    await receive(kit, turn)
    return await kit.bot.settle(turn)
  }
  const outcome = work()
  const answer = async (): Promise<ViewResponseAction> => {
    const done = await outcome
    const message = done === undefined ? { blocks: texts(dialogs.fileGone), language } : await kit.bot.messageOf(done)
    return { response_action: 'update', view: messageView({ title, callback: 'said' }, message) }
  }
  await answerView(kit, { ack, view: view.id, title, language }, answer())
  const done = await outcome
  if (done !== undefined) await kit.bot.follow(done)
}
