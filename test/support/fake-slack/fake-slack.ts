import { buildDelivery, type Delivered, type DeliveryOptions } from './delivery.ts'
import type { Entered } from './entered-value.ts'
import { type RawOptions, sendRaw } from './http-app.ts'
import { close, fill, submit, type Values } from './modal-user.ts'
import type { Desk } from './payloads.ts'
import { askOptions, press, type Spot, type Which } from './press.ts'
import { openSlackServer, type ServerOptions } from './slack-server.ts'
import { openSocketMode } from './socket-app.ts'
import { command, messageShortcut, shortcut } from './start.ts'
import { type Given, openHome, type SayOptions, say } from './talk.ts'
import { stackOf } from './view-methods.ts'
import {
  buildWorld,
  type Call,
  directRoom,
  newTrigger,
  type Person,
  type Room,
  type Weather,
  type WorldOptions,
} from './world.ts'

export type FakeSlackOptions = WorldOptions &
  ServerOptions &
  DeliveryOptions & {
    /** The events that the app asked for. */
    readonly events?: readonly string[]
    /** A `view_closed` brings what was entered; Slack does not document that it does. */
    readonly closedWithState?: boolean
  }
export type FakeSlack = Awaited<ReturnType<typeof openFakeSlack>>

const usualEvents = ['app_home_opened', 'app_mention', 'message.im', 'message.channels', 'message.groups']

/**
 * A Slack of the tests' own, on the loopback address, as strict as the real one: it refuses what Slack refuses and notes
 * in `faults` what an app must not do. People act through it, over HTTP or Socket Mode, whichever the app uses.
 */
