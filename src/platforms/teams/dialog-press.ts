import type { Action } from '../../conversation/turn.ts'
import { sayIn } from '../../conversation/view.ts'
import { lookAtReferences } from '../dialog-looks.ts'
import { isOtherNow } from '../shown-draft.ts'
import { readChoiceData, readSeen } from './choice-data.ts'
import { isOfDialog } from './invoke.ts'
import { answerLook, answerTurn } from './invoke-exchange.ts'
import { passingTurn, sceneOf, stepOf } from './invoke-turn.ts'
import { showMessage, showOutcome } from './outcome-card.ts'
import type { Kit, Part } from './teams-bot.ts'

/** Buttons in dialogs that open no other: what they come to is shown there. */
export function dialogPress(kit: Kit): Part {
  return async (invoke) => {
    if (!isOfDialog(invoke, 'sends')) return undefined
    const pressed = readChoiceData(invoke.data)
    if (pressed === undefined) return undefined
    if (pressed.name === 'references') {
      const look = async () => {
        const message = await lookAtReferences(
          kit.bot,
          passingTurn(kit, invoke, 'look', { kind: 'action', name: 'references' }),
        )
        return showMessage(sayIn({ language: message.language ?? 'ja' }).forms.notice, message)
      }
      return await answerLook(kit, invoke, look())
    }
    // What was changed elsewhere meanwhile is shown before it is filed.
    const kept = pressed.name === 'file-whole' ? (await sceneOf(kit, invoke)).draft?.value : undefined
    const action: Action = isOtherNow(kept, pressed.about, readSeen(invoke.data)) ? { name: 'continue' } : pressed
    const turn = passingTurn(kit, invoke, `${stepOf(invoke)}/${action.name}`, { kind: 'action', ...action })
    // What was asked last is remembered with the chat, where its answer stands too.
    const there = action.name === 'ask-secretariat' ? { ...turn, conversation: invoke.alone } : turn
    return await answerTurn(kit, invoke, there, {
      show: async (outcome) => await showOutcome(kit, invoke, outcome),
    })
  }
}
