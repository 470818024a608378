import type { Inbound } from './delivery.ts'
import { type Person, type Place, personOf, type World } from './world.ts'

/** The user’s side of an activity: who, where, in which thread. */
export type From = { readonly user: string; readonly place: Place; readonly thread?: string | undefined }

/** How an activity names the conversation: in a channel with the thread. */
function conversationOf(world: World, place: Place, thread?: string) {
  return {
    id: place.kind === 'channel' && thread !== undefined ? `${place.id};messageid=${thread}` : place.id,
    conversationType: place.kind,
    tenantId: world.tenant,
    ...(place.kind === 'personal' ? {} : { isGroup: true }),
    ...(place.kind === 'channel' ? { name: place.name } : {}),
  }
}

/** What Teams says of the place beside the conversation. */
export function channelDataOf(world: World, place: Place) {
  const { team } = place
  const inTeam =
    team === undefined
      ? {}
      : {
          teamsChannelId: place.id,
          teamsTeamId: team.id,
          channel: { id: place.id },
          team: { id: team.id, name: team.name, aadGroupId: team.aadGroupId },
        }
  return { ...inTeam, tenant: { id: world.tenant } }
}

export const account = ({ id, name, aadObjectId }: Person) => ({ id, name, aadObjectId })

/** An activity of a person as Teams writes it; the fields given come on top. */
export function buildInbound(world: World, { user, place, thread }: From, fields: Omit<Inbound, 'id'>): Inbound {
  const person = personOf(world, user)
  const now = new Date(world.now())
  const { channelData = {}, entities = [], ...rest } = fields as Inbound & { entities?: unknown[] }
  return {
    id: world.newMessageId(),
    timestamp: now.toISOString(),
    localTimestamp: `${new Date(now.getTime() + 9 * 3_600_000).toISOString().slice(0, -1)}+09:00`,
    channelId: 'msteams',
    serviceUrl: `${world.base}/${world.regions.at(-1)}/`,
    from: account(person),
    conversation: conversationOf(world, place, thread),
    recipient: world.bot,
    entities: [
      { locale: person.locale, country: 'JP', platform: 'Web', timezone: 'Asia/Tokyo', type: 'clientInfo' },
      ...entities,
    ],
    channelData: { ...channelDataOf(world, place), ...(channelData as object) },
    locale: person.locale,
    localTimezone: 'Asia/Tokyo',
    ...rest,
  }
}
