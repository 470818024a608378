import type { ViewResponseAction } from '@slack/bolt'
import { audienceOf } from '../../conversation/audience.ts'
import type { About } from '../../conversation/desk-dialog.ts'
import { searchDesk } from '../../conversation/desk-search.ts'
import { fieldOfRefusal, readFilled } from '../../conversation/dialog-form.ts'
import { lookOf, openDialog, takeDialog } from '../../conversation/open-dialog.ts'
import { type Message, texts } from '../../conversation/reply.ts'
import { actorOf } from '../../conversation/set-scene.ts'
import type { Outcome } from '../../conversation/settle-turn.ts'
import { areaOf } from '../../conversation/told.ts'
import type { Form, Turn } from '../../conversation/turn.ts'
import { sayIn, type View } from '../../conversation/view.ts'
import { deskAction } from './act-buttons.ts'
import {
  aboutOf,
  blockOf,
  deskModal,
  deskView,
  otherItem,
  readAbout,
  slackOption,
  soughtOf,
  valuesOf,
} from './desk-modal.ts'
import type { Ack } from './http-receiver.ts'
import { modalBlocks } from './modal-blocks.ts'
import type { Options, Pressed, Submitted } from './payload.ts'
import type { Kit, Part } from './slack-bot.ts'
import { accountOf, encodePlace } from './slack-place.ts'
import { answerView, codeOf, openView } from './view-exchange.ts'
import { messageView, modalView } from './views.ts'

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

/** Who acts, as the roster says now, and what is put into words for him. */
async function office({ bot, known, clock }: Kit, person: string) {
  const at = clock.now()
  const { records } = bot.desk
  const language = known.localeOf(person) ?? 'ja'
  const actor = await actorOf(records, { person, place: person }, language, at)
  const prepared = await bot.shelf.recordFor(audienceOf(actor))
  const view: View = {
    ...{ records, prepared, calendar: bot.calendar, language, address: '', here: true },
    ...{ staff: actor.role.kind === 'staff', at },
  }
  return { actor, view, language }
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
  await openView(kit, opening, look === undefined ? form(kit, person, about) : seen(kit, person, look, opening))
  return true
}

async function form(kit: Kit, person: string, about: About) {
  const { actor, view, language } = await office(kit, person)
  if (about.act === 'take' && actor.role.kind === 'staff') return await takeForm(kit, person, about, language)
  return deskModal(await openDialog(about, actor, view), language)
}

/** A dropped file, read again as it is now. */
async function takeForm(kit: Kit, person: string, about: About, language: 'ja' | 'en') {
  const { file: source = '' } = about
  const file = await kit.readDropped(source)
  const { dialogs } = sayIn({ language })
  const gone = { blocks: texts(dialogs.fileGone), language }
  if (file === undefined) return messageView({ title: dialogs.title.take, callback: 'said' }, gone)
  const input = { file, accept: false, replace: [], source }
  const outcome = await lookAt(kit, turnOf(kit, 'look', person, { name: 'inquiry', act: { do: 'take', input } }))
  const { blocks } = await messageOf(kit, outcome)
  return deskModal(takeDialog(about, outcome, blocks), outcome.actor.language)
}

/** A look at the records; what a dialog cannot hold comes as a direct message. */
async function seen(kit: Kit, person: string, look: Form, { trigger, title }: { trigger: string; title: string }) {
  const { bot } = kit
  const turn = turnOf(kit, `${person}/look/${trigger}`, person, look)
  const message = await messageOf(kit, await lookAt(kit, turn))
  if (!modalBlocks(message, { language: message.language ?? 'ja' }).whole) {
    const whole: Turn = { ...turn, answerAt: person }
    await bot.desk.receive(whole)
    void bot
      .settle(whole)
      .then(bot.follow)
      .catch((error: unknown) => kit.report(`Slack: a list waits (${codeOf(error)})`))
  }
  return messageView({ title, callback: 'said' }, message)
}

