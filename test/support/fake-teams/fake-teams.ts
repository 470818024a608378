import { randomUUID } from 'node:crypto'
import { cardText } from './card-text.ts'
import { buildDelivery, type Delivered, type DeliveryOptions } from './delivery.ts'
import { changeMembers, type Desk, install, type SayOptions, say, typing } from './talk.ts'
import { openTeamsServer, type ServerOptions } from './teams-server.ts'
import {
  buildWorld,
  type Call,
  type Person,
  type Place,
  personalChat,
  placeId,
  type StoredMessage,
  type Team,
  threadOf,
  type Weather,
  type WorldOptions,
} from './world.ts'

export type FakeTeamsOptions = WorldOptions & ServerOptions & DeliveryOptions
export type FakeTeams = Awaited<ReturnType<typeof openFakeTeams>>

/**
 * A Teams of the tests' own, on the loopback address, as strict as the real one: it refuses what Teams refuses and notes
 * in `faults` what an app must not do. People act through it; every activity bears a token of its own issuer.
 */
export async function openFakeTeams(options: FakeTeamsOptions = {}) {
  const world = buildWorld(options)
  let weather: (call: Call) => Weather = () => 'fine'
  const server = await openTeamsServer(world, options, () => weather)
  const { issuer } = server
  const delivery = buildDelivery(world, issuer, options)
  const desk: Desk = { world, delivery }
  const place = (conversation: string): Place => {
    const known = world.places.get(placeId(conversation))
    if (known === undefined && !world.people.has(conversation)) throw new Error(`there is no place ${conversation}`)
    return known ?? personalChat(world, conversation)
  }
  const stand = (conversation: string) => {
    const thread = threadOf(conversation)
    return place(conversation).messages.filter((one) => !one.deleted && (thread ?? one.thread) === one.thread)
  }

  return {
    /** The configuration of the SDK that leads to this Teams, for an app of a single tenant. */
    configuration: {
      MicrosoftAppType: 'SingleTenant',
      MicrosoftAppId: world.appId,
      MicrosoftAppPassword: world.appPassword,
      MicrosoftAppTenantId: world.tenant,
      ToChannelFromBotLoginUrl: `${world.base}/login/${world.tenant}`,
      ToChannelFromBotOAuthScope: 'https://api.botframework.com',
      ToBotFromChannelTokenIssuer: 'https://api.botframework.com',
      OAuthUrl: `${world.base}/oauth`,
      ToBotFromChannelOpenIdMetadataUrl: `${world.base}/channel/.well-known/openidconfiguration`,
      ToBotFromEmulatorOpenIdMetadataUrl: `${world.base}/emulator/.well-known/openid-configuration`,
      CallerId: 'urn:botframework:azure',
      ValidateAuthority: true,
    },
    appId: world.appId,
    tenant: world.tenant,
    bot: world.bot,
    serviceUrl: `${world.base}/teams/`,
    issuer,

    addUser(given: { name: string; locale?: string; guest?: boolean; tenant?: string; aadObjectId?: string }): string {
      const { name, locale = 'ja-JP', guest = false, tenant = world.tenant, aadObjectId = randomUUID() } = given
      const person: Person = {
        id: `29:1${world.random(20)}`,
        aadObjectId,
        name,
        locale,
        guest,
        tenant,
        installed: true,
      }
      world.people.set(person.id, person)
      return person.id
    },
    /** The person as the world holds it: `installed` can be changed. */
    person: (user: string) => world.people.get(user),
    /** A team; its id is that of its first channel, which everybody in it sees. */
    addTeam({ name, members = [], bot = true }: { name: string; members?: readonly string[]; bot?: boolean }): string {
      const id = world.threadId('tacv2')
      const team: Team = { id, name, aadGroupId: randomUUID(), members: new Set(members), bot }
      world.teams.set(id, team)
      world.places.set(id, { id, kind: 'channel', name: '一般', team, members: team.members, bot, messages: [] })
      return id
    },
    addChannel(teamId: string, name: string): string {
      const team = world.teams.get(teamId)
      if (team === undefined) throw new Error(`there is no team ${teamId}`)
      const id = world.threadId('tacv2')
      world.places.set(id, { id, kind: 'channel', name, team, members: team.members, bot: team.bot, messages: [] })
      return id
    },
    addGroupChat({ members, bot = true }: { members: readonly string[]; bot?: boolean }): string {
      const id = world.threadId('v2')
      world.places.set(id, { id, kind: 'groupChat', name: '', members: new Set(members), bot, messages: [] })
      return id
    },
    /** The place itself: its `members`, `bot`, `closed` and its team’s can be changed. */
    place,
    /** The id of a person’s chat with the bot. */
    personal: (user: string) => personalChat(world, user).id,

    calls: world.calls,
    faults: world.faults,
    delivered: delivery.delivered,
    get rateLimited() {
      return world.rateLimited
    },
    /** The messages of a conversation, a thread of it, or a person’s chat with the bot, as they stand, in order. */
    messages: stand,
    /** Those that the bot posted. */
    posts: (conversation: string) => stand(conversation).filter(({ from }) => from === world.bot.id),
    /** A message as a person reads it: its text, then its cards. */
    read: ({ text, cards }: StoredMessage) => [text, ...cards.map(cardText)].filter((part) => part !== '').join('\n'),
    file: (id: string) => world.files.get(id),

    /** Makes the connector misbehave, call by call. */
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
    /** Delivers to the app that listens there from now on, at `/api/messages`. */
    connect: delivery.connect,
    /** Ends when every delivery was answered, its repetitions included. */
    idle: delivery.idle,
    /** Sends an activity of any kind as Teams would, and `copies` times besides. */
    send: delivery.send,
    /** Sends again what was delivered before, as it was. */
    redeliver: ({ activity }: Delivered) => delivery.send(activity),
    /** Sends any bytes, with a good token unless the options say otherwise. */
    deliver: delivery.raw,

    say: (user: string, conversation: string, text: string, said?: SayOptions) =>
      say(desk, user, conversation, text, said),
    typing: (user: string, conversation: string) => typing(desk, user, conversation),
    install: (user: string, conversation?: string, action?: 'add' | 'remove') =>
      install(desk, user, conversation === undefined ? undefined : place(conversation), action),
    changeMembers: (by: string, conversation: string, users: readonly string[], added: boolean) =>
      changeMembers(desk, by, place(conversation), users, added),

    async [Symbol.asyncDispose]() {
      delivery.close()
      await server.close()
      await delivery.idle()
    },
  }
}
