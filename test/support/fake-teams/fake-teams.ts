import { consent, judge } from './answers.ts'
import type { Card } from './card-schemas.ts'
import { cardText } from './card-text.ts'
import { changeMembers, install } from './comings.ts'
import { buildDelivery, type Delivered, type DeliveryOptions, type Inbound } from './delivery.ts'
import { composeCommand, type Dialog, messageAction, openDialog, search, submit } from './dialog-user.ts'
import type { Values } from './entered.ts'
import { buildForgeries } from './forgeries.ts'
import { buildPlaces } from './places.ts'
import { type PressOptions, press, refresh, type Which } from './press.ts'
import { type Desk, type SayOptions, say, typing } from './talk.ts'
import { openTeamsServer, type ServerOptions } from './teams-server.ts'
import { until } from './until.ts'
import {
  buildWorld,
  type Call,
  type Place,
  personalChat,
  placeId,
  type StoredMessage,
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
  const places = buildPlaces(world)
  const dialogs = new Map<string, Dialog>()
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
    /** Serves the tenant from another region's address too, which whatever people do bears from then on. */
    moveTo: (region: string) => void world.regions.push(region),

    addUser: places.addUser,
    /** A team; its id is that of its first channel, which everybody in it sees. */
    addTeam: places.addTeam,
    addChannel: places.addChannel,
    addGroupChat: places.addGroupChat,
    /** The person as the world holds it: `installed` can be changed. */
    person: (user: string) => world.people.get(user),
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
    readCard: cardText,
    /** A message with another card in its place, as a press on it has shown. */
    showCard: (message: StoredMessage, card: Card): StoredMessage => ({ ...message, cards: [card] }),
    file: (id: string) => world.files.get(id),

    /** Makes the connector misbehave, call by call. */
    set weather(next: (call: Call) => Weather) {
      weather = next
    },
    /** What `read` gives, once it gives something; it looks again whenever anything happened. */
    until: <T>(read: () => T | undefined | null | false, withinMs?: number) => until(world, read, withinMs),
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

    press: (user: string, message: StoredMessage, which: Which, values?: Values, options?: PressOptions) =>
      press(desk, user, message, which, values, options),
    /** The card is renewed for this person, if it asks for that; `undefined` where it does not. */
    refresh: (user: string, message: StoredMessage) => refresh(desk, user, message),
    openDialog: (user: string, message: StoredMessage, which: Which, values?: Values, options?: PressOptions) =>
      openDialog(desk, dialogs, user, message, which, values, options),
    submit: (user: string, values?: Values, which?: Which, options?: PressOptions) =>
      submit(desk, dialogs, user, values, which, options),
    search: (user: string, input: string, text: string) => search(desk, dialogs, user, input, text),
    messageAction: (user: string, commandId: string, message: StoredMessage, options?: PressOptions) =>
      messageAction(desk, dialogs, user, commandId, message, options),
    composeCommand: (user: string, conversation: string, commandId: string, options?: PressOptions) =>
      composeCommand(desk, dialogs, user, conversation, commandId, options),
    consent: (user: string, message: StoredMessage, action: 'accept' | 'decline' = 'accept') =>
      consent(desk, user, message, action),
    judge: (user: string, message: StoredMessage, reaction: 'like' | 'dislike', words?: string) =>
      judge(desk, user, message, reaction, words),
    /** The dialog in front of a person. */
    dialog: (user: string) => dialogs.get(user),
    closeDialog: (user: string) => dialogs.delete(user),
    /** Puts a dialog in front of a person as it was before: its answer did not come. */
    showAgain: (user: string, dialog: Dialog) => void dialogs.set(user, dialog),
    /** Every attempt to pass for Teams with this activity. */
    forgeries: (activity: Inbound) => buildForgeries(world, issuer, activity),

    async [Symbol.asyncDispose]() {
      delivery.close()
      await server.close()
      await delivery.idle()
    },
  }
}
