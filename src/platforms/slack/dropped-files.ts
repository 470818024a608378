import type { Turn } from '../../conversation/turn.ts'
import { isSheet, lookAtFile } from '../desk-take.ts'
import type { Callback, Payload } from './payload.ts'
import type { Kit } from './slack-bot.ts'
import { accountOf, encodePlace } from './slack-place.ts'

type Drop = {
  readonly team: string
  readonly event: Extract<Callback['event'], { readonly type: 'message' | 'app_mention' }>
}

/** Files of divisions, as far as a payload says that somebody has dropped some into the secretariat's channel. */
export function droppedFiles(
  payload: Payload,
  channel: string | null,
): (Drop & { readonly files: readonly string[] }) | undefined {
  if ('command' in payload || payload.type !== 'event_callback') return undefined
  const { team_id: team, event } = payload
  if (event.type === 'app_home_opened' || event.channel !== channel || event.bot_id != null) return undefined
  const files = (event.files ?? []).flatMap(({ id, name }) => (isSheet(name) ? [id] : []))
  return files.length === 0 ? undefined : { team, event, files }
}

/** The turns by which dropped files are looked at: none where it is nobody of the staff. The mention of the bot is not one more. */
export async function dropTurns(
  kit: Kit,
  { team, event, files }: NonNullable<ReturnType<typeof droppedFiles>>,
): Promise<readonly Turn[]> {
  const { user, channel, ts, thread_ts: thread } = event
  if (user === undefined || event.type === 'app_mention') return []
  const person = accountOf(team, user)
  const locale = kit.known.localeOf(person)
  const { role } = await kit.bot.desk.actorOf({ person, place: person }, locale ?? 'ja')
  if (role.kind !== 'staff') return []
  const place = encodePlace({ team, channel, thread: thread ?? ts })
  const turns: Turn[] = []
  for (const source of files) {
    turns.push({
      ...{
        id: `${encodePlace({ team, channel })}/${ts}/${source}`,
        committee: kit.known.committee,
        person,
        place: person,
      },
      ...{ conversation: `${place}/${user}`, answerAt: place, ...(locale && { locale }) },
      did: lookAtFile(await kit.readDropped(source), source, locale ?? 'ja'),
    })
  }
  return turns
}
