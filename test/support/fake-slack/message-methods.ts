import { fileObject } from './file-object.ts'
import type { MethodArgs } from './method-schemas.ts'
import { withIds } from './view-state.ts'
import { type Answer, directRoom, findRoom, type Room, type StoredMessage, type World } from './world.ts'

export const refuse = (error: string, more: Record<string, unknown> = {}): Answer => ({ ok: false, error, ...more })

/** The room that the bot may post to, or why it may not. */
export function roomToPost(world: World, channel: string): Room | Answer {
  const room = findRoom(world, channel)
  if (room === undefined) return refuse('channel_not_found')
  // A private channel does not exist for whom is not in it.
  if (!room.members.has(world.botUserId)) return refuse(room.kind === 'group' ? 'channel_not_found' : 'not_in_channel')
  if (room.archived) return refuse('is_archived')
  if (room.restricted) return refuse('restricted_action')
  return room
}

/** What is wrong with a message's words that its schema cannot say; faults are noted, the error is what Slack gives. */
export function checkContents(
  world: World,
  where: string,
  { text, blocks }: { text?: string; blocks?: readonly unknown[] },
): string | undefined {
  const empty = text === undefined || text.trim() === ''
  if (empty && (blocks === undefined || blocks.length === 0)) return 'no_text'
  if (empty) world.faults.push(`${where}: blocks without a text: a screen reader and a notice have nothing to say`)
  return undefined
}

export function postMessage(world: World, args: MethodArgs<'chat.postMessage'>): Answer {
  // A post may name a person; an update must name their direct messages.
  const channel = world.people.has(args.channel) ? directRoom(world, args.channel).id : args.channel
  const room = roomToPost(world, channel)
  if ('ok' in room) return room
  const wrong = checkContents(world, 'chat.postMessage', args)
  if (wrong !== undefined) {
    world.faults.push(`chat.postMessage: ${wrong}`)
    return refuse(wrong)
  }
  if (args.unfurl_links !== false) world.faults.push('chat.postMessage: unfurl_links is not false')
  checkLinks(world, 'chat.postMessage', args)
  const parent = args.thread_ts
  checkThread(world, 'chat.postMessage', room, parent)
  if (args.reply_broadcast === true && parent === undefined)
    world.faults.push('chat.postMessage: reply_broadcast without thread_ts')
  const message = addBotMessage(world, room, args)
  return { ok: true, channel: room.id, ts: message.ts, message: messageObject(world, message, true) }
}

/** Slack posts anyway, but where nobody looks: a thread is named by its first message. */
export function checkThread(world: World, method: string, room: Room, thread: string | undefined): void {
  if (thread === undefined) return
  const parent = room.messages.find(({ ts }) => ts === thread)
  if (parent === undefined) world.faults.push(`${method}: thread_ts ${thread} is no message of ${room.id}`)
  else if (parent.thread_ts !== undefined && parent.thread_ts !== parent.ts)
    world.faults.push(`${method}: thread_ts ${thread} is a reply, not the beginning of a thread`)
}

/** Fields that make text live: the app never needs them. */
function checkLinks(world: World, method: string, args: { link_names?: boolean; parse?: string }) {
  if (args.link_names === true) world.faults.push(`${method}: link_names is true`)
  if (args.parse === 'full') world.faults.push(`${method}: parse is full`)
}

type Posted = Pick<MethodArgs<'chat.postMessage'>, 'text' | 'blocks' | 'thread_ts' | 'metadata'>

export function addBotMessage(world: World, room: Room, args: Posted, files?: StoredMessage['files']): StoredMessage {
  const message: StoredMessage = {
    ts: world.newTs(),
    user: world.botUserId,
    botId: world.botId,
    text: args.text ?? '',
    deleted: false,
    ...(args.blocks === undefined ? {} : { blocks: withIds(world, args.blocks) }),
    ...(args.thread_ts === undefined ? {} : { thread_ts: args.thread_ts }),
    ...(args.metadata === undefined ? {} : { metadata: args.metadata }),
    ...(files === undefined ? {} : { files }),
  }
  room.messages.push(message)
  // A status goes away when the app answers in its thread.
  if (args.thread_ts !== undefined) world.statuses.delete(`${room.id} ${args.thread_ts}`)
  return message
}

export function updateMessage(world: World, args: MethodArgs<'chat.update'>): Answer {
  const room = roomToPost(world, args.channel)
  if ('ok' in room) return room
  const message = room.messages.find(({ ts, deleted }) => ts === args.ts && !deleted)
  if (message === undefined) return refuse('message_not_found')
  if (message.botId !== world.botId) return refuse('cant_update_message')
  const wrong = checkContents(world, 'chat.update', args)
  if (wrong !== undefined) {
    world.faults.push(`chat.update: ${wrong}`)
    return refuse(wrong)
  }
  checkLinks(world, 'chat.update', args)
  editMessage(world, message, args)
  return {
    ok: true,
    channel: room.id,
    ts: message.ts,
    text: message.text,
    message: messageObject(world, message, true),
  }
}

/** Text alone takes the blocks away, as in Slack; metadata stays unless new metadata comes. */
export function editMessage(world: World, message: StoredMessage, args: Posted): void {
  message.text = args.text ?? ''
  if (args.blocks === undefined) delete message.blocks
  else message.blocks = withIds(world, args.blocks)
  if (args.metadata !== undefined) message.metadata = args.metadata
  message.edited = { ts: world.newTs() }
}

/** A message as Slack shows it to the app; its metadata only to who asked for it. */
export function messageObject(world: World, message: StoredMessage, withMetadata: boolean): Record<string, unknown> {
  const { botId, deleted: _, metadata, files, edited, ...said } = message
  return {
    type: 'message',
    ...said,
    team: world.teamId,
    ...(botId === undefined ? {} : { bot_id: botId, app_id: world.appId }),
    ...(edited === undefined ? {} : { edited: { user: message.user, ts: edited.ts } }),
    ...(files === undefined ? {} : { files: files.map((file) => fileObject(world, file)) }),
    ...(withMetadata && metadata !== undefined ? { metadata } : {}),
  }
}
