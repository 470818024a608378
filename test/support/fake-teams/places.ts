import { randomUUID } from 'node:crypto'
import type { Person, Team, World } from './world.ts'

type NewPerson = {
  readonly name: string
  readonly locale?: string
  readonly guest?: boolean
  readonly tenant?: string
  readonly aadObjectId?: string
}
type NewTeam = { readonly name: string; readonly members?: readonly string[]; readonly bot?: boolean }

/** The ways to bring people, teams and group chats into the world; each gives an id. */
export function buildPlaces(world: World) {
  function addChannel(id: string, team: Team, name: string): string {
    world.places.set(id, { id, kind: 'channel', name, team, members: team.members, bot: team.bot, messages: [] })
    return id
  }
  return {
    addUser(given: NewPerson): string {
      const { name, locale = 'ja-JP', guest = false, tenant = world.tenant, aadObjectId = randomUUID() } = given
      const id = `29:1${world.random(20)}`
      const person: Person = { id, aadObjectId, name, locale, guest, tenant, installed: true }
      world.people.set(id, person)
      return id
    },
    addTeam({ name, members = [], bot = true }: NewTeam): string {
      const id = world.threadId('tacv2')
      const team: Team = { id, name, aadGroupId: randomUUID(), members: new Set(members), bot }
      world.teams.set(id, team)
      return addChannel(id, team, '一般')
    },
    addChannel(teamId: string, name: string): string {
      const team = world.teams.get(teamId)
      if (team === undefined) throw new Error(`there is no team ${teamId}`)
      return addChannel(world.threadId('tacv2'), team, name)
    },
    addGroupChat({ members, bot = true }: { members: readonly string[]; bot?: boolean }): string {
      const id = world.threadId('v2')
      world.places.set(id, { id, kind: 'groupChat', name: '', members: new Set(members), bot, messages: [] })
      return id
    },
  }
}
