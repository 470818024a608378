import { z } from 'zod'
import { readActivity } from './activity-faults.ts'
import type { OutgoingActivity } from './activity-schemas.ts'
import { takeStep } from './streams.ts'
import { type Answer, botIsIn, type Place, personalChat, placeId, threadOf, type World } from './world.ts'

/** An error as the connector words it. */
export function refuse(status: number, code: string, message: string = code): Answer {
  return { status, body: { error: { code, message } } }
}

/** The place of a conversation id, or why the bot cannot write there. */
function placeToWrite(world: World, conversation: string): Place | Answer {
  const place = world.places.get(placeId(conversation))
  if (place === undefined) return refuse(404, 'ConversationNotFound', 'Conversation not found.')
  if (!botIsIn(place))
    return refuse(403, 'BotNotInConversationRoster', 'The bot is not part of the conversation roster.')
  if (place.closed !== undefined) return refuse(403, place.closed)
  return place
}
const isAnswer = (one: object): one is Answer => 'status' in one

function misfit(world: World, what: string, faults: readonly string[]): Answer {
  world.faults.push(...faults.map((fault) => `${what}: ${fault}`))
  const large = faults.some((fault) => fault.includes('more than 28 KB'))
  return large ? refuse(413, 'MessageSizeTooBig', faults.join('; ')) : refuse(400, 'BadArgument', faults.join('; '))
}

/** POST to a conversation, or in reply to one of its activities. */
export function postActivity(world: World, conversation: string, body: unknown, replyTo?: string): Answer {
  const place = placeToWrite(world, conversation)
  if (isAnswer(place)) return place
  const read = readActivity(world, place, body)
  if (!('activity' in read)) return misfit(world, 'post', read)
  const { activity, cards, stream } = read
  const named = activity.conversation?.id
  if (named !== undefined && named !== conversation) return misfit(world, 'post', ['the conversation of another place'])
  if (replyTo !== undefined && activity.replyToId !== replyTo) return misfit(world, 'post', ['replyToId of another'])
  const id = world.newMessageId()
  if (stream !== undefined) {
    const refused = takeStep(world, place, id, activity, stream)
    if (refused !== undefined) return refused
    if (stream.streamType !== 'final') return { status: 201, body: { id: stream.streamId ?? id } }
  }
  if (activity.type === 'typing') return { status: 200, body: { id } }

  const answered = place.messages.find((one) => one.id === replyTo)
  const thread = threadOf(conversation) ?? answered?.thread ?? answered?.id ?? id
  if (place.kind === 'channel' && thread !== id && !place.messages.some((one) => one.id === thread))
    return refuse(404, 'ThreadNotFound', 'The thread is not there.')
  place.messages.push({
    id,
    place: place.id,
    ...(place.kind === 'channel' ? { thread } : {}),
    from: world.bot.id,
    at: Date.now(),
    text: activity.text ?? '',
    cards,
    activity,
    edited: false,
    deleted: false,
  })
  // Of a text with a card Teams makes two messages, and names none of them.
  return isSplit(activity) ? { status: 202 } : { status: 201, body: { id } }
}

const isSplit = ({ text = '', attachments = [] }: OutgoingActivity) => text.trim() !== '' && attachments.length > 0

/** PUT or DELETE of one of the bot’s own messages. */
export function changeActivity(world: World, conversation: string, id: string, body: unknown, remove: boolean): Answer {
  const place = placeToWrite(world, conversation)
  if (isAnswer(place)) return place
  const message = place.messages.find((one) => one.id === id && !one.deleted)
  if (message === undefined) return refuse(404, 'ActivityNotFoundInConversation', 'The activity is not there.')
  if (message.from !== world.bot.id) return misfit(world, 'update', ['the message of somebody else'])
  if (remove) {
    message.deleted = true
    return { status: 200 }
  }
  const read = readActivity(world, place, body)
  if (!('activity' in read)) return misfit(world, 'update', read)
  if (read.stream !== undefined || read.activity.type !== 'message') return misfit(world, 'update', ['not a message'])
  if (isSplit(read.activity)) return misfit(world, 'update', ['more than one message'])
  Object.assign(message, {
    text: read.activity.text ?? '',
    cards: read.cards,
    activity: read.activity,
    edited: true,
  })
  return { status: 200, body: { id } }
}

const Opening = z.strictObject({
  isGroup: z.boolean().exactOptional(),
  bot: z.looseObject({ id: z.string() }).exactOptional(),
  members: z
    .array(z.looseObject({ id: z.string() }))
    .length(1)
    .exactOptional(),
  tenantId: z.string().exactOptional(),
  topicName: z.string().exactOptional(),
  activity: z.unknown().optional(),
  channelData: z
    .looseObject({
      tenant: z.looseObject({ id: z.string() }).exactOptional(),
      channel: z.looseObject({ id: z.string() }).exactOptional(),
    })
    .exactOptional(),
})

/** POST /v3/conversations: a chat with one person, or a new thread of a channel. */
export function openConversation(world: World, body: unknown): Answer {
  const parsed = Opening.safeParse(body)
  if (!parsed.success)
    return misfit(
      world,
      'create',
      parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`),
    )
  const { members, channelData, activity, tenantId, bot } = parsed.data
  if (bot !== undefined && bot.id !== world.bot.id) return misfit(world, 'create', ['another bot'])
  const tenant = tenantId ?? channelData?.tenant?.id
  if (tenant !== undefined && tenant !== world.tenant) return refuse(403, 'Forbidden', 'The tenant is another one.')
  if (channelData?.channel !== undefined) {
    if (activity === undefined) return misfit(world, 'create', ['a thread without its first message'])
    const posted = postActivity(world, channelData.channel.id, activity)
    if (posted.status >= 400) return posted
    const { id } = posted.body as { id: string }
    return { status: 201, body: { id: `${channelData.channel.id};messageid=${id}`, activityId: id } }
  }
  if (tenant === undefined) return misfit(world, 'create', ['no tenant'])
  const wanted = members?.[0]?.id
  const person = findPerson(world, wanted ?? '')
  if (person === undefined) return refuse(400, 'BadSyntax', 'Bad format of conversation ID')
  if (!person.installed) return refuse(403, 'BotNotInConversationRoster', 'The app is not installed for this person.')
  const place = personalChat(world, person.id)
  if (activity === undefined) return { status: 201, body: { id: place.id } }
  const posted = postActivity(world, place.id, activity)
  return posted.status >= 400
    ? posted
    : { status: 201, body: { id: place.id, activityId: (posted.body as { id: string }).id } }
}

const findPerson = (world: World, id: string) =>
  world.people.get(id) ?? [...world.people.values()].find(({ aadObjectId }) => aadObjectId === id)
