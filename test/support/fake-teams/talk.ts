import type { buildDelivery, Delivered } from './delivery.ts'
import { buildInbound } from './inbound.ts'
import { botIsIn, placeOf, threadOf, type World } from './world.ts'

/** What the acts of people need: the tenant’s world, and the way to the app. */
export type Desk = { readonly world: World; readonly delivery: ReturnType<typeof buildDelivery> }
type Given = { readonly name: string; readonly bytes: Buffer }
export type SayOptions = {
  /** Mentions the bot, at the beginning; where it is no personal chat the app hears nothing else. */
  readonly mention?: boolean
  /** In a channel: the id of a message of the thread. */
  readonly replyTo?: string
  readonly files?: readonly Given[]
  /** How many times more Teams sends the same activity. */
  readonly duplicate?: number
}
/** A message of a person, and how the app was told; it hears of a group’s messages only where it is mentioned. */
export type Said = { readonly id: string; readonly delivered: Delivered | undefined }

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** A person writes a message; `personal` is the chat with the bot. */
export async function say(
  { world, delivery }: Desk,
  user: string,
  conversation: string,
  text: string,
  options: SayOptions = {},
): Promise<Said> {
  const place = placeOf(world, user, conversation)
  const inThread = options.replyTo ?? threadOf(conversation)
  const root = place.messages.find(({ id }) => id === inThread)
  if (inThread !== undefined && root === undefined) throw new Error(`${inThread} is no message of ${place.id}`)
  const mark = `<at>${world.bot.name}</at>`
  const words = options.mention === true ? `${mark} ${text}` : text
  const id = world.newMessageId()
  const thread = place.kind === 'channel' ? (root?.thread ?? root?.id ?? id) : undefined
  place.messages.push({
    id,
    place: place.id,
    ...(thread === undefined ? {} : { thread }),
    from: user,
    at: Date.now(),
    text: words,
    cards: [],
    activity: undefined,
    edited: false,
    deleted: false,
  })
  world.changed()
  if (!botIsIn(place) || (place.kind !== 'personal' && options.mention !== true)) return { id, delivered: undefined }
  const html =
    options.mention === true ? `<span itemtype="http://schema.skype.com/Mention">${world.bot.name}</span>&nbsp;` : ''
  const activity = buildInbound(
    world,
    { user, place, thread },
    {
      type: 'message',
      text: words,
      textFormat: 'plain',
      attachments: [
        ...(options.files ?? []).map((file) => fileAttachment(world, file)),
        { contentType: 'text/html', content: `<div>${html}${escaped(text)}</div>` },
      ],
      entities: options.mention === true ? [{ type: 'mention', mentioned: world.bot, text: mark }] : [],
      ...(place.kind === 'channel' || options.replyTo === undefined ? {} : { replyToId: options.replyTo }),
    },
  )
  return { id, delivered: await delivery.send({ ...activity, id }, options.duplicate) }
}

/** A file as a person gives it to the bot in a personal chat. */
function fileAttachment(world: World, { name, bytes }: Given) {
  const id = world.random(20)
  world.files.set(id, { name, bytes })
  const fileType = name.split('.').at(-1)
  return {
    contentType: 'application/vnd.microsoft.teams.file.download.info',
    content: { downloadUrl: `${world.base}/files/${id}`, uniqueId: id, fileType },
    contentUrl: `https://example.sharepoint.com/personal/files/${encodeURIComponent(name)}`,
    name,
  }
}

/** A person is writing. */
export const typing = ({ world, delivery }: Desk, user: string, conversation: string) =>
  delivery.send(buildInbound(world, { user, place: placeOf(world, user, conversation) }, { type: 'typing' }))
