import type { Delivered } from './delivery.ts'
import { addFile } from './file-methods.ts'
import { messageObject } from './message-methods.ts'
import { type Desk, personOf, roomOf, sendEvent } from './payloads.ts'
import { viewObject } from './view-methods.ts'
import { directRoom, type Room, type StoredMessage } from './world.ts'

/** A file that a person gives. */
export type Given = { readonly name: string; readonly bytes: Buffer }
export type SayOptions = {
  readonly threadTs?: string
  /** Mentions the bot, at the beginning. */
  readonly mention?: boolean
  readonly files?: readonly Given[]
  /** The text stands as Slack writes it, with its control sequences; otherwise as a person types it. */
  readonly raw?: boolean
  /** How many times more Slack sends the same events. */
  readonly duplicate?: number
}
/** A message of a person, and the events that told the app of it. */
export type Said = { readonly ts: string; readonly delivered: readonly Delivered[] }

const kinds = { im: 'message.im', channel: 'message.channels', group: 'message.groups' } as const
/** What Slack does with the text that a person types. */
const typed = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** A person writes a message; the app hears of it where the bot is a member. `channel` may be the bot: `dm`. */
export async function say(
  desk: Desk,
  user: string,
  channel: string,
  text: string,
  options: SayOptions = {},
): Promise<Said> {
  const { world } = desk
  personOf(world, user)
  const room = channel === 'dm' ? directRoom(world, user) : roomOf(world, user, channel)
  if (options.threadTs !== undefined && !room.messages.some(({ ts }) => ts === options.threadTs))
    throw new Error(`${options.threadTs} is no message of ${room.id}`)
  const words = options.raw === true ? text : typed(text)
  const files = options.files?.map(({ name, bytes }) => addFile(world, user, name, bytes))
  for (const file of files ?? []) file.channels.push(room.id)
  const message: StoredMessage = {
    ts: world.newTs(),
    user,
    text: options.mention === true ? `<@${world.botUserId}> ${words}` : words,
    deleted: false,
    ...(options.threadTs === undefined ? {} : { thread_ts: options.threadTs }),
    ...(files === undefined ? {} : { files }),
  }
  room.messages.push(message)
  return { ts: message.ts, delivered: await tell(desk, room, message, options.duplicate ?? 0) }
}

async function tell(desk: Desk, room: Room, message: StoredMessage, duplicates: number): Promise<Delivered[]> {
  const { world } = desk
  if (!room.members.has(world.botUserId)) return []
  const parent = room.messages.find(({ ts }) => ts === message.thread_ts)
  const event = {
    ...messageObject(world, message, false),
    ...(message.files === undefined ? {} : { subtype: 'file_share', upload: false }),
    ...(parent === undefined ? {} : { parent_user_id: parent.user }),
    client_msg_id: crypto.randomUUID(),
    channel: room.id,
    event_ts: message.ts,
    channel_type: room.kind,
  }
  const told = [sendEvent(desk, kinds[room.kind], event, duplicates)]
  if (room.kind !== 'im' && message.text.includes(`<@${world.botUserId}>`)) {
    const { channel_type: _, subtype: __, ...mention } = event as typeof event & { subtype?: string }
    told.push(sendEvent(desk, 'app_mention', { ...mention, type: 'app_mention' }, duplicates))
  }
  return (await Promise.all(told)).filter((one) => one !== undefined)
}

/** A person opens the app: its Home, or the messages with it. */
export async function openHome(desk: Desk, user: string, tab: 'home' | 'messages' = 'home', duplicate = 0) {
  const { world } = desk
  personOf(world, user)
  const home = tab === 'home' ? world.homes.get(user) : undefined
  return sendEvent(
    desk,
    'app_home_opened',
    {
      type: 'app_home_opened',
      user,
      channel: directRoom(world, user).id,
      tab,
      event_ts: world.newTs(),
      ...(home === undefined ? {} : { view: viewObject(world, home) }),
    },
    duplicate,
  )
}
