import { sayIn } from '../../conversation/view.ts'
import { readChoiceData } from './choice-data.ts'
import { dialogCard } from './dialog-card.ts'
import { isOfDialog } from './invoke.ts'
import { goOn } from './invoke-answer.ts'
import { answerLook, goToChat } from './invoke-exchange.ts'
import { chatTurn, passingTurn } from './invoke-turn.ts'
import type { Kit, Part } from './teams-bot.ts'

/** 「出典を見る」: the passages behind a quote, whole, in a dialog. Only what the person may see is found again. */
export function sourceDialog(kit: Kit): Part {
  const { bot } = kit
  return async (invoke) => {
    if (!isOfDialog(invoke, 'opens') && !isOfDialog(invoke, 'sends')) return undefined
    const action = readChoiceData(invoke.data)
    if (action?.name !== 'source') return undefined
    const did = { kind: 'action', ...action } as const
    const look = async () => {
      const outcome = await bot.desk.look(passingTurn(kit, invoke, 'look', did))
      if (outcome === undefined) throw new Error('a look that changes something')
      const message = await bot.messageOf(outcome)
      const title = sayIn(outcome.actor).faces.sourceTitle
      const { dialog, whole } = dialogCard(message, { title, language: outcome.actor.language })
      if (!whole) await goToChat(kit, chatTurn(kit, invoke, `source/${invoke.id}`, did))
      return goOn(dialog)
    }
    return await answerLook(kit, invoke, look())
  }
}
