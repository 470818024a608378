import type { About } from '../../conversation/desk-dialog.ts'
import { lookOf } from '../../conversation/open-dialog.ts'
import type { Form } from '../../conversation/turn.ts'
import { sayIn } from '../../conversation/view.ts'
import { lookAt } from '../desk-scene.ts'
import { readDeskData } from './choice-data.ts'
import { openForm } from './desk-form.ts'
import { sendForm } from './desk-submit.ts'
import { openTaking } from './desk-take.ts'
import { dialogCard } from './dialog-card.ts'
import { type Invoke, isOfDialog } from './invoke.ts'
import { goOn, type InvokeAnswer } from './invoke-answer.ts'
import { answerLook, goToChat } from './invoke-exchange.ts'
import { chatTurn, passingTurn } from './invoke-turn.ts'
import type { Kit, Part } from './teams-bot.ts'

/** The secretariat's forms: opened by buttons, filled in, and answered in the same exchange. */
export function deskDialogs(kit: Kit): Part {
  return async (invoke) => {
    const about = readDeskData(invoke.data)
    if (about === undefined) return undefined
    if (isOfDialog(invoke, 'opens')) return await answerLook(kit, invoke, open(kit, invoke, about))
    return isOfDialog(invoke, 'sends') ? await sendForm(kit, invoke, about) : undefined
  }
}

async function open(kit: Kit, invoke: Invoke, about: About): Promise<InvokeAnswer> {
  const look = lookOf(about)
  if (look !== undefined) return await seen(kit, invoke, about, look)
  return about.act === 'take' ? await openTaking(kit, invoke, about) : await openForm(kit, invoke, about)
}

/** A look at the records; what a dialog cannot hold comes in the chat. */
async function seen(kit: Kit, invoke: Invoke, { act }: About, form: Form): Promise<InvokeAnswer> {
  const { bot } = kit
  const did = { kind: 'form', form } as const
  const message = await bot.messageOf(await lookAt(bot, passingTurn(kit, invoke, 'look', did)))
  const { language = 'ja' } = message
  const { dialog, whole } = dialogCard(message, { title: sayIn({ language }).dialogs.title[act], language })
  if (!whole) await goToChat(kit, chatTurn(kit, invoke, `look/${invoke.id}`, did))
  return goOn(dialog)
}
