import { suggestQuestions } from '../../conversation/suggest-questions.ts'
import { sayIn } from '../../conversation/view.ts'
import type { Kit, Part } from './slack-bot.ts'
import { accountOf } from './slack-place.ts'
import { codeOf } from './view-exchange.ts'

/** The direct message as it is opened: questions that the record answers are suggested, and who is new is greeted. */
export function prompts(kit: Kit): Part {
  const { bot, call, known, report } = kit
  return async (payload, ack) => {
    if ('command' in payload || payload.type !== 'event_callback') return false
    const { event, team_id: team } = payload
    if (event.type !== 'app_home_opened' || event.tab !== 'messages') return false
    await ack()
    const person = accountOf(team, event.user)
    const language = known.localeOf(person) ?? 'ja'
    const questions = suggestQuestions(await bot.shelf.recordFor('everybody'), language)
    try {
      await call('assistant.threads.setSuggestedPrompts', {
        channel_id: event.channel,
        title: sayIn({ language }).faces.promptsTitle,
        prompts: questions.map((message) => ({ title: message, message })),
      })
    } catch (error) {
      // Without the agent view, as where members are guests, there is no place for suggestions.
      if (codeOf(error) !== 'missing_scope') report(`Slack: questions could not be suggested (${codeOf(error)})`)
    }
    // The same turn however often it is opened: who was greeted is not greeted again.
    const turn = {
      ...{ id: `${person}/greeting`, committee: known.committee, person, conversation: person, place: person },
      ...{ answerAt: person, locale: language, did: { kind: 'action', name: 'greeting' } as const },
    }
    if (await bot.desk.receive(turn)) await bot.follow(await bot.settle(turn))
    return true
  }
}
