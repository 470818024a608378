import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { openConnector, openService } from '../../../src/platforms/teams/connector.ts'
import { openServices } from '../../../src/platforms/teams/services.ts'
import { TeamsMessenger } from '../../../src/platforms/teams/teams-messenger.ts'
import { encodePlace } from '../../../src/platforms/teams/teams-place.ts'
import { openFakeTeams } from '../../support/fake-teams/fake-teams.ts'
import { teamsPace } from '../../support/fake-teams/pace.ts'

// Time stands still but where the messenger waits: a call takes none, which is the hardest case.
beforeEach(() => void vi.useFakeTimers({ toFake: ['performance'] }))
afterEach(() => void vi.useRealTimers())

const message = { blocks: [{ kind: 'text', text: 'お知らせ' }] } as const

/** A messenger on a Teams that refuses what comes faster than it takes posts. */
async function openBusyTeams() {
  const teams = await openFakeTeams({ pace: teamsPace, anonymous: true })
  const { serviceUrl: service, tenant } = teams
  const connector = openConnector(teams.bot.id, openService({ token: null, services: [service] }))
  const start = performance.now()
  const timer = { now: () => performance.now(), sleep: async (ms: number) => void vi.advanceTimersByTime(ms) }
  const messenger = new TeamsMessenger({
    connector,
    services: openServices([service]),
    clock: performance,
    files: null,
    timer,
  })
  const placeOf = (where: { readonly conversation?: string; readonly user?: string }) =>
    encodePlace({ service, tenant, conversation: null, user: null, ...where })
  let count = 0
  return {
    ...{ teams, messenger, placeOf },
    async post(where: Parameters<typeof placeOf>[0], under?: string): Promise<string> {
      const posted = await messenger.post(placeOf(where), `notice-${(count += 1)}`, message, under)
      return posted.outcome === 'posted' ? posted.ref : posted.outcome
    },
    elapsed: () => performance.now() - start,
    [Symbol.asyncDispose]: () => teams[Symbol.asyncDispose](),
  }
}

it('posts a hundred messages to a chat as fast as Teams takes them, and none is refused', async () => {
  await using busy = await openBusyTeams()
  const { teams } = busy
  const conversation = teams.personal(teams.addUser({ name: '佐藤' }))

  for (let at = 0; at < 100; at++) await busy.post({ conversation })

  expect(teams.rateLimited).toBe(0)
  expect(teams.posts(conversation)).toHaveLength(100)
  // Sixty in half a minute would be 50 seconds.
  expect(busy.elapsed()).toBeLessThan(55_000)
})

it('posts five messages at once where it was quiet', async () => {
  await using busy = await openBusyTeams()
  const conversation = busy.teams.personal(busy.teams.addUser({ name: '佐藤' }))

  for (let at = 0; at < 5; at++) await busy.post({ conversation })

  expect(busy.elapsed()).toBe(0)
})

it('counts the threads of a channel, and what is brought up to date there, together', async () => {
  await using busy = await openBusyTeams()
  const { teams, messenger } = busy
  const conversation = teams.addTeam({ name: '事務局' })

  for (let at = 0; at < 20; at++) {
    const ref = await busy.post({ conversation })
    await busy.post({ conversation }, ref)
    await messenger.update(busy.placeOf({ conversation }), ref, message)
  }

  expect(teams.rateLimited).toBe(0)
  expect(teams.posts(conversation).filter(({ edited }) => edited)).toHaveLength(20)
})

it('opens two hundred chats and posts to them, and none is refused', async () => {
  await using busy = await openBusyTeams()
  const { teams } = busy
  const users = Array.from({ length: 200 }, (_, at) => teams.addUser({ name: `委員${at}` }))

  for (const user of users) await busy.post({ user })

  expect(teams.rateLimited).toBe(0)
  expect(users.filter((user) => teams.posts(user).length !== 1)).toEqual([])
})

it('posts to three hundred chats as fast as Teams takes posts of a tenant, and none is refused', async () => {
  await using busy = await openBusyTeams()
  const { teams } = busy
  const chats = Array.from({ length: 300 }, (_, at) => teams.personal(teams.addUser({ name: `委員${at}` })))

  for (const conversation of chats) await busy.post({ conversation })

  expect(teams.rateLimited).toBe(0)
  expect(busy.elapsed()).toBeLessThan(12_000)
})
