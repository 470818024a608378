import type { Turn } from '../../conversation/turn.ts'
import { comesAgain, opensDialog } from '../dialog-acts.ts'
import { readChoiceValue } from './choice-value.ts'
import { slashCommands } from './names.ts'
import type { Callback, Command, Payload, Pressed } from './payload.ts'
import { isToOthers, saidText } from './said-text.ts'
import { accountOf, encodePlace } from './slack-place.ts'

/** What the app knows of its surroundings: the bot's own id once Slack has said it, and the locales of people it has met. */
export type Known = {
  readonly committee: string
  readonly bot: string | undefined
  readonly localeOf: (account: string) => 'ja' | 'en' | undefined
}

/**
 * The turn that a payload is, as far as it is one that is answered by a post: what was said, asked by a command, or pressed
 * under a post. Its id is the same however often Slack sends it.
 */
export function payloadTurn(payload: Payload, known: Known): Turn | undefined {
  if ('command' in payload) return commandTurn(payload, known)
  if (payload.type === 'event_callback') return eventTurn(payload, known)
  return payload.type === 'block_actions' ? pressedTurn(payload, known) : undefined
}

function eventTurn({ team_id: team, event, authorizations = [] }: Callback, known: Known): Turn | undefined {
  if (event.type === 'app_home_opened' || event.user === undefined || event.bot_id != null) return undefined
  if (event.subtype !== undefined && !['file_share', 'thread_broadcast', 'me_message'].includes(event.subtype))
    return undefined
  const { channel, user, ts, thread_ts: thread } = event
  const bots = [known.bot, ...authorizations.map(({ user_id }) => user_id)].filter((one) => one !== undefined)
  if (bots.includes(user)) return undefined
  const person = accountOf(team, user)
  const said = event.text ?? ''
  const who = { committee: known.committee, person, place: person }
  // A mention and its message are one turn.
  const once = {
    id: `${encodePlace({ team, channel })}/${ts}`,
    did: { kind: 'say', text: saidText(said, bots) } as const,
  }
  if (event.type === 'message' && event.channel_type === 'im') {
    if (said.trim() === '') return undefined
    return {
      ...once,
      ...who,
      ...localeIn(known, person),
      conversation: person,
      answerAt: encodePlace({ team, channel, ...(thread && { thread }) }),
    }
  }
  const root = thread ?? ts
  const place = encodePlace({ team, channel, thread: root })
  const shared = { ...once, ...who, conversation: `${place}/${user}`, overheard: true, answerAt: place } as const
  if (event.type === 'app_mention' || bots.some((bot) => said.includes(`<@${bot}>`)))
    return { ...shared, ...localeIn(known, person) }
  if (thread === undefined || isToOthers(said, bots)) return undefined
  // Of who speaks to others nothing is asked.
  return { ...shared, unasked: true }
}

function commandTurn(payload: Command, known: Known): Turn | undefined {
  const { command, team_id: team, user_id: user, channel_id: channel, trigger_id, response_url: response } = payload
  if (command !== slashCommands.ask || payload.text.trim() === '') return undefined
  const person = accountOf(team, user)
  return {
    ...{ id: `slack:${team}/command/${trigger_id}`, committee: known.committee, person, place: person },
    ...localeIn(known, person),
    conversation: `${encodePlace({ team, channel })}/${user}`,
    overheard: true,
    answerAt: encodePlace({ team, channel: user, response }),
    did: { kind: 'say', text: saidText(payload.text, known.bot === undefined ? [] : [known.bot]) },
  }
}

/** A button under a post: pressed twice it is the same turn, but for what may be done again. */
function pressedTurn({ team: { id: team }, user, channel, message, actions }: Pressed, known: Known): Turn | undefined {
  const [pressed] = actions
  if (channel === undefined || message === undefined || pressed?.value === undefined) return undefined
  const action = readChoiceValue(pressed.value)
  if (action === undefined || opensDialog(action)) return undefined
  const person = accountOf(team, user.id)
  const isDirect = channel.id.startsWith('D')
  const at = { team, channel: channel.id }
  const thread = message.thread_ts ?? (isDirect ? undefined : message.ts)
  const place = encodePlace({ ...at, ...(thread === undefined ? {} : { thread }) })
  const press = comesAgain(action) ? `/${pressed.action_ts ?? ''}` : ''
  return {
    ...{ id: `${encodePlace(at)}/${message.ts}/${pressed.block_id}/${pressed.action_id}/${user.id}${press}` },
    ...{ committee: known.committee, person, place: person, answerAt: place, ...localeIn(known, person) },
    ...(isDirect ? { conversation: person } : { conversation: `${place}/${user.id}`, overheard: true }),
    did: { kind: 'action', ...action },
  }
}

/** The language of a person's Slack, as far as it is known; if not it is asked for. */
export function localeIn({ localeOf }: Known, person: string): Pick<Turn, 'locale'> {
  const locale = localeOf(person)
  return locale === undefined ? {} : { locale }
}
