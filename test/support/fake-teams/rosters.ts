import { refuse } from './connector.ts'
import { account } from './inbound.ts'
import { type Answer, botIsIn, type Person, placeId, type World } from './world.ts'

/** What the connector tells of a member. */
function profile(world: World, person: Person) {
  return {
    ...account(person),
    objectId: person.aadObjectId,
    givenName: person.name,
    userPrincipalName: `${person.aadObjectId}@example.jp`,
    tenantId: person.tenant,
    userRole: person.guest || person.tenant !== world.tenant ? 'guest' : 'user',
  }
}

/** Who is in a conversation or a team; a team’s id is that of its first channel. */
export function readMembers(world: World, conversation: string): readonly ReturnType<typeof profile>[] | Answer {
  const place = world.places.get(placeId(conversation))
  if (place === undefined) return refuse(404, 'ConversationNotFound', 'Conversation not found.')
  if (!botIsIn(place))
    return refuse(403, 'BotNotInConversationRoster', 'The bot is not part of the conversation roster.')
  return [...(place.team?.members ?? place.members)].flatMap((id) => {
    const person = world.people.get(id)
    return person === undefined ? [] : [profile(world, person)]
  })
}

export function readMember(world: World, conversation: string, id: string): Answer {
  const members = readMembers(world, conversation)
  if ('status' in members) return members
  const member = members.find((one) => one.id === id || one.aadObjectId === id)
  return member === undefined
    ? refuse(404, 'MemberNotFoundInConversation', 'Member not found in conversation.')
    : { status: 200, body: member }
}

export function readPage(world: World, conversation: string, query: URLSearchParams): Answer {
  const members = readMembers(world, conversation)
  if ('status' in members) return members
  const size = Math.min(500, Math.max(50, Number(query.get('pageSize') ?? 200)))
  const from = Number(query.get('continuationToken') ?? 0)
  const more = from + size < members.length ? { continuationToken: String(from + size) } : {}
  return { status: 200, body: { members: members.slice(from, from + size), ...more } }
}

/** GET /v3/teams/{id} and its channels. */
export function readTeam(world: World, id: string, channels: boolean): Answer {
  const team = world.teams.get(id)
  if (team === undefined) return refuse(404, 'NotFound', 'The team is not there.')
  if (!team.bot) return refuse(403, 'BotNotInConversationRoster', 'The bot is not part of the conversation roster.')
  const list = [...world.places.values()].filter((place) => place.team === team)
  if (!channels) {
    const { name, aadGroupId, members } = team
    return { status: 200, body: { id, name, aadGroupId, channelCount: list.length, memberCount: members.size } }
  }
  const named = list.map((place) => ({ id: place.id, ...(place.id === team.id ? {} : { name: place.name }) }))
  return { status: 200, body: { conversations: named } }
}
