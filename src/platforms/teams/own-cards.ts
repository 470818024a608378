import { newsMessage } from '../../conversation/outcome-reply.ts'
import { linesOf, type Message } from '../../conversation/reply.ts'
import { viewOf } from '../../conversation/scene-view.ts'
import type { Outcome } from '../../conversation/settle-turn.ts'
import type { Action } from '../../conversation/turn.ts'
import { sayIn } from '../../conversation/view.ts'
import { findOwn } from '../../opinions/change-submission.ts'
import { opensDialog } from '../dialog-acts.ts'
import { buildCard, type CardAttachment, type ExecuteAction } from './activity.ts'
import { readChoiceData } from './choice-data.ts'
import { buttonParts, noDialogs } from './choice-parts.ts'
import { type Invoke, isOfCard } from './invoke.ts'
import { type InvokeAnswer, replace, sayOnly } from './invoke-answer.ts'
import { answerLook, answerTurn, goToChat } from './invoke-exchange.ts'
import { chatTurn, passingTurn, sceneOf } from './invoke-turn.ts'
import { messageActivities } from './message-activities.ts'
import { type OwnSight, readOwn } from './own-data.ts'
import { sightButton } from './own-parts.ts'
import { elementsOf } from './part.ts'
import type { Kit, Part } from './teams-bot.ts'
import { decodePlace } from './teams-place.ts'
import { textParts } from './text-parts.ts'

/**
 * The cards of somebody's own submissions: brought up to date when he sees them, and what is pressed on them. Whose a submission
 * is says the roster, each time; another's gives no more than one that was never made.
 */
export function ownCards(kit: Kit): Part {
  return async (invoke) => {
    if (!isOfCard(invoke)) return undefined
    const sight = readOwn(invoke.data)
    if (sight !== undefined) return await answerLook(kit, invoke, show(kit, invoke, sight))
    const { name, about } = readChoiceData(invoke.data) ?? {}
    return name === 'withdraw-now' && about !== undefined ? await withdraw(kit, invoke, about) : undefined
  }
}

/** Withdraws once, however often that is sent, and shows the receipt as it stands then. */
async function withdraw(kit: Kit, invoke: Invoke, receipt: string): Promise<InvokeAnswer> {
  const did = { kind: 'action', name: 'withdraw-now', about: receipt } as const
  const turn = passingTurn(kit, invoke, `card/${invoke.card ?? invoke.id}/${did.name}/${receipt}`, did)
  return await answerTurn(kit, invoke, turn, {
    show: async (outcome) =>
      outcome.told.some(({ kind }) => kind === 'withdrawn')
        ? await show(kit, invoke, { see: 'receipt', receipt })
        : sayOnly(invoke, linesOf(await kit.bot.messageOf(outcome))),
  })
}

async function show(kit: Kit, invoke: Invoke, { see, receipt: about = '', again }: OwnSight): Promise<InvokeAnswer> {
  switch (see) {
    case 'mine':
      return await showLook(kit, invoke, { action: { name: 'mine' }, again })
    case 'whole': {
      const back = { see: 'receipt', receipt: about } as const
      return await showLook(kit, invoke, { action: { name: 'submission', about }, back, again })
    }
    case 'withdraw':
      return await askFirst(kit, invoke, about)
    case 'receipt': {
      const scene = await sceneOf(kit, invoke)
      const isOwn = (await findOwn(scene.records, scene.actor, about)) !== undefined
      const message = isOwn ? await newsMessage({ kind: 'receipt', receipt: about }, viewOf(scene)) : null
      const action = { name: 'submission', about } as const
      // Of what is not his he is told what he would be told of nothing.
      return message === null
        ? await showLook(kit, invoke, { action })
        : await showOwn(kit, invoke, message, { action, back: { see: 'mine' } })
    }
  }
}

async function lookAt(kit: Kit, invoke: Invoke, action: Action): Promise<Outcome> {
  const outcome = await kit.bot.desk.look(passingTurn(kit, invoke, 'look', { kind: 'action', ...action }))
  if (outcome === undefined) throw new Error('a look that changes something')
  return outcome
}

/** The action that shows the same in the chat, the way back, and whether nobody has asked for it. */
type Showing = { readonly action: Action; readonly back?: OwnSight; readonly again?: true | undefined }

async function showLook(kit: Kit, invoke: Invoke, showing: Showing): Promise<InvokeAnswer> {
  const message = await kit.bot.messageOf(await lookAt(kit, invoke, showing.action))
  if (message.own === undefined) return sayOnly(invoke, linesOf(message))
  return await showOwn(kit, invoke, message, showing)
}

/**
 * A message in place of the card, with the way back; one that has no room in it goes to the chat. Where the card is only brought
 * up to date nothing is posted: it shows less.
 */
async function showOwn(
  kit: Kit,
  invoke: Invoke,
  message: Message,
  { action, back, again }: Showing,
): Promise<InvokeAnswer> {
  const { faces, forms } = sayIn({ language: message.language ?? 'ja' })
  const ways = back === undefined ? [] : elementsOf(buttonParts([sightButton(forms.back, back)]))
  const card = cardOf(kit, invoke, message)
  if (card !== undefined)
    return replace({ ...card, content: { ...card.content, body: [...card.content.body, ...ways] } })
  if (again && action.about !== undefined) return await show(kit, invoke, { see: 'receipt', receipt: action.about })
  const buttons = again && cardOf(kit, invoke, { ...message, blocks: [] })
  if (buttons) return replace(buttons)
  await goToChat(kit, chatTurn(kit, invoke, `whole/${invoke.id}`, { kind: 'action', ...action }))
  return sayOnly(invoke, faces.restInDirectMessage)
}

/** Undefined where one card does not hold it. */
function cardOf(kit: Kit, { alone }: Invoke, message: Message): CardAttachment | undefined {
  const dialogs = kit.dialogs ? opensDialog : noDialogs
  const reader = decodePlace(alone)?.user ?? undefined
  const [only, ...more] = messageActivities(message, { language: message.language ?? 'ja', dialogs, reader })
  return more.length === 0 ? only?.attachments[0] : undefined
}

/** Asks once more before a submission is withdrawn. */
async function askFirst(kit: Kit, invoke: Invoke, receipt: string): Promise<InvokeAnswer> {
  const outcome = await lookAt(kit, invoke, { name: 'withdraw', about: receipt })
  const message = await kit.bot.messageOf(outcome)
  const said = linesOf(message)
  if (receipt === '' || !outcome.told.some(({ kind }) => kind === 'ask-withdraw')) return sayOnly(invoke, said)
  const { forms } = sayIn(outcome.actor)
  const yes: ExecuteAction = {
    ...({ type: 'Action.Execute', title: forms.home.withdraw, style: 'destructive', verb: 'own' } as const),
    data: { kondankai: { name: 'withdraw-now', about: receipt } },
  }
  const buttons = buttonParts([yes, sightButton(forms.home.keep, { see: 'receipt', receipt })])
  return replace(buildCard(elementsOf([...textParts(said), ...buttons]), outcome.actor.language))
}
