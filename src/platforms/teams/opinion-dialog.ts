import { keepingText, opinionNotes } from '../../conversation/opinion-notes.ts'
import { type OpinionWish, startOpinion } from '../../conversation/opinion-start.ts'
import { texts } from '../../conversation/reply.ts'
import { sayIn } from '../../conversation/view.ts'
import { countCharacters } from '../../opinions/clean-text.ts'
import { findReceipt } from '../../opinions/receipt.ts'
import { lookWhyNotEdited } from '../dialog-looks.ts'
import { readChoiceData } from './choice-data.ts'
import { type Invoke, isOfDialog } from './invoke.ts'
import { goOn, type InvokeAnswer } from './invoke-answer.ts'
import { answerLook, goToChat } from './invoke-exchange.ts'
import { chatTurn, passingTurn, sceneOf } from './invoke-turn.ts'
import { readPayload } from './message-payload.ts'
import { extensionCommands } from './names.ts'
import { opinionCard } from './opinion-card.ts'
import { showMessage } from './outcome-card.ts'
import type { Kit, Part } from './teams-bot.ts'

/** What a form is opened with; `reference` is when a message was written that is only referred to, in milliseconds since 1970. */
type Opening = OpinionWish & { readonly reference?: number }

/** Opens the form of an opinion: by a button, from a dialog, by a command of the message extension, from a message. */
export function opinionDialog(kit: Kit): Part {
  return async (invoke) => {
    const opening = openingOf(invoke)
    return opening && (await answerLook(kit, invoke, openOpinion(kit, invoke, opening)))
  }
}

function openingOf(invoke: Invoke): Opening | undefined {
  const opens = isOfDialog(invoke, 'opens')
  if (opens && invoke.command === extensionCommands.opinion) return {}
  if (opens && invoke.command === extensionCommands.opinionFromMessage) return readPayload(invoke)
  if (!opens && !isOfDialog(invoke, 'sends')) return undefined
  const { name, about } = readChoiceData(invoke.data) ?? {}
  if (name === 'opinion') return about === undefined ? {} : { call: about }
  if (name === 'edit-filed') return { edits: about ?? '' }
  // In the chat a draft is changed part by part.
  return name === 'edit' && !opens ? {} : undefined
}

/** What has no room in a dialog goes on in the chat. */
async function openOpinion(kit: Kit, invoke: Invoke, { reference, ...wish }: Opening): Promise<InvokeAnswer> {
  const scene = await sceneOf(kit, invoke)
  const { language } = scene.actor
  const { forms } = sayIn({ language })
  const edits = wish.edits === undefined ? undefined : (findReceipt(wish.edits, scene.filing.prefix) ?? wish.edits)
  const start = await startOpinion(scene, { ...wish, ...(edits === undefined ? {} : { edits }) }, draftOf(invoke))
  if (start === undefined) {
    const did = { kind: 'action', name: 'edit-filed', about: edits ?? '' } as const
    return showMessage(forms.notice, await lookWhyNotEdited(kit.bot, passingTurn(kit, invoke, 'look', did)))
  }
  const dialog = await opinionCard(start, scene, { notes: opinionNotes(start, scene, wish, reference) })
  if (dialog !== undefined) return goOn(dialog)
  const { draft } = start
  const kept = keepingText(draft.id, wish.text === undefined ? null : draft.text)
  await goToChat(kit, chatTurn(kit, invoke, `long/${invoke.id}`, kept))
  const said = draft.none ? forms.opinion.inDirect : forms.opinion.tooLong(countCharacters(draft.text))
  return showMessage(forms.opinion.title, { blocks: texts(said), language })
}

/** The same for an invoke that is sent twice: a draft is begun once. */
function draftOf({ person, id }: Invoke): string {
  return `${person}/opened/${id}`
}
