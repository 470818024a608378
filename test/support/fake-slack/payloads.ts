import type { buildDelivery, Delivered } from './delivery.ts'
import type { Person, Room, World } from './world.ts'

/** What the actions of people need: the workspace, the way to the app, and what it asked to hear. */
export type Desk = {
  readonly world: World
  readonly delivery: ReturnType<typeof buildDelivery>
  readonly events: ReadonlySet<string>
}

export function personOf(world: World, user: string): Person {
  const person = world.people.get(user)
  if (person === undefined) throw new Error(`there is no person ${user}`)
  return person
}

/** A room that this person can see. */
export function roomOf(world: World, user: string, channel: string): Room {
  const room = world.rooms.get(channel)
  if (room === undefined || !room.members.has(user)) throw new Error(`${user} is not in ${channel}`)
  return room
}

/** What every interaction says about where it comes from. */
export function sender(world: World, user: string) {
  const { name } = personOf(world, user)
  return {
    team: { id: world.teamId, domain: 'kondankai' },
    user: { id: user, name, username: name, team_id: world.teamId },
    api_app_id: world.appId,
    token: 'verification-token',
    is_enterprise_install: false,
    enterprise: null,
  }
}

export const channelField = (room: Room) => ({ id: room.id, name: room.kind === 'group' ? 'privategroup' : room.name })

/** Sends an event to the app if the app asked for events of this kind; a member of no channel hears nothing of it. */
export async function sendEvent(
  { world, delivery, events }: Desk,
  name: string,
  event: Record<string, unknown>,
  duplicates = 0,
): Promise<Delivered | undefined> {
  if (!events.has(name)) return undefined
  const authorization = { enterprise_id: null, team_id: world.teamId, user_id: world.botUserId, is_bot: true }
  const payload = {
    token: 'verification-token',
    team_id: world.teamId,
    context_team_id: world.teamId,
    api_app_id: world.appId,
    event,
    type: 'event_callback',
    event_id: world.newId('Ev'),
    event_time: Math.floor(Date.now() / 1000),
    authorizations: [{ ...authorization, is_enterprise_install: false }],
    is_ext_shared_channel: false,
  }
  return delivery.send({ kind: 'events_api', payload }, duplicates)
}
