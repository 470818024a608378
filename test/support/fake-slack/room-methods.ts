import { messageObject, refuse } from './message-methods.ts'
import type { MethodArgs } from './method-schemas.ts'
import { type Answer, directRoom, findRoom, type Room, type StoredMessage, type World } from './world.ts'

export function openConversation(world: World, args: MethodArgs<'conversations.open'>): Answer {
  if (args.channel !== undefined) {
    const room = findRoom(world, args.channel)
    return room === undefined || room.kind !== 'im'
      ? refuse('channel_not_found')
      : { ok: true, channel: { id: room.id } }
  }
  const users = args.users?.split(',') ?? []
  const [user] = users
  if (user === undefined) return refuse('users_list_not_supplied')
  if (users.length > 1) {
    world.faults.push('conversations.open: the fake opens direct messages with one person only')
    return refuse('too_many_users')
  }
  if (!world.people.has(user)) return refuse('user_not_found')
  return { ok: true, channel: { id: directRoom(world, user).id } }
}

const historyScopes = { im: 'im:history', channel: 'channels:history', group: 'groups:history' } as const

/** The room whose words the bot may read, or why it may not. */
function roomToRead(world: World, channel: string): Room | Answer {
  const room = findRoom(world, channel)
  if (room === undefined) return refuse('channel_not_found')
  const needed = historyScopes[room.kind]
  if (!world.scopes.has(needed)) return refuse('missing_scope', { needed, provided: [...world.scopes].join(',') })
  if (room.members.has(world.botUserId)) return room
  return refuse(room.kind === 'group' ? 'channel_not_found' : 'not_in_channel')
}

export function history(world: World, args: MethodArgs<'conversations.history'>): Answer {
  const room = roomToRead(world, args.channel)
  if ('ok' in room) return room
  const top = there(room).filter(({ ts, thread_ts }) => thread_ts === undefined || thread_ts === ts)
  return page(world, args, within(top, args).reverse(), room)
}

export function replies(world: World, args: MethodArgs<'conversations.replies'>): Answer {
  const room = roomToRead(world, args.channel)
  if ('ok' in room) return room
  const parent = there(room).find(({ ts }) => ts === args.ts)
  if (parent === undefined) return refuse('thread_not_found')
  const answers = there(room).filter(({ ts, thread_ts }) => thread_ts === args.ts && ts !== args.ts)
  // The first message of a thread comes with every page's range, whatever `oldest` says.
  return page(world, args, [parent, ...within(answers, args)], room)
}

const there = (room: Room) => room.messages.filter(({ deleted }) => !deleted)

type Range = { readonly oldest?: string; readonly latest?: string; readonly inclusive?: boolean }

/** `oldest` and `latest` leave out the messages that they name, unless `inclusive`. */
function within(messages: readonly StoredMessage[], { oldest, latest, inclusive = false }: Range): StoredMessage[] {
  const after = (ts: string) =>
    oldest === undefined || compare(ts, oldest) > 0 || (inclusive && compare(ts, oldest) === 0)
  const before = (ts: string) =>
    latest === undefined || compare(ts, latest) < 0 || (inclusive && compare(ts, latest) === 0)
  return messages.filter(({ ts }) => after(ts) && before(ts))
}

/** Time stamps as numbers, for a caller may give fewer digits than Slack does. */
function compare(one: string, other: string): number {
  const [seconds = '0', rest = ''] = one.split('.')
  const [otherSeconds = '0', otherRest = ''] = other.split('.')
  return Number(seconds) - Number(otherSeconds) || Number(rest.padEnd(6, '0')) - Number(otherRest.padEnd(6, '0'))
}

function page(
  world: World,
  args: { readonly cursor?: string; readonly limit?: number; readonly include_all_metadata?: boolean },
  messages: readonly StoredMessage[],
  room: Room,
): Answer {
  const start =
    args.cursor === undefined || args.cursor === '' ? 0 : Number(Buffer.from(args.cursor, 'base64').toString())
  if (!Number.isInteger(start)) return refuse('invalid_cursor')
  const end = start + (args.limit ?? 100)
  const more = end < messages.length
  return {
    ok: true,
    messages: messages.slice(start, end).map((message) => ({
      ...messageObject(world, message, args.include_all_metadata === true),
      ...threadFields(room, message),
    })),
    has_more: more,
    response_metadata: { next_cursor: more ? Buffer.from(String(end)).toString('base64') : '' },
  }
}

function threadFields(room: Room, message: StoredMessage) {
  const count = there(room).filter(({ ts, thread_ts }) => thread_ts === message.ts && ts !== message.ts).length
  return count === 0 ? {} : { thread_ts: message.ts, reply_count: count }
}

export function userInfo(world: World, args: MethodArgs<'users.info'>): Answer {
  const person = world.people.get(args.user)
  if (person === undefined) return refuse('user_not_found')
  return {
    ok: true,
    user: {
      id: person.id,
      team_id: world.teamId,
      name: person.name,
      real_name: person.name,
      deleted: false,
      is_bot: false,
      is_restricted: person.guest,
      is_ultra_restricted: false,
      tz: 'Asia/Tokyo',
      profile: { real_name: person.name, display_name: person.name },
      ...(args.include_locale === true ? { locale: person.locale } : {}),
    },
  }
}
