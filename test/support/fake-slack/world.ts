import { randomBytes } from 'node:crypto'
import type { ViewStateValue } from '@slack/bolt'
import type { Block } from './block-schemas.ts'
import { allScopes } from './fake-methods.ts'

/** What a test may say about one call of the Web API. */
export type Weather =
  | 'fine'
  | 'lost-answer'
  | 'hang'
  | { readonly delay: number }
  | { readonly status: 500 }
  | { readonly status: 429; readonly retryAfter: number }

export type Answer = { readonly ok: boolean; readonly error?: string; readonly [key: string]: unknown }
/** A call of the Web API, or of a response_url: what came, when, and what was answered. */
export type Call = {
  readonly method: string
  readonly args: Readonly<Record<string, unknown>>
  readonly at: number
  answer?: Answer
}
export type Person = { readonly id: string; readonly name: string; locale: string; readonly guest: boolean }
export type FileThere = {
  readonly id: string
  readonly name: string
  title: string
  readonly user: string
  readonly length: number
  bytes?: Buffer
  readonly channels: string[]
}
export type StoredMessage = {
  readonly ts: string
  readonly user: string
  readonly botId?: string
  text: string
  blocks?: Block[]
  readonly thread_ts?: string
  metadata?: unknown
  readonly files?: readonly FileThere[]
  edited?: { readonly ts: string }
  deleted: boolean
}
export type Room = {
  readonly id: string
  readonly name: string
  readonly kind: 'channel' | 'group' | 'im'
  readonly members: Set<string>
  archived: boolean
  /** Only its owners may post: the bot gets `restricted_action`. */
  restricted: boolean
  readonly messages: StoredMessage[]
}
export type StateValues = Record<string, Record<string, ViewStateValue>>
export type StoredView = {
  readonly id: string
  readonly type: 'modal' | 'home'
  readonly user: string
  hash: string
  title?: unknown
  submit?: unknown
  close?: unknown
  blocks: Block[]
  callback_id: string
  private_metadata: string
  external_id: string
  clear_on_close: boolean
  notify_on_close: boolean
  readonly root_view_id: string
  readonly previous_view_id: string | null
  state: StateValues
}
export type Ephemeral = {
  readonly ts: string
  readonly channel: string
  readonly user: string
  text: string
  blocks?: Block[]
  deleted: boolean
}
export type ResponseUrl = {
  readonly user: string
  readonly channel: string
  /** The message that it may replace. */
  readonly ts?: string
  readonly madeAt: number
  used: number
  readonly replies: Ephemeral[]
}
type Trigger = { readonly user: string; readonly madeAt: number; used: boolean; readonly viewId?: string }

/** All that a fake Slack holds. */
export type World = ReturnType<typeof buildWorld>

export type WorldOptions = {
  /** The scopes that the bot was installed with. */
  readonly scopes?: readonly string[]
  /** How long a trigger_id lives; Slack's is 3 s. */
  readonly triggerMs?: number
  /** The time by which requests are signed, in milliseconds since 1970. */
  readonly now?: () => number
}

const random = (length: number) => randomBytes(length).toString('hex').toUpperCase().slice(0, length)

export function buildWorld(options: WorldOptions) {
  let count = 0
  const waiting = new Set<() => void>()
  return {
    /** Where it listens. */
    base: '',
    teamId: 'T0KONDANKAI',
    botUserId: 'U0BOT00000',
    botId: 'B0BOT00000',
    appId: 'A0APP00000',
    botToken: `xoxb-${random(24)}`,
    appToken: `xapp-1-${random(24)}`,
    signingSecret: random(32).toLowerCase(),
    scopes: new Set(options.scopes ?? allScopes),
    triggerMs: options.triggerMs ?? 3000,
    now: options.now ?? Date.now,
    calls: [] as Call[],
    faults: [] as string[],
    people: new Map<string, Person>(),
    rooms: new Map<string, Room>(),
    files: new Map<string, FileThere>(),
    ephemerals: [] as Ephemeral[],
    /** The open modals of each person, the lowest first. */
    stacks: new Map<string, StoredView[]>(),
    homes: new Map<string, StoredView>(),
    triggers: new Map<string, Trigger>(),
    responseUrls: new Map<string, ResponseUrl>(),
    statuses: new Map<string, string>(),
    prompts: new Map<string, unknown>(),
    rateLimited: 0,
    /** What an external select offered last, by its action_id. */
    offered: new Map<string, readonly { text: { type: 'plain_text'; text: string }; value: string }[]>(),
    waiting,
    /** Something happened: those who wait look again. */
    changed() {
      for (const look of [...waiting]) look()
    },
    newId: (letter: string) => `${letter}${String((count += 1)).padStart(4, '0')}${random(6)}`,
    /** A time stamp as Slack names messages: unique, and later than all before it. */
    newTs: () => `${Math.floor(Date.now() / 1000)}.${String((count += 1)).padStart(6, '0')}`,
  }
}

export function findRoom(world: World, id: string): Room | undefined {
  return world.rooms.get(id)
}

/** The direct messages of one person with the bot, made when they are first needed. */
export function directRoom(world: World, user: string): Room {
  const id = `D${user.slice(1)}`
  const known = world.rooms.get(id)
  if (known !== undefined) return known
  const room: Room = {
    id,
    name: 'directmessage',
    kind: 'im',
    members: new Set([user, world.botUserId]),
    archived: false,
    restricted: false,
    messages: [],
  }
  world.rooms.set(id, room)
  return room
}

export function newTrigger(world: World, user: string, viewId?: string): string {
  const id = `${Date.now()}.${random(10)}.${random(32).toLowerCase()}`
  world.triggers.set(id, { user, madeAt: performance.now(), used: false, ...(viewId === undefined ? {} : { viewId }) })
  return id
}

/** Whose trigger it is, once; or the error that Slack gives. */
export function takeTrigger(world: World, id: string): Trigger | string {
  const trigger = world.triggers.get(id)
  if (trigger === undefined) return 'invalid_trigger_id'
  if (trigger.used) return 'exchanged_trigger_id'
  if (performance.now() - trigger.madeAt > world.triggerMs) return 'expired_trigger_id'
  trigger.used = true
  return trigger
}