export async function openFakeSlack(options: FakeSlackOptions = {}) {
  const world = buildWorld(options)
  let weather: (call: Call) => Weather = () => 'fine'
  const slack = await openSlackServer(world, options, () => weather)
  const sockets = openSocketMode(world, slack.server)
  const delivery = buildDelivery(world, sockets, options)
  const desk: Desk = { world, delivery, events: new Set(options.events ?? usualEvents) }
  const room = (channel: string): Room => {
    const known = world.rooms.get(channel)
    if (known === undefined && !world.people.has(channel)) throw new Error(`there is no channel ${channel}`)
    return known ?? directRoom(world, channel)
  }

  return {
    apiUrl: `${slack.base}/api/`,
    botToken: world.botToken,
    appToken: world.appToken,
    signingSecret: world.signingSecret,
    teamId: world.teamId,
    botUserId: world.botUserId,
    botId: world.botId,
    appId: world.appId,

    addUser({ name, locale = 'ja-JP', guest = false }: { name: string; locale?: string; guest?: boolean }): string {
      const person: Person = { id: world.newId('U'), name, locale, guest }
      world.people.set(person.id, person)
      return person.id
    },
    /** A channel with these people in it, and with the bot unless `bot` is false. */
    addChannel(given: { name: string; private?: boolean; members?: readonly string[]; bot?: boolean }): string {
      const { name, members = [], bot = true } = given
      const made: Room = {
        id: world.newId('C'),
        name,
        kind: given.private === true ? 'group' : 'channel',
        members: new Set([...members, ...(bot ? [world.botUserId] : [])]),
        archived: false,
        restricted: false,
        messages: [],
      }
      world.rooms.set(made.id, made)
      return made.id
    },
    /** The room itself: its members, `archived` and `restricted` can be changed. */
    room,
    /** The channel of a person's direct messages with the bot. */
    direct: (user: string) => directRoom(world, user).id,

    calls: world.calls,
    faults: world.faults,
    delivered: delivery.delivered,
    /** Everything that left the app: its calls, and what it said in acknowledgements. */
    get outgoing(): readonly Call[] {
      const said = delivery.delivered.filter(({ body }) => body !== undefined)
      const acknowledged = said.map(({ body, at }) => ({
        method: 'acknowledgement',
        args: typeof body === 'object' && body !== null ? { ...body } : { text: String(body) },
        at,
      }))
      return [...world.calls, ...acknowledged]
    },
    ephemerals: world.ephemerals,
    files: world.files,
    /** Posts that were refused with 429 because of the pace. */
    get rateLimited() {
      return world.rateLimited
    },
    /** The messages of a channel, or of a person's direct messages, as they stand, in order. */
    messages: (channel: string) => room(channel).messages.filter(({ deleted }) => !deleted),
    /** Those that the bot posted. */
    posts: (channel: string) => room(channel).messages.filter(({ deleted, botId }) => !deleted && botId !== undefined),
    home: (user: string) => world.homes.get(user),
    view: (user: string) => stackOf(world, user).at(-1),
    views: (user: string) => stackOf(world, user),
    status: (channel: string, threadTs: string) => world.statuses.get(`${room(channel).id} ${threadTs}`),
    suggestedPrompts: (channel: string) => world.prompts.get(room(channel).id),
    callsOf: (method: string) => world.calls.filter((call) => call.method === method),

    /** Makes the Web API and the response_urls misbehave, call by call. */
    set weather(next: (call: Call) => Weather) {
      weather = next
    },
    /** What `read` gives, once it gives something; it looks again whenever anything happened. */
    async until<T>(read: () => T | undefined | null | false, withinMs = 10_000): Promise<T> {
      const first = read()
      if (first) return first
      return new Promise<T>((resolve, reject) => {
        const end = () => {
          clearTimeout(timer)
          world.waiting.delete(look)
        }
        const look = () => {
          const seen = read()
          if (!seen) return
          end()
          resolve(seen)
        }
        const timer = setTimeout(() => {
          end()
          reject(new Error(`Nothing of the kind within ${withinMs} ms. Faults: ${world.faults.join(' | ') || 'none'}`))
        }, withinMs)
        world.waiting.add(look)
      })
    },
    /** A trigger_id as an action of this person would bring it. */
    newTrigger: (user: string) => newTrigger(world, user),
    /** Holds events back until the function that it gives is called; what waits for them waits as long. */
    holdEvents: delivery.hold,
    /** Sends again what was delivered before, as it was: the same event_id, the same trigger_id. */
    redeliver: ({ kind, payload }: Delivered) => delivery.send({ kind, payload }),
    /** Ends when every delivery was answered, its retries included. */
    idle: delivery.idle,

    /** Delivers to an app that listens there from now on; asks it first whether it is the app, as Slack does. */
    async connectHttp(url: string): Promise<void> {
      const challenge = crypto.randomUUID()
      const body = JSON.stringify({ token: 'verification-token', challenge, type: 'url_verification' })
      const answer = await sendRaw(world, url, body)
      if (answer.status !== 200 || !answer.body.includes(challenge))
        throw new Error(`${url}/slack/events did not answer the challenge: ${answer.status} ${answer.body}`)
      delivery.useHttp(url)
    },
    /** Delivers over Socket Mode from now on, and waits until the app has connected. */
    async connectSocket(): Promise<void> {
      delivery.useHttp(undefined)
      await this.until(() => sockets.connections > 0)
    },
    sockets,
    /** Sends a payload of any kind, also one that Slack would not send, and `copies` times besides, signed anew. */
    send: delivery.send,
    /** Sends what is given to the app's HTTP address, signed well unless the options say otherwise. */
    deliver: (body: string | Buffer, raw: RawOptions = {}) => sendRaw(world, delivery.url ?? '', body, raw),

    say: (user: string, channel: string, text: string, said?: SayOptions) => say(desk, user, channel, text, said),
    dropFile: (user: string, channel: string, { name, bytes, threadTs }: Given & { threadTs?: string }) =>
      say(desk, user, channel, '', { files: [{ name, bytes }], ...(threadTs === undefined ? {} : { threadTs }) }),
    openHome: (user: string, tab?: 'home' | 'messages', duplicate?: number) => openHome(desk, user, tab, duplicate),
    command: (user: string, channel: string, name: string, text = '', duplicate?: number) =>
      command(desk, user, channel, name, text, duplicate),
    shortcut: (user: string, callbackId: string, duplicate?: number) => shortcut(desk, user, callbackId, duplicate),
    messageShortcut: (user: string, callbackId: string, channel: string, ts: string, duplicate?: number) =>
      messageShortcut(desk, user, callbackId, room(channel).id, ts, duplicate),
    press: (user: string, spot: Spot, which: Which, entered?: Entered, duplicate?: number) =>
      press(desk, user, spot, which, entered, duplicate),
    options: (user: string, which: Which, query: string, spot?: Spot) => askOptions(desk, user, which, query, spot),
    fill: (user: string, values: Values) => fill(desk, user, values),
    submit: (user: string, values?: Values, duplicate?: number) => submit(desk, user, values, duplicate),
    /** Closes the modal on top, or with `everything` the whole stack. */
    close: (user: string, everything = false) => close(desk, user, everything, options.closedWithState === true),

    async [Symbol.asyncDispose]() {
      delivery.close()
      sockets.close()
      await slack.close()
      await delivery.idle()
    },
  }
}
