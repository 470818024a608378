import type { About } from '../../conversation/desk-dialog.ts'
import type { Outcome } from '../../conversation/settle-turn.ts'
import { sayIn } from '../../conversation/view.ts'
import { openTake, takeIn } from '../desk-take.ts'
import { openForm, showForm } from './desk-form.ts'
import { office } from './desk-scene.ts'
import { dialogCard } from './dialog-card.ts'
import type { Invoke } from './invoke.ts'
import { goOn, type InvokeAnswer, sayOnly } from './invoke-answer.ts'
import { answerTurn } from './invoke-exchange.ts'
import { passingTurn, stepOf } from './invoke-turn.ts'
import type { Kit } from './teams-bot.ts'

/** A file that was given to the bot, and what taking it in would do now. */
export async function openTaking(kit: Kit, invoke: Invoke, about: About): Promise<InvokeAnswer> {
  const { actor, view } = await office(kit, invoke)
  if (actor.role.kind !== 'staff') return await openForm(kit, invoke, about)
  const file = kit.dropped.find(about.file ?? '', invoke.person)
  if (file === undefined) return sayOnly(invoke, sayIn(view).dialogs.fileGone)
  const dialog = await openTake(kit.bot, about, file, (form) =>
    passingTurn(kit, invoke, 'look', { kind: 'form', form }),
  )
  return await showForm(kit, invoke, dialog, view)
}

/** Takes it in. */
export async function takeSent(
  kit: Kit,
  invoke: Invoke,
  about: About,
  replace: readonly string[],
): Promise<InvokeAnswer> {
  const { dialogs } = sayIn({ language: invoke.locale ?? 'ja' })
  const file = kit.dropped.find(about.file ?? '', invoke.person)
  if (file === undefined) return sayOnly(invoke, dialogs.fileGone)
  const turn = passingTurn(kit, invoke, stepOf(invoke), { kind: 'form', form: takeIn(file, replace) })
  const show = async (outcome: Outcome) => {
    const message = await kit.bot.messageOf(outcome)
    const { language = 'ja' } = message
    const { dialog, whole } = dialogCard(message, { title: dialogs.title.take, language })
    if (!whole) kit.beside(kit.bot.desk.tell(turn, outcome).then(kit.bot.follow))
    return goOn(dialog)
  }
  return await answerTurn(kit, invoke, turn, { show })
}
