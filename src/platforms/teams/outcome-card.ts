import { startOpinion } from '../../conversation/opinion-start.ts'
import { type Message, notes } from '../../conversation/reply.ts'
import type { Outcome } from '../../conversation/settle-turn.ts'
import { sayIn } from '../../conversation/view.ts'
import { confirmedDraft, withoutNumbers } from '../confirmed-draft.ts'
import { seenOf } from '../shown-draft.ts'
import { dialogCard } from './dialog-card.ts'
import { formData } from './form-data.ts'
import type { Invoke } from './invoke.ts'
import { goOn, type InvokeAnswer } from './invoke-answer.ts'
import { goToChat } from './invoke-exchange.ts'
import { chatTurn, sceneOf, stepOf } from './invoke-turn.ts'
import { opinionCard } from './opinion-card.ts'
import type { Kit } from './teams-bot.ts'

/** What a turn came to, in a dialog: all of a draft to be confirmed, its form where a part of it is still asked for, else as it is said. */
export async function showOutcome(kit: Kit, invoke: Invoke, outcome: Outcome): Promise<InvokeAnswer> {
  const { told, offered, actor } = outcome
  const { forms } = sayIn(actor)
  if (told.some(({ kind }) => kind === 'part' || kind === 'edit-what')) {
    const scene = await sceneOf(kit, invoke)
    const start = scene.draft && (await startOpinion(scene, {}, scene.draft.value.id))
    const form = start && (await opinionCard(start, scene))
    if (form !== undefined) return goOn(form)
  }
  const message = withoutNumbers(await kit.bot.messageOf(outcome))
  const file = offered.find(({ name }) => name === 'file')
  if (file?.about !== undefined && told.some(({ kind }) => kind === 'confirm'))
    return await showConfirm(kit, invoke, message, file.about)
  const isFiled = told.some(({ kind }) => kind === 'receipt')
  const said = isFiled ? { ...message, blocks: [...message.blocks, ...notes(forms.alsoDirect)] } : message
  return showMessage(isFiled ? forms.done : forms.notice, said)
}

/** All of a draft, word for word. What would not fit is confirmed in the chat. */
async function showConfirm(kit: Kit, invoke: Invoke, message: Message, draft: string): Promise<InvokeAnswer> {
  const language = message.language ?? 'ja'
  const { title } = sayIn({ language }).forms.confirm
  const { kept, shown, submit } = await confirmedDraft(message, await sceneOf(kit, invoke))
  const seen = kept === undefined ? {} : { seen: seenOf(kept) }
  const frame = { title, language, submit: { title: submit, data: formData({ name: 'confirm', draft }) }, ...seen }
  const { dialog, whole } = dialogCard(shown, frame)
  if (whole) return goOn(dialog)
  await goToChat(kit, chatTurn(kit, invoke, `whole/${stepOf(invoke)}`, { kind: 'action', name: 'continue' }))
  return showMessage(title, shown)
}

/** A message in a dialog, as far as it goes. */
export function showMessage(title: string, message: Message): InvokeAnswer {
  return goOn(dialogCard(message, { title, language: message.language ?? 'ja' }).dialog)
}
