import { OutgoingActivity } from './activity-schemas.ts'
import { maxBytes, readCard, utf16Bytes } from './card-faults.ts'
import type { Card } from './card-schemas.ts'
import type { StreamInfo } from './entity-schemas.ts'
import type { Place, World } from './world.ts'

/** An outgoing activity that Teams would take, with its cards and its step of a stream. */
export type Read = {
  readonly activity: OutgoingActivity
  readonly cards: readonly Card[]
  readonly stream: StreamInfo | undefined
}

const isEmpty = (text: string | undefined) => text === undefined || text.trim() === ''

/** The activity as Teams reads it, or everything that is wrong with it. */
export function readActivity(world: World, place: Place, body: unknown): Read | readonly string[] {
  const parsed = OutgoingActivity.safeParse(body)
  if (!parsed.success) return parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)
  const activity = parsed.data
  const faults: string[] = []
  const cards: Card[] = []
  for (const attachment of activity.attachments ?? []) {
    if (attachment.contentType !== 'application/vnd.microsoft.card.adaptive') continue
    const card = readCard(world, attachment.content, 'message')
    if ('type' in card) cards.push(card)
    else faults.push(...card)
  }
  faults.push(...activityFaults(world, place, activity, cards))
  if (faults.length > 0) return faults
  return { activity, cards, stream: activity.entities?.find((one) => one.type === 'streaminfo') }
}

function* activityFaults(
  world: World,
  place: Place,
  activity: OutgoingActivity,
  cards: readonly Card[],
): Generator<string> {
  const { text = '', attachments = [], entities = [] } = activity
  const bytes = utf16Bytes(activity)
  if (bytes > maxBytes) yield `${bytes} bytes, more than 28 KB`
  if (activity.serviceUrl !== undefined && activity.serviceUrl !== `${world.base}/teams/`) yield 'another serviceUrl'
  if (activity.from !== undefined && activity.from.id !== world.bot.id) yield 'from somebody who is not the bot'
  const streams = entities.filter(({ type }) => type === 'streaminfo')
  if (activity.type === 'message' && isEmpty(text) && attachments.length === 0) yield 'a message that says nothing'
  if (activity.type === 'typing' && attachments.length > 0) yield 'typing with attachments'
  if (activity.type === 'typing' && !isEmpty(text) && streams.length === 0) yield 'typing with text, but no stream'
  // The notification and the list of chats show the text or the summary; a card alone is announced as "Card".
  if (cards.length > 0 && isEmpty(text) && isEmpty(activity.summary)) yield 'a card without text or summary'
  if (isEmpty(activity.summary) && activity.summary !== undefined) yield 'an empty summary'
  const files = attachments.length > cards.length
  if (files && place.kind !== 'personal') yield 'a file card outside of a personal chat'
  if (activity.suggestedActions !== undefined && place.kind !== 'personal')
    yield 'suggestedActions outside of a personal chat'
  if (activity.suggestedActions !== undefined && files) yield 'suggestedActions beside a file'
  if (activity.channelData?.feedbackLoop !== undefined && activity.channelData.feedbackLoopEnabled !== undefined)
    yield 'feedbackLoop and feedbackLoopEnabled'
  if (streams.length > 1) yield 'more than one streaminfo'
  yield* mentionFaults(world, place, activity)
  yield* citationFaults(activity)
}

function* mentionFaults(world: World, place: Place, { text = '', entities = [] }: OutgoingActivity): Generator<string> {
  const marks: readonly string[] = text.match(/<at[^>]*>[^<]*<\/at>/giu) ?? []
  const mentions = entities.filter((one) => one.type === 'mention')
  for (const { text: mark, mentioned } of mentions) {
    if (!marks.includes(mark)) yield `the mention ${mark} is not in the text`
    if (!place.members.has(mentioned.id) && !place.team?.members.has(mentioned.id) && mentioned.id !== world.bot.id)
      yield `the mention of ${mentioned.id}, who is not there`
  }
  for (const mark of marks)
    if (!mentions.some((one) => one.text === mark)) yield `${mark} in the text without an entity`
}

function* citationFaults({ text = '', entities = [] }: OutgoingActivity): Generator<string> {
  const roots = entities.filter((one) => one.type === 'https://schema.org/Message')
  if (roots.length > 1) yield 'more than one root entity https://schema.org/Message'
  const positions = roots.flatMap(({ citation = [] }) => citation.map(({ position }) => position))
  if (new Set(positions).size < positions.length) yield 'two citations with the same position'
  for (const position of positions) if (!text.includes(`[${position}]`)) yield `the text does not cite [${position}]`
}
