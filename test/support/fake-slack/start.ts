import type { Delivered } from './delivery.ts'
import { messageObject } from './message-methods.ts'
import { channelField, type Desk, personOf, roomOf, sender } from './payloads.ts'
import { newResponseUrl, takeResponse } from './response-urls.ts'
import { directRoom, type Ephemeral, newTrigger } from './world.ts'

/** What came back: the delivery with its acknowledgement, and what the response_url says, now and later. */
export type Answered = { readonly delivered: Delivered; readonly replies: readonly Ephemeral[] }

/** A person types a command; Slack shows what the acknowledgement says. Works also where the bot is no member. */
export async function command(
  desk: Desk,
  user: string,
  channel: string,
  name: string,
  text: string,
  duplicate = 0,
): Promise<Answered> {
  const { world, delivery } = desk
  const person = personOf(world, user)
  const room = channel === 'dm' ? directRoom(world, user) : roomOf(world, user, channel)
  const { url, response } = newResponseUrl(world, user, room.id)
  const payload = {
    token: 'verification-token',
    team_id: world.teamId,
    team_domain: 'kondankai',
    channel_id: room.id,
    channel_name: channelField(room).name,
    user_id: user,
    user_name: person.name,
    command: name,
    text,
    api_app_id: world.appId,
    is_enterprise_install: 'false',
    response_url: url,
    trigger_id: newTrigger(world, user),
  }
  const delivered = await delivery.send({ kind: 'slash_commands', payload }, duplicate)
  const { body } = delivered
  if (delivered.outcome === 'acknowledged' && body !== undefined && body !== '') {
    takeResponse(world, response, typeof body === 'string' ? { text: body } : body)
    world.changed()
  }
  return { delivered, replies: response.replies }
}

/** A person takes one of the app's shortcuts. */
export async function shortcut(desk: Desk, user: string, callbackId: string, duplicate = 0): Promise<Delivered> {
  const { world, delivery } = desk
  const payload = {
    ...sender(world, user),
    type: 'shortcut',
    callback_id: callbackId,
    trigger_id: newTrigger(world, user),
    action_ts: world.newTs(),
  }
  return delivery.send({ kind: 'interactive', payload }, duplicate)
}

/** A person takes a shortcut on a message. */
export async function messageShortcut(
  desk: Desk,
  user: string,
  callbackId: string,
  channel: string,
  ts: string,
  duplicate = 0,
): Promise<Answered> {
  const { world, delivery } = desk
  const room = roomOf(world, user, channel)
  const message = room.messages.find((one) => one.ts === ts && !one.deleted)
  if (message === undefined) throw new Error(`${ts} is no message of ${channel}`)
  const { url, response } = newResponseUrl(world, user, room.id, message.ts)
  const payload = {
    ...sender(world, user),
    type: 'message_action',
    callback_id: callbackId,
    trigger_id: newTrigger(world, user),
    action_ts: world.newTs(),
    response_url: url,
    message_ts: ts,
    message: messageObject(world, message, false),
    channel: channelField(room),
  }
  return { delivered: await delivery.send({ kind: 'interactive', payload }, duplicate), replies: response.replies }
}
