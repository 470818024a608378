import type { ViewResponseAction } from '@slack/bolt'
import type { About } from '../../conversation/desk-dialog.ts'
import { fieldOfRefusal, readFilled } from '../../conversation/dialog-form.ts'
import { openDialog } from '../../conversation/open-dialog.ts'
import type { Message } from '../../conversation/reply.ts'
import type { Outcome } from '../../conversation/settle-turn.ts'
import { areaOf } from '../../conversation/told.ts'
import type { Turn } from '../../conversation/turn.ts'
import { sayIn } from '../../conversation/view.ts'
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
  const once = turnOf(kit, `${person}/desk/${view.id}`, person, filled.form)
  const board = kit.channel === null ? person : encodePlace({ team: team.id, channel: kit.channel })
  const turn: Turn = sendsFiles(about) ? { ...once, answerAt: board } : { ...once, passing: true }
  if (!(await kit.bot.desk.knows(turn.id))) {
    const early = await beforehand(kit, turn, about, view)
    if (early !== undefined) {
      await ack(early)
      return true
    }
    await receive(kit, turn)
  }
  await settled(kit, turn, about, { ack, view: view.id })
  return true
}

/** What is made as files comes into the secretariat's channel. */
function sendsFiles({ act, order }: About): boolean {
  return act === 'annex' || act === 'ledger' || (act === 'inquiry' && order !== undefined)
}

/** Carries a turn out that is in the inbox, and shows what it came to. */
async function settled(kit: Kit, turn: Turn, { act }: About, { ack, view }: { ack: Ack; view: string }): Promise<void> {
  const language = kit.known.localeOf(turn.person) ?? 'ja'
  const title = sayIn({ language }).dialogs.title[act]
  const settling = kit.bot.settle(turn)
  const answer = async (): Promise<ViewResponseAction> => {
    const message = await kit.bot.messageOf(await settling)
    const { filesGone } = sayIn({ language }).dialogs
    const blocks =
      message.files === undefined ? message.blocks : [{ kind: 'text', text: filesGone } as const, ...message.blocks]
    return { response_action: 'update', view: messageView({ title, callback: 'said' }, { ...message, blocks }) }
  }
  await answerView(kit, { ack, view, title, language }, answer())
  await kit.bot.follow(await settling)
  kit.changed(turn.person)
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
  const message = await kit.bot.messageOf(outcome)
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
