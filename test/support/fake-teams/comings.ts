import type { Delivered } from './delivery.ts'
import { account, buildInbound, type From } from './inbound.ts'
import type { Desk } from './talk.ts'
import { type Place, personalChat } from './world.ts'

/** An installation of the app by a person, for that person or where `place` is, or its removal. */
export async function install(
  { world, delivery }: Desk,
  user: string,
  place: Place = personalChat(world, user),
  action: 'add' | 'remove' = 'add',
): Promise<Delivered> {
  const there = action === 'add'
  if (place.team === undefined) place.bot = there
  else place.team.bot = there
  const person = world.people.get(user)
  if (person !== undefined && place.kind === 'personal') person.installed = there
  const from: From = { user, place }
  if (there || place.kind !== 'personal') {
    const inTeam = place.team === undefined ? {} : { eventType: there ? 'teamMemberAdded' : 'teamMemberRemoved' }
    const changed = there ? { membersAdded: [world.bot] } : { membersRemoved: [world.bot] }
    const channelData = inTeam
    await delivery.send(buildInbound(world, from, { type: 'conversationUpdate', ...changed, channelData }))
  }
  const channelData = { settings: { selectedChannel: { id: place.id } }, source: { name: 'message' } }
  return delivery.send(buildInbound(world, from, { type: 'installationUpdate', action, channelData }))
}

/** People come into a place, or leave it. */
export async function changeMembers(desk: Desk, by: string, place: Place, users: readonly string[], added: boolean) {
  const { world, delivery } = desk
  const members = place.team?.members ?? place.members
  for (const user of users) {
    if (added) members.add(user)
    else members.delete(user)
  }
  const accounts = users.flatMap((user) => {
    const person = world.people.get(user)
    return person === undefined ? [] : [account(person)]
  })
  const eventType = added ? 'teamMemberAdded' : 'teamMemberRemoved'
  return delivery.send(
    buildInbound(
      world,
      { user: by, place },
      {
        type: 'conversationUpdate',
        ...(added ? { membersAdded: accounts } : { membersRemoved: accounts }),
        channelData: place.team === undefined ? {} : { eventType },
      },
    ),
  )
}
