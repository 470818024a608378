import type { Fault, Field, Values } from '../../conversation/desk-dialog.ts'
import { type Block, linesOf } from '../../conversation/reply.ts'
import { isTextTaken, nothingAsked, startText, type TextAsked, textDid } from '../../conversation/text-start.ts'
import type { Action } from '../../conversation/turn.ts'
import { sayIn } from '../../conversation/view.ts'
import type { Language } from '../../questions/normal-text.ts'
import { readChoiceData } from './choice-data.ts'
import { dialogCard } from './dialog-card.ts'
import { fieldElements } from './field-elements.ts'
import { formData, readForm } from './form-data.ts'
import { type Invoke, isOfDialog } from './invoke.ts'
import { goOn, type InvokeAnswer } from './invoke-answer.ts'
import { answerLook, answerTurn } from './invoke-exchange.ts'
import { chatTurn, passingTurn, sceneOf, stepOf } from './invoke-turn.ts'
import { limits } from './limits.ts'
import { showMessage, showOutcome } from './outcome-card.ts'
import { readValues } from './read-values.ts'
import type { Kit, Part } from './teams-bot.ts'

/** Dialogs of one field: a reply to a question back, a correction, one's name for the roster, a question. */
export function textDialog(kit: Kit): Part {
  return async (invoke) => {
    const form = isOfDialog(invoke, 'sends') ? readForm(invoke.data) : undefined
    if (form?.name === 'text') return await send(kit, invoke, form.asks, form.about)
    const inDialog = isOfDialog(invoke, 'sends')
    if (!inDialog && !isOfDialog(invoke, 'opens')) return undefined
    const action = readChoiceData(invoke.data)
    const asked = action && askedBy(action, inDialog)
    return asked && (await answerLook(kit, invoke, openText(kit, invoke, asked, action.about ?? '')))
  }
}

/** What the one field is for that a button opens; in the chat a name is asked for there. */
function askedBy({ name, about }: Action, inDialog: boolean): TextAsked | undefined {
  if (name === 'reply' && about !== undefined) return 'reply'
  if (name === 'proof-correct' && about !== undefined) return 'proof'
  if (name === 'claim' && inDialog) return 'claim'
  return name === 'ask' ? 'ask' : undefined
}

async function openText(kit: Kit, invoke: Invoke, asked: TextAsked, about: string): Promise<InvokeAnswer> {
  const scene = await sceneOf(kit, invoke)
  const { language } = scene.actor
  const above = await startText(scene, asked, about)
  if (above !== undefined) return showForm(asked, about, language, { above })
  return showMessage(sayIn({ language }).forms[asked].title, { blocks: nothingAsked(asked, language), language })
}

type Filling = { readonly above?: readonly Block[]; readonly entered?: Values; readonly faults?: readonly Fault[] }

function showForm(
  asks: TextAsked,
  about: string,
  language: Language,
  { above = [], ...filling }: Filling,
): InvokeAnswer {
  const { title, text: label, hint, send: submit } = sayIn({ language }).forms[asks]
  const isName = asks === 'claim'
  const field: Field = { kind: 'text', name: 'text', label, hint, most: isName ? 100 : limits.text, lines: !isName }
  const frame = {
    ...{ title, language, inputs: fieldElements([field], language, filling) },
    submit: { title: submit, data: formData({ name: 'text', asks, about }) },
    // What it is about stands in the chat, whole.
    always: true as const,
  }
  return goOn(dialogCard({ blocks: above }, frame).dialog)
}

async function send(kit: Kit, invoke: Invoke, asks: TextAsked, about: string): Promise<InvokeAnswer> {
  const entered = readValues(invoke.data)
  const did = textDid(asks, about, entered.text?.[0] ?? '')
  const turn = (asks === 'ask' ? chatTurn : passingTurn)(kit, invoke, stepOf(invoke), did)
  return await answerTurn(kit, invoke, turn, {
    async show(outcome) {
      if (isTextTaken(outcome)) return await showOutcome(kit, invoke, outcome)
      const says = linesOf(await kit.bot.messageOf(outcome))
      return showForm(asks, about, outcome.actor.language, { entered, faults: [{ field: 'text', says }] })
    },
  })
}
