import { notStaff } from '../../conversation/not-staff.ts'
import { texts } from '../../conversation/reply.ts'
import { sayIn } from '../../conversation/view.ts'
import { actButtons } from './act-buttons.ts'
import { messagePosts } from './message-posts.ts'
import { slashCommands } from './names.ts'
import type { Kit, Part } from './slack-bot.ts'
import { accountOf } from './slack-place.ts'

/** The secretariat's menu: for the command alone, in its channel. Only who gave the command sees it. */
export function deskMenu(kit: Kit): Part {
  return async (payload, ack) => {
    if (!('command' in payload) || payload.command !== slashCommands.ask || payload.text.trim() !== '') return false
    if (kit.channel === null || payload.channel_id !== kit.channel) return false
    const person = accountOf(payload.team_id, payload.user_id)
    const language = kit.known.localeOf(person) ?? 'ja'
    const actor = await kit.bot.desk.actorOf({ person, place: person }, language)
    const isStaff = actor.role.kind === 'staff'
    const message = { blocks: texts(isStaff ? sayIn(actor).dialogs.menu : notStaff(actor)), language }
    const [post] = actButtons(isStaff ? { ...message, menu: true } : message, messagePosts(message, { language }))
    await ack({ response_type: 'ephemeral', ...post })
    return true
  }
}
