import type { About, Fault, Values } from '../../conversation/desk-dialog.ts'
import { readFilled } from '../../conversation/dialog-form.ts'
import { openDialog } from '../../conversation/open-dialog.ts'
import { texts } from '../../conversation/reply.ts'
import type { Outcome } from '../../conversation/settle-turn.ts'
import type { Turn } from '../../conversation/turn.ts'
import { sayIn, type View } from '../../conversation/view.ts'
import { type SentForm, type Shown, sendsFiles, showBefore, showOutcome } from '../desk-sent.ts'
import { deskData } from './choice-data.ts'
import { openForm, showForm } from './desk-form.ts'
import { office } from './desk-scene.ts'
import { takeSent } from './desk-take.ts'
import { dialogCard } from './dialog-card.ts'
import type { Invoke } from './invoke.ts'
import { goOn, type InvokeAnswer } from './invoke-answer.ts'
import { answerTurn } from './invoke-exchange.ts'
import { chatTurn, passingTurn, stepOf } from './invoke-turn.ts'
import { readValues } from './read-values.ts'
import type { Kit } from './teams-bot.ts'

/** What was filled in, and is sent: what is wrong with it stands in the form, else it is carried out once. */
export async function sendForm(kit: Kit, invoke: Invoke, about: About): Promise<InvokeAnswer> {
  const { actor, view } = await office(kit, invoke)
  const given = readValues(invoke.data)
  const [chosen] = given.item ?? []
  if (actor.role.kind !== 'staff') return await openForm(kit, invoke, about)
  if (about.act === 'take') return await takeSent(kit, invoke, about, given.replace ?? [])
  if (about.receipt !== undefined && about.item === undefined)
    return await openForm(kit, invoke, { ...about, ...(chosen !== undefined && { item: chosen }) })
  // What was read when it was opened stays: else nobody would be told that another was faster.
  const form = { ...(await openDialog(about, actor, view)), about }
  const fields = form.fields.map(({ name }) => name)
  // What is left empty is not sent.
  const values: Values = { ...Object.fromEntries(fields.map((name) => [name, []])), ...given }
  const again = async (faults: readonly Fault[]) => await showForm(kit, invoke, form, view, { entered: values, faults })
  const filled = readFilled(about, values, view)
  if ('faults' in filled) return await again(filled.faults)

  const did = { kind: 'form', form: filled.form } as const
  const make = sendsFiles(about) ? chatTurn : passingTurn
  const sent: Sent = { about, fields, turn: make(kit, invoke, stepOf(invoke), did), invoke }
  const show = async (shown: Shown, outcome: Outcome): Promise<InvokeAnswer> => {
    switch (shown.kind) {
      case 'fault':
        return await again([shown.fault])
      case 'overtaken':
        return await showForm(kit, invoke, shown.dialog, view, { entered: values })
      case 'order':
      case 'said':
        return showMessage(kit, sent, shown, { view, outcome })
    }
  }
  if (!(await kit.bot.desk.knows(sent.turn.id))) {
    const early = await showBefore(kit.bot, sent, view)
    if (early !== undefined) return await show(early, early.outcome)
  }
  return await answerTurn(kit, invoke, sent.turn, {
    show: async (outcome) => await show(await showOutcome(kit.bot, sent, outcome, view), outcome),
  })
}

type Sent = SentForm & { readonly turn: Turn; readonly invoke: Invoke }

/** A message in the dialog; what it cannot hold comes in the chat. */
function showMessage(
  { bot, beside }: Kit,
  { about, turn }: Sent,
  shown: Exclude<Shown, { readonly kind: 'fault' | 'overtaken' }>,
  { view, outcome }: { readonly view: View; readonly outcome: Outcome },
): InvokeAnswer {
  const { dialogs, faces } = sayIn(view)
  const { message } = shown
  const data = shown.kind === 'order' ? deskData(shown.about) : undefined
  const frame = {
    ...{ title: dialogs.title[about.act], language: view.language },
    ...(data && { submit: { title: dialogs.submit['inquiry-accept'], data }, always: true as const }),
  }
  const files = message.files === undefined ? [] : texts(faces.filesInChat)
  const { dialog, whole } = dialogCard({ ...message, blocks: [...files, ...message.blocks] }, frame)
  if (!whole) beside(bot.desk.tell(turn, outcome).then(bot.follow))
  return goOn(dialog)
}
