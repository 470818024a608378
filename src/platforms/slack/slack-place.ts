/**
 * A place in Slack: a channel (`C…`, `G…`, `D…`) or the direct messages of a person (`U…`, `W…`), a thread in it, or the
 * address by which a command is answered for half an hour (`response`).
 */
export type SlackPlace = {
  readonly team: string
  readonly channel: string
  readonly thread?: string
  readonly response?: string
}

/** A place as the opaque string that is stored: `slack:TEAM:CHANNEL`, with `:THREAD` or `:@RESPONSE` behind it. */
export function encodePlace({ team, channel, thread, response }: SlackPlace): string {
  const rest = response === undefined ? thread : `@${encodeURIComponent(response)}`
  return ['slack', team, channel, ...(rest === undefined ? [] : [rest])].join(':')
}

/** Undefined where it is no place of Slack's. */
export function decodePlace(place: string): SlackPlace | undefined {
  const [kind, team, channel, rest, ...more] = place.split(':')
  if (kind !== 'slack' || !team || !channel || more.length > 0) return undefined
  if (rest === undefined) return { team, channel }
  return rest.startsWith('@')
    ? { team, channel, response: decodeURIComponent(rest.slice(1)) }
    : { team, channel, thread: rest }
}

/** An account of Slack's; its direct messages are a place of the same name. */
export function accountOf(team: string, user: string): string {
  return encodePlace({ team, channel: user })
}

/** A channel of the bot's own workspace, which needs not be named. */
export function boardOf(channel: string): string {
  return encodePlace({ team: '-', channel })
}