/** The same form for another item: what was filled in for the one before is not carried over. */
async function changeItem(kit: Kit, { view }: Pressed, person: string, item: string | undefined): Promise<void> {
  const about = aboutOf(view)
  if (view === undefined || about === undefined || item === undefined) return
  try {
    const { receipt, act } = about
    await kit.call('views.update', {
      view_id: view.id,
      view: await form(kit, person, { act, item, ...(receipt && { receipt }) }),
    })
  } catch (error) {
    kit.report(`Slack: a dialog could not be brought up to date (${codeOf(error)})`)
  }
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

/** What is made as files comes into the secretariat's channel. */
function sendsFiles({ act, order }: About): boolean {
  return act === 'annex' || act === 'ledger' || (act === 'inquiry' && order !== undefined)
}

async function submitted(kit: Kit, payload: Submitted, ack: Ack): Promise<boolean> {
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
  const once = turnOf(kit, `slack:${team.id}/view/${view.id}`, person, filled.form)
  const board = kit.channel === null ? person : encodePlace({ team: team.id, channel: kit.channel })
  const turn: Turn = sendsFiles(about) ? { ...once, answerAt: board } : { ...once, passing: true }
  if (!(await kit.bot.desk.knows(turn.id))) {
    const early = await beforehand(kit, turn, about, view)
    if (early !== undefined) {
      await ack(early)
      return true
    }
    await kit.bot.desk.receive(turn)
  }
  await settled(kit, turn, about, { ack, view: view.id })
  return true
}

/** Takes a dropped file in: it is read once more, so it is in the inbox only after the first answer where that takes long. */
async function taken(kit: Kit, { team, user, view }: Submitted, about: About, ack: Ack): Promise<void> {
  const person = accountOf(team.id, user.id)
  const language = kit.known.localeOf(person) ?? 'ja'
  const { dialogs } = sayIn({ language })
  const title = dialogs.title.take
  const work = async (): Promise<Outcome | undefined> => {
    const file = await kit.readDropped(about.file ?? '')
    if (file === undefined) return undefined
    const input = { file, accept: true, replace: [...(valuesOf(view).replace ?? [])] }
    const form: Form = { name: 'inquiry', act: { do: 'take', input } }
    const turn: Turn = { ...turnOf(kit, `slack:${team.id}/view/${view.id}`, person, form), passing: true }
    await kit.bot.desk.receive(turn)
    return await kit.bot.settle(turn)
  }
  const outcome = work()
  const answer = async (): Promise<ViewResponseAction> => {
    const done = await outcome
    const message = done === undefined ? { blocks: texts(dialogs.fileGone), language } : await messageOf(kit, done)
    return { response_action: 'update', view: messageView({ title, callback: 'said' }, message) }
  }
  await answerView(kit, { ack, view: view.id, title, language }, answer())
  const done = await outcome
  if (done !== undefined) await kit.bot.follow(done)
}

/** Carries a turn out that is in the inbox, and shows what it came to. */
async function settled(kit: Kit, turn: Turn, { act }: About, { ack, view }: { ack: Ack; view: string }): Promise<void> {
  const language = kit.known.localeOf(turn.person) ?? 'ja'
  const title = sayIn({ language }).dialogs.title[act]
  const settling = kit.bot.settle(turn)
  const answer = async (): Promise<ViewResponseAction> => {
    const message = await messageOf(kit, await settling)
    const { filesGone } = sayIn({ language }).dialogs
    const blocks =
      message.files === undefined ? message.blocks : [{ kind: 'text', text: filesGone } as const, ...message.blocks]
    return { response_action: 'update', view: messageView({ title, callback: 'said' }, { ...message, blocks }) }
  }
  await answerView(kit, { ack, view, title, language }, answer())
  await kit.bot.follow(await settling)
}

/**
 * What is shown without taking the turn in: what is only looked at, and what would be refused, which can be put right in the
 * form. Undefined where it is to be carried out.
 */
async function beforehand(
  kit: Kit,
  turn: Turn,
  about: About,
  view: Submitted['view'],
): Promise<ViewResponseAction | undefined> {
  const outcome = await kit.bot.desk.look(turn)
  if (outcome === undefined) return undefined
  const refused = outcome.told.map(areaOf).find((one) => one?.told.kind === 'refused')?.told
  if (refused === undefined && sendsFiles(about)) return undefined
  const message = await messageOf(kit, outcome)
  const field = refused?.kind === 'refused' ? fieldOfRefusal(refused.why, Object.keys(valuesOf(view))) : undefined
  if (field !== undefined)
    return { response_action: 'errors', errors: errorsIn(view, [{ field, says: plainOf(message) }]) }
  const { dialogs } = sayIn(outcome.actor)
  const title = dialogs.title[about.act]
  const order = orderOf(turn.did, outcome)
  if (order === undefined) return { response_action: 'update', view: messageView({ title, callback: 'said' }, message) }
  // The terminal's words for how to go on are the button here.
  const shown = { ...message, blocks: message.blocks.filter(({ kind }) => kind !== 'note') }
  const { language } = outcome.actor
  const metadata = JSON.stringify({ act: about.act, order } satisfies About)
  const frame = { title, callback: deskView, submit: dialogs.submit['inquiry-accept'], metadata }
  return { response_action: 'update', view: modalView(frame, modalBlocks(shown, { language }).blocks, language) }
}

/** What was shown as a preview, to be carried out as it is. */
function orderOf(did: Turn['did'], { told }: Outcome): About['order'] {
  const previews = told.some(
    (one) => one.kind === 'inquiry' && one.told.kind === 'inquiry-preview' && one.told.plans.length > 0,
  )
  if (!previews || did.kind !== 'form' || did.form.name !== 'inquiry' || did.form.act.do !== 'write') return undefined
  return did.form.act.input
}

function errorsIn(view: Submitted['view'], faults: readonly { field: string; says: string }[]): Record<string, string> {
  const first = Object.keys(view.state?.values ?? {}).find((block) => block !== otherItem) ?? ''
  return Object.fromEntries(faults.map(({ field, says }) => [blockOf(view, field) ?? first, says]))
}

function plainOf({ blocks }: Message): string {
  return blocks.flatMap((block) => ('text' in block ? [block.text] : [])).join('\n')
}

function turnOf({ known }: Kit, id: string, person: string, form: Form): Turn {
  const locale = known.localeOf(person)
  const who = { committee: known.committee, person, place: person, conversation: person, ...(locale && { locale }) }
  return { id, ...who, did: { kind: 'form', form } }
}

async function lookAt({ bot }: Kit, turn: Turn): Promise<Outcome> {
  const outcome = await bot.desk.look(turn)
  if (outcome === undefined) throw Object.assign(new Error('a look that changes something'), { code: 'no-look' })
  return outcome
}

async function messageOf({ bot }: Kit, outcome: Outcome): Promise<Message> {
  return await bot.messageOf(outcome)
}
