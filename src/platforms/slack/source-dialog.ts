import { sayIn } from '../../conversation/view.ts'
import { readChoiceValue } from './choice-value.ts'
import type { Kit, Part } from './slack-bot.ts'
import { accountOf } from './slack-place.ts'
import { openView } from './view-exchange.ts'
import { messageView } from './views.ts'

/** 「出典を見る」: the passages behind a quote, whole, in a dialog. Only what the person may see is found again. */
export function sourceDialog(kit: Kit): Part {
  const { bot, known } = kit
  return async (payload, ack) => {
    if ('command' in payload || payload.type !== 'block_actions') return false
    const action = readChoiceValue(payload.actions[0]?.value ?? '')
    if (action?.name !== 'source') return false
    await ack()
    const person = accountOf(payload.team.id, payload.user.id)
    const look = async () => {
      const turn = { id: 'look', committee: known.committee, person, conversation: person, place: person }
      const outcome = await bot.desk.look({ ...turn, did: { kind: 'action', ...action } })
      if (outcome === undefined) throw new Error('a look that changes something')
      const title = sayIn(outcome.actor).faces.sourceTitle
      return messageView({ title, callback: 'source' }, await bot.messageOf(outcome))
    }
    const language = known.localeOf(person) ?? 'ja'
    const title = sayIn({ language }).faces.sourceTitle
    const above = payload.view?.type === 'modal'
    await openView(kit, { trigger: payload.trigger_id, title, language, above }, look())
    return true
  }
}
