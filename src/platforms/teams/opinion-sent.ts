import { opinionFaults } from '../../conversation/opinion-faults.ts'
import { keepingText } from '../../conversation/opinion-notes.ts'
import { texts } from '../../conversation/reply.ts'
import type { Action } from '../../conversation/turn.ts'
import { sayIn } from '../../conversation/view.ts'
import { isOtherNow } from '../shown-draft.ts'
import { readSeen } from './choice-data.ts'
import { type OpinionFormData, readForm } from './form-data.ts'
import { type Invoke, isOfDialog } from './invoke.ts'
import { goOn, type InvokeAnswer } from './invoke-answer.ts'
import { answerTurn, goToChat } from './invoke-exchange.ts'
import { chatTurn, passingTurn, sceneOf, stepOf } from './invoke-turn.ts'
import { opinionCardAgain } from './opinion-card.ts'
import { readOpinion, readSent } from './opinion-fields.ts'
import { showMessage, showOutcome } from './outcome-card.ts'
import { readValues } from './read-values.ts'
import type { Kit, Part } from './teams-bot.ts'

/** An opinion's form that is sent, and the step that files it. */
export function opinionSent(kit: Kit): Part {
  return async (invoke) => {
    if (!isOfDialog(invoke, 'sends')) return undefined
    const form = readForm(invoke.data)
    if (form?.name === 'opinion') return await review(kit, invoke, form)
    return form?.name === 'confirm' ? await file(kit, invoke, form.draft) : undefined
  }
}

/** Shows what will be filed, or in the form what is wrong with it. */
async function review(kit: Kit, invoke: Invoke, form: OpinionFormData): Promise<InvokeAnswer> {
  const filled = readOpinion(form, invoke.data)
  const turn = passingTurn(kit, invoke, stepOf(invoke), { kind: 'form', form: readSent(form, invoke.data) })
  return await answerTurn(kit, invoke, turn, {
    async show(outcome) {
      const faults = opinionFaults(outcome, await kit.bot.messageOf(outcome))
      return faults === undefined ? await showOutcome(kit, invoke, outcome) : await again(kit, invoke, form, faults)
    },
    // What was entered is kept.
    async late(outcome) {
      if (opinionFaults(outcome, await kit.bot.messageOf(outcome)) === undefined) return
      const did = { kind: 'form', form: { ...filled, keep: true } } as const
      await goToChat(kit, chatTurn(kit, invoke, `${stepOf(invoke)}/late`, did))
    },
  })
}

/** The form as it was filled in, with what is wrong; what has no room in it goes on in the chat. */
async function again(
  kit: Kit,
  invoke: Invoke,
  form: OpinionFormData,
  faults: NonNullable<ReturnType<typeof opinionFaults>>,
): Promise<InvokeAnswer> {
  const scene = await sceneOf(kit, invoke)
  const dialog = await opinionCardAgain(form, scene, { entered: readValues(invoke.data), faults })
  if (dialog !== undefined) return goOn(dialog)
  const { text } = readOpinion(form, invoke.data)
  await goToChat(kit, chatTurn(kit, invoke, `${stepOf(invoke)}/long`, keepingText(form.draft, text)))
  const { language } = scene.actor
  const said = faults.map(({ says }) => says)
  return showMessage(sayIn({ language }).forms.opinion.title, { blocks: texts(...said), language })
}

/** Files what was shown. What was changed elsewhere meanwhile is shown before it is filed. */
async function file(kit: Kit, invoke: Invoke, draft: string): Promise<InvokeAnswer> {
  const kept = (await sceneOf(kit, invoke)).draft?.value
  const action: Action = isOtherNow(kept, draft, readSeen(invoke.data))
    ? { name: 'continue' }
    : { name: 'file', about: draft }
  const turn = passingTurn(kit, invoke, `${stepOf(invoke)}/${action.name}`, { kind: 'action', ...action })
  return await answerTurn(kit, invoke, turn, { show: async (outcome) => await showOutcome(kit, invoke, outcome) })
}
