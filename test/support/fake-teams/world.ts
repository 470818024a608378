import { randomBytes, randomUUID, type X509Certificate } from 'node:crypto'
import type { OutgoingActivity } from './activity-schemas.ts'
import type { Card } from './card-schemas.ts'

/** The refusals of a place that an app must take as an answer, not as a fault. */
type Closed = 'MessageWritesBlocked' | 'BotNotInConversationRoster' | 'ConversationBlockedByUser'
/** What a test may say about one call of the connector. */
export type Weather =
  | 'fine'
  | 'lost-answer'
  | 'hang'
  | { readonly delay: number }
  | { readonly status: 412 | 429 | 500 | 502 | 504; readonly retryAfter?: number }
  | { readonly status: 403; readonly code: Closed }

export type Answer = { readonly status: number; readonly body?: unknown; readonly headers?: Record<string, string> }
/** A call of the connector: what came, when, and what was answered. */
export type Call = {
  readonly method: string
  /** The region whose address was called: `teams` is that of all. */
  readonly region: string
  /** Its path below the region, decoded. */
  readonly path: string
  readonly conversation?: string
  readonly body?: unknown
  readonly at: number
  answer?: Answer
}

/** Whether a call posts a message; that somebody is typing is none. */
export function isPost({ method, path, body }: Call): boolean {
  return method === 'POST' && path.endsWith('/activities') && (body as { readonly type?: unknown })?.type === 'message'
}

export type Person = {
  /** As the bot sees the person: `29:…`. */
  readonly id: string
  readonly aadObjectId: string
  readonly name: string
  locale: string
  readonly guest: boolean
  /** The tenant where the person’s account lives. */
  readonly tenant: string
  /** Whether the person can be written to without having written first. */
  installed: boolean
}
export type Team = {
  readonly id: string
  readonly name: string
  readonly aadGroupId: string
  readonly members: Set<string>
  /** Whether the bot is installed in it. */
  bot: boolean
}
export type StoredMessage = {
  readonly id: string
  readonly place: string
  /** In a channel: the message that began the thread. */
  readonly thread?: string
  /** A person’s id, or the bot’s. */
  readonly from: string
  readonly at: number
  text: string
  cards: readonly Card[]
  activity: OutgoingActivity | undefined
  edited: boolean
  deleted: boolean
}
export type Place = {
  readonly id: string
  readonly kind: 'personal' | 'groupChat' | 'channel'
  readonly name: string
  readonly team?: Team
  readonly members: Set<string>
  /** Whether the bot is in it; a channel asks its team. */
  bot: boolean
  /** What the connector answers to every post here. */
  closed?: Closed
  readonly messages: StoredMessage[]
}
/** A streamed answer while it is being written. */
export type Stream = { readonly place: string; sequence: number; text: string; at: number; readonly begun: number }

/** All that a fake Teams holds. */
export type World = ReturnType<typeof buildWorld>
export type WorldOptions = {
  /** The time by which tokens are signed, in milliseconds since 1970. */
  readonly now?: () => number
  /** What the bot is called where it is not registered. */
  readonly bot?: string
  /** The certificate by which the app shows who it is, in place of a secret. */
  readonly certificate?: X509Certificate
}

const random = (length: number) => randomBytes(length).toString('base64url').slice(0, length)

export function buildWorld({ now = Date.now, bot, certificate }: WorldOptions) {
  let last = 0
  const waiting = new Set<() => void>()
  const appId = randomUUID()
  return {
    /** Where it listens. */
    base: '',
    /** The regions whose addresses are served; what comes from people bears the last one. */
    regions: ['teams'],
    now,
    // The SDK caches tokens by this id for the whole process, so that every world needs another.
    appId,
    appPassword: random(40),
    certificate,
    tenant: randomUUID(),
    bot: { id: bot ?? `28:${appId}`, name: '懇談会ボット' },
    calls: [] as Call[],
    faults: [] as string[],
    people: new Map<string, Person>(),
    teams: new Map<string, Team>(),
    places: new Map<string, Place>(),
    streams: new Map<string, Stream>(),
    files: new Map<string, { readonly name: string; bytes?: Buffer }>(),
    rateLimited: 0,
    waiting,
    /** Something happened: those who wait look again. */
    changed() {
      for (const look of [...waiting]) look()
    },
    random,
    /** Ids of messages are times in milliseconds, each later than all before it. */
    newMessageId: () => String((last = Math.max(Date.now(), last + 1))),
    threadId: (ending: 'tacv2' | 'v2') => `19:${randomBytes(16).toString('hex')}@thread.${ending}`,
  }
}

/** A conversation id without the thread that it may name. */
export const placeId = (conversation: string): string => conversation.split(';')[0] as string
/** The thread that a conversation id names. */
export const threadOf = (conversation: string): string | undefined => /;messageid=(\d+)$/.exec(conversation)?.[1]

export function personOf(world: World, user: string): Person {
  const person = world.people.get(user)
  if (person === undefined) throw new Error(`there is no person ${user}`)
  return person
}

/** The chat of one person with the bot, made when it is first needed. */
export function personalChat(world: World, user: string): Place {
  const id = `a:1${user.slice(4)}`
  const known = world.places.get(id)
  if (known !== undefined) return known
  const place: Place = {
    id,
    kind: 'personal',
    name: personOf(world, user).name,
    members: new Set([user]),
    bot: true,
    messages: [],
  }
  world.places.set(id, place)
  return place
}

/** The place that a person can see; `personal` is the person’s chat with the bot. */
export function placeOf(world: World, user: string, conversation: string): Place {
  if (conversation === 'personal') return personalChat(world, user)
  const place = world.places.get(placeId(conversation))
  if (place === undefined || !place.members.has(user)) throw new Error(`${user} is not in ${conversation}`)
  return place
}

/** Whether the bot is there and hears what is said to it. */
export const botIsIn = (place: Place): boolean => (place.team === undefined ? place.bot : place.team.bot)
