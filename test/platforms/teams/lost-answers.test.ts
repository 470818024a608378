import { expect, it } from 'vitest'
import { openConnector, openService } from '../../../src/platforms/teams/connector.ts'
import { openServices } from '../../../src/platforms/teams/services.ts'
import { TeamsMessenger } from '../../../src/platforms/teams/teams-messenger.ts'
import { encodePlace } from '../../../src/platforms/teams/teams-place.ts'
import { openFakeTeams } from '../../support/fake-teams/fake-teams.ts'
import { type Call, isPost, type Weather } from '../../support/fake-teams/world.ts'
import { openTeamsOffice } from '../../support/teams-office.ts'
import type { TeamsOffice } from '../../support/teams-requests.ts'

const question = 'No.34はなぜ×ですか'
const minute = 60_000

/** Bad weather for the first so many posts. */
function first(weather: Weather, times = 1): (call: Call) => Weather {
  let left = times
  return (call) => (isPost(call) && left-- > 0 ? weather : 'fine')
}

async function open() {
  const office = await openTeamsOffice({ retryMs: [] })
  office.setTime(Date.now())
  return office
}

/** Lets minutes go by, so that what waits is tried again. */
async function later(office: TeamsOffice, minutes: number): Promise<void> {
  for (let at = 0; at < minutes; at++) {
    office.setTime(office.clock.now() + minute)
    await office.bot.tick()
  }
}

async function ask(office: TeamsOffice): Promise<string> {
  const { teams } = office
  const person = teams.addUser({ name: '佐藤' })
  const before = teams.calls.length
  await teams.say(person, 'personal', question)
  await teams.until(() => teams.calls.slice(before).some(isPost))
  return person
}

const waiting = async ({ bot }: TeamsOffice) => (await bot.desk.records.list('outbox')).map(({ value }) => value)

it.each([412, 429, 502, 504] as const)('posts once where Teams answers %d, and counts no failure', async (status) => {
  await using office = await open()
  const { teams } = office
  teams.weather = first({ status }, 3)

  const person = await ask(office)
  const [notice] = await waiting(office)
  await later(office, 4)

  expect(notice).toMatchObject({ failures: 0, refused: null })
  expect(teams.posts(person)).toHaveLength(1)
  expect(await waiting(office)).toEqual([])
  expect(office.reports).toEqual([])
})

it('comes again when Teams says so, and no earlier', async () => {
  await using office = await open()
  const { teams, clock } = office
  teams.weather = first({ status: 429, retryAfter: 120 })
  const person = await ask(office)
  const asked = clock.now()

  await office.bot.tick()
  office.setTime(asked + 119_000)
  await office.bot.tick()
  const before = teams.posts(person).length
  office.setTime(asked + 120_000)
  await office.bot.tick()

  expect(before).toBe(0)
  expect(teams.posts(person)).toHaveLength(1)
})

it('posts again where the answer is lost, as nobody can look it up in Teams, and no third time', async () => {
  await using office = await open()
  const { teams } = office
  teams.weather = first('lost-answer')

  const person = await ask(office)
  await later(office, 5)

  expect(teams.posts(person)).toHaveLength(2)
  expect(await waiting(office)).toEqual([])
  expect(office.reports).toEqual([expect.stringContaining('attempt 1')])
})

it('posts once where Teams answers 500 before it does anything', async () => {
  await using office = await open()
  const { teams } = office
  teams.weather = first({ status: 500 })

  const person = await ask(office)
  await later(office, 3)

  expect(teams.posts(person)).toHaveLength(1)
  expect(await waiting(office)).toEqual([])
})

it('keeps what Teams takes no token for, until the operator has put that right', async () => {
  await using office = await open()
  const { teams } = office
  await ask(office)
  await later(office, 1)
  teams.issuer.revoke()

  const person = await ask(office)
  await office.bot.deliver()

  expect(teams.posts(person)).toHaveLength(0)
  expect(await waiting(office)).toMatchObject([{ failures: 1, refused: null }])
})

const message = { blocks: [{ kind: 'text', text: 'お知らせ' }] } as const

it('gives a call up that is not answered in time, and says that it may or may not be there', async () => {
  await using teams = await openFakeTeams({ anonymous: true })
  const { serviceUrl: service, tenant } = teams
  const person = teams.addUser({ name: '佐藤' })
  const connector = openConnector(teams.bot.id, openService({ token: null, services: [service], patience: 50 }))
  const messenger = new TeamsMessenger({ connector, services: openServices([service]), clock: Date, files: null })
  const place = encodePlace({ service, tenant, conversation: teams.personal(person), user: null })
  teams.weather = () => 'hang'

  const posting = messenger.post(place, 'notice', message)

  await expect(posting).rejects.toThrow()
})

it('goes on behind the parts of a long message that are there', async () => {
  await using teams = await openFakeTeams({ anonymous: true })
  const { serviceUrl: service, tenant } = teams
  const person = teams.addUser({ name: '佐藤' })
  const connector = openConnector(teams.bot.id, openService({ token: null, services: [service] }))
  const messenger = new TeamsMessenger({ connector, services: openServices([service]), clock: Date, files: null })
  const place = encodePlace({ service, tenant, conversation: teams.personal(person), user: null })
  const text = Array.from({ length: 4000 }, (_, at) => `第${at}の御意見を承りました。`).join('')
  const long = { blocks: [{ kind: 'text', text }] } as const
  let count = 0
  teams.weather = (call) => (isPost(call) && (count += 1) === 2 ? { status: 429 } : 'fine')

  const first = await messenger.post(place, 'notice', long)
  const second = await messenger.post(place, 'notice', long)

  const texts = teams.posts(person).map((post) => teams.read(post))
  expect(first.outcome).toBe('later')
  expect(second).toEqual({
    outcome: 'posted',
    ref: teams
      .posts(person)
      .map(({ id }) => id)
      .join(' '),
  })
  expect(texts.length).toBeGreaterThan(2)
  expect(new Set(texts).size).toBe(texts.length)
})
