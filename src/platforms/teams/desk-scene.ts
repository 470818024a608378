import { officeOf } from '../desk-scene.ts'
import type { Invoke } from './invoke.ts'
import type { Kit } from './teams-bot.ts'

/** Who acts, as the roster and the team say now, and what is put into words for him. */
export async function office({ bot }: Pick<Kit, 'bot'>, { person, alone, locale }: Invoke) {
  return await officeOf(bot, { person, place: alone }, locale ?? 'ja')
}
