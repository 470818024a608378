import type { Message } from '../../conversation/reply.ts'
import { sayIn } from '../../conversation/view.ts'
import type { Language } from '../../questions/normal-text.ts'
import { clipLabel } from '../clip-label.ts'
import { type Activity, buildCard, type Claim, type MessageEntity, type Refresh } from './activity.ts'
import { type Dialogs, noDialogs } from './choice-parts.ts'
import { activityRoom, limits } from './limits.ts'
import { messageParts } from './message-parts.ts'
import { refreshOf } from './own-parts.ts'
import { type Cited, elementsOf, type Group, type Part } from './part.ts'
import { liveSeams } from './text-parts.ts'

/**
 * `reader`: who alone reads it, by Teams' own id; what is about his own submissions is brought up to date when he sees it.
 * `dialogs`: whether the button of an action opens a dialog; without it all are answered in the chat, which every client can. */
export type Rendering = {
  readonly language: Language
  readonly dialogs?: Dialogs
  readonly reader?: string | undefined
}

/**
 * A message as activities, in order: none for a message without blocks. All of it is in the cards, inert and uncut; `text` holds
 * nothing but the numbers of the citations, by which Teams shows them. What can be done stands last in the last one. Teams' own
 * label says where a language model took part.
 */
export function messageActivities(
  message: Message,
  { language, dialogs = noDialogs, reader }: Rendering,
): readonly Activity[] {
  const { said, offered } = messageParts(message, language, dialogs)
  const packed =
    inOne([...said, offered], language) ?? packActivities(keepTogether(said, offered, fitsIn(language)), language)
  const activities = message.advised ? packed.map(labelled) : packed
  const [only, ...more] = activities
  const refresh = message.own && refreshOf(message.own, reader)
  return only === undefined || more.length > 0 || refresh === undefined ? activities : [withRefresh(only, refresh)]
}

function withRefresh(activity: Activity, refresh: Refresh): Activity {
  const attachments = activity.attachments.map((card) => ({ ...card, content: { ...card.content, refresh } }))
  return { ...activity, attachments }
}

function labelled({ entities, ...activity }: Activity): Activity {
  if (entities === undefined) return activity
  return { ...activity, entities: entities.map((one) => ({ ...one, additionalType: ['AIGeneratedContent'] })) }
}

/** Groups of parts in as few activities as hold them; a group is parted only where none can hold it. */
export function packActivities(groups: readonly Group[], language: Language): readonly Activity[] {
  return inOne(groups, language) ?? packGroups(groups, fitsIn(language)).map((parts) => buildActivity(parts, language))
}

/** Most messages are one activity, which is found without looking at its parts one by one. */
function inOne(groups: readonly Group[], language: Language): readonly Activity[] | undefined {
  const parts = groups.flat()
  if (parts.length === 0) return []
  const activity = activityOf(parts, language)
  return activity && [activity]
}

type Fits = (parts: readonly Part[]) => boolean

function fitsIn(language: Language): Fits {
  return (parts) => activityOf(parts, language) !== undefined
}

/** Undefined where one activity does not hold the parts. */
function activityOf(parts: readonly Part[], language: Language): Activity | undefined {
  if (citedIn(parts).length > limits.citations) return undefined
  const activity = buildActivity(parts, language)
  return fitsActivity(activity) ? activity : undefined
}

/** Whether an activity can be sent, with what is added to it on the way. */
export function fitsActivity(activity: Activity): boolean {
  return JSON.stringify(activity).length <= activityRoom
}

/** Where there is room, what can be done stands in one activity with what it is about. */
function keepTogether(said: readonly Group[], offered: Group, fits: Fits): readonly Group[] {
  const last = [...(said.at(-1) ?? []), ...offered]
  return fits(last) ? [...said.slice(0, -1), last] : [...said, offered]
}

function packGroups(groups: readonly Group[], fits: Fits): readonly (readonly Part[])[] {
  const packed: Part[][] = []
  for (const group of groups) {
    for (const parts of fits(group) ? [group] : group.map((part) => [part])) {
      const last = packed.at(-1)
      if (last !== undefined && fits([...last, ...parts])) last.push(...parts)
      else packed.push([...parts])
    }
  }
  return packed.filter((parts) => parts.length > 0)
}

function buildActivity(parts: readonly Part[], language: Language): Activity {
  const claims = citedIn(parts).map(claimOf)
  const plain = parts.map(({ text }) => text).filter((text) => text !== '')
  return {
    type: 'message',
    textFormat: 'plain',
    ...(claims.length > 0 && { text: numbersOf(claims, language) }),
    summary: clip(inertLine(plain.join(' ')), limits.summary),
    attachments: [buildCard(elementsOf(parts), language)],
    ...(claims.length > 0 && { entities: [entityOf(claims)] }),
  }
}

/** A notification, in which nothing may be replaced: it is parted by what nobody sees. */
function inertLine(text: string): string {
  return text.replaceAll(liveSeams, '\u200b')
}

function numbersOf(claims: readonly Claim[], language: Language): string {
  return [sayIn({ language }).faces.sourceTitle, ...claims.map(({ position }) => `[${position}]`)].join(' ')
}

function citedIn(parts: readonly Part[]): readonly Cited[] {
  return parts.flatMap(({ cites }) => cites ?? [])
}

function entityOf(citation: readonly Claim[]): MessageEntity {
  return {
    type: 'https://schema.org/Message',
    '@type': 'Message',
    '@context': 'https://schema.org',
    '@id': '',
    citation,
  }
}

/** The quote itself stands in the card, whole: a citation has room for its beginning only. */
function claimOf({ name, abstract }: Cited, at: number): Claim {
  return {
    '@type': 'Claim',
    position: at + 1,
    appearance: {
      '@type': 'DigitalDocument',
      name: clip(name, limits.citationName),
      abstract: clip(abstract, limits.citationAbstract),
    },
  }
}

function clip(text: string, most: number): string {
  return clipLabel(text, most, (some) => some.length)
}
