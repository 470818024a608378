import type { About } from '../../conversation/desk-dialog.ts'
import { searchDesk } from '../../conversation/desk-search.ts'
import { lookOf, openDialog } from '../../conversation/open-dialog.ts'
import type { Form, Turn } from '../../conversation/turn.ts'
import { sayIn } from '../../conversation/view.ts'
import { lookAt } from '../desk-scene.ts'
import { deskAction } from './act-buttons.ts'
import { aboutOf, deskModal, otherItem, readAbout, slackOption, soughtOf } from './desk-modal.ts'
import { office, turnOf } from './desk-scene.ts'
import { submitted } from './desk-submit.ts'
import { takeForm } from './desk-take.ts'
import type { Ack } from './http-receiver.ts'
import { modalBlocks } from './modal-blocks.ts'
import type { Options, Pressed } from './payload.ts'
import type { Kit, Part } from './slack-bot.ts'
import { accountOf } from './slack-place.ts'
import { openView, replaceView } from './view-exchange.ts'
import { receive } from './view-turn.ts'
import { messageView } from './views.ts'

/** The secretariat's forms: opened by buttons, filled in, and answered in the same exchange. */
export function deskDialogs(kit: Kit): Part {
  return async (payload, ack) => {
    if ('command' in payload) return false
    switch (payload.type) {
      case 'block_actions':
        return await pressed(kit, payload, ack)
      case 'view_submission':
        return await submitted(kit, payload, ack)
      case 'block_suggestion':
        return await suggested(kit, payload, ack)
      default:
        return false
    }
  }
}

async function pressed(kit: Kit, payload: Pressed, ack: Ack): Promise<boolean> {
  const [press] = payload.actions
  if (press === undefined || !press.action_id.startsWith(deskAction)) return false
  await ack()
  const person = accountOf(payload.team.id, payload.user.id)
  if (press.action_id === otherItem) {
    await changeItem(kit, payload, person, press.selected_option?.value)
    return true
  }
  const about = readAbout(press.value ?? '')
  if (about === undefined) return true
  const language = kit.known.localeOf(person) ?? 'ja'
  const title = sayIn({ language }).dialogs.title[about.act]
  const look = lookOf(about)
  const opening = { trigger: payload.trigger_id, title, language }
  const rest: Turn[] = []
  const work = look === undefined ? form(kit, person, about) : seen(kit, person, look, opening, rest)
  await openView(kit, opening, work)
  for (const turn of rest) await kit.bot.follow(await kit.bot.settle(turn))
  return true
}

async function form(kit: Kit, person: string, about: About) {
  const { actor, view, language } = await office(kit, person)
  if (about.act === 'take' && actor.role.kind === 'staff') return await takeForm(kit, person, about, language)
  return deskModal(await openDialog(about, actor, view), language)
}

/** A look at the records; what a dialog cannot hold comes as a direct message, which is still to be settled (`rest`). */
async function seen(
  kit: Kit,
  person: string,
  look: Form,
  { trigger, title }: { readonly trigger: string; readonly title: string },
  rest: Turn[],
) {
  const { bot } = kit
  const turn = turnOf(kit, `${person}/look/${trigger}`, person, look)
  const message = await bot.messageOf(await lookAt(bot, turn))
  if (!modalBlocks(message, { language: message.language ?? 'ja' }).whole) {
    const whole: Turn = { ...turn, answerAt: person }
    await receive(kit, whole)
    rest.push(whole)
  }
  return messageView({ title, callback: 'said' }, message)
}

/** The same form for another item: what was filled in for the one before is not carried over. */
async function changeItem(kit: Kit, { view }: Pressed, person: string, item: string | undefined): Promise<void> {
  const about = aboutOf(view)
  if (view === undefined || about === undefined || item === undefined) return
  const { receipt, act } = about
  const language = kit.known.localeOf(person) ?? 'ja'
  const title = sayIn({ language }).dialogs.title[act]
  await replaceView(
    kit,
    { view: view.id, title, language },
    form(kit, person, { act, item, ...(receipt && { receipt }) }),
  )
}

async function suggested(kit: Kit, { view, action_id, value, team, user }: Options, ack: Ack): Promise<boolean> {
  const about = aboutOf(view)
  if (about === undefined) return false
  const { actor, view: words } = await office(kit, accountOf(team.id, user.id))
  const sought = actor.role.kind === 'staff' ? soughtOf(action_id) : undefined
  const found = sought === undefined ? [] : await searchDesk(sought, value, about, words)
  await ack({ options: found.map(slackOption) })
  return true
}
