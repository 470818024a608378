import { afterAll, beforeEach, expect, it, vi } from 'vitest'
import type { Forgery } from '../../support/fake-teams/forgeries.ts'
import { eachOf, storedBytes } from '../../support/slack-requests.ts'
import { openTeamsOffice } from '../../support/teams-office.ts'
import { sampleActivities, type TeamsOffice } from '../../support/teams-requests.ts'

const count = process.env.LONG ? 10_000 : 600

// Before the bot is loaded: what the SDK writes to the console comes here.
const written: unknown[] = []
const note = (...words: unknown[]) => void written.push(words)
for (const method of ['error', 'warn', 'log', 'info', 'debug'] as const)
  vi.spyOn(console, method).mockImplementation(note)
for (const stream of [process.stdout, process.stderr])
  vi.spyOn(stream, 'write').mockImplementation((...words) => {
    note(...words)
    return true
  })
beforeEach(() => void written.splice(0))
afterAll(() => void vi.restoreAllMocks())

/** Tokens that somebody else was given for the same bot, by keys that the SDK trusts. */
function otherTokens({ teams }: TeamsOffice): readonly Forgery[] {
  const { keys, token } = teams.issuer
  const claims = { tid: teams.tenant, ver: '1.0', appid: teams.appId }
  const issuer = `https://sts.windows.net/${teams.tenant}/`
  return [
    ['the token of an emulator for this app', { key: keys.emulator, issuer, claims: { ...claims, iss: emulators } }],
    ['the token of the tenant for this app', { key: keys.emulator, issuer, claims }],
    ['the token of another bot', { key: keys.emulator, issuer, claims: { ...claims, appid: crypto.randomUUID() } }],
  ].map(([kind, options]) => ({
    kind: kind as string,
    body: '',
    options: { authorization: `Bearer ${token(options as Parameters<typeof token>[0])}` },
  }))
}

/** An issuer of tokens for emulators that the SDK takes from every tenant. */
const emulators = 'https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/'

/** The same activity for bots that are called nearly as ours is. */
function otherBots({ appId }: TeamsOffice['teams'], activity: object): readonly Forgery[] {
  const ids = [`29:${appId}`, `28:x${appId}`, `x${appId}`, `28:${appId} `, `28:28:${appId}`, '28:']
  return [
    ...ids.map((id) => ({ kind: `for ${id}`, body: JSON.stringify({ ...activity, recipient: { id } }), options: {} })),
    { kind: 'for nobody', body: JSON.stringify({ ...activity, recipient: undefined }), options: {} },
  ]
}

it(`handles none of ${count} forged deliveries, and writes nothing of them`, async () => {
  await using office = await openTeamsOffice({ retryMs: [] })
  const { teams, config, reports } = office
  const activities = await sampleActivities(office)
  await office.bot.tick()
  const before = { stored: storedBytes(config.stateDir), calls: teams.calls.length, faults: teams.faults.length }
  const forged = activities.flatMap((activity, at) => {
    const fresh = { ...activity, ...(activity.id === undefined ? {} : { id: `${1_500_000_000_000 + at}` }) }
    const others = otherTokens(office).map((one) => ({ ...one, body: JSON.stringify(fresh) }))
    return [...teams.forgeries(fresh), ...others, ...otherBots(teams, fresh)]
  })
  // A tampered signature of one activity is as bad as that of another: a step that is prime to their number meets all.
  const all = Array.from({ length: count }, (_, at) => forged[(at * 53) % forged.length] as Forgery)

  const answers = await eachOf(all, async ({ body, options }) => await teams.deliver(body, options))

  await teams.idle()
  await office.bot.tick()
  const odd = answers.flatMap(({ outcome, status, body }, at) =>
    outcome === 'answered' && (status === 401 || status === 403) && body === undefined
      ? []
      : [`${all[at]?.kind}: ${outcome} ${status} ${JSON.stringify(body)}`],
  )
  expect(odd).toEqual([])
  expect({ stored: storedBytes(config.stateDir), calls: teams.calls.length, faults: teams.faults.length }).toEqual(
    before,
  )
  expect(new Set(all.map(({ kind }) => kind)).size).toBeGreaterThan(50)
  expect(reports).toEqual([])
  expect(written).toEqual([])
})

it('answers the good one, which the forged ones are made of', async () => {
  await using office = await openTeamsOffice()
  const { teams } = office
  const person = teams.addUser({ name: '佐藤' })
  const { delivered } = await teams.say(person, 'personal', 'No.34はなぜ×ですか')
  await teams.until(() => teams.posts(person).length === 1)
  const again = JSON.stringify({ ...delivered?.activity, id: '1500000000000' })

  const answer = await teams.deliver(again)

  expect(answer.status).toBe(200)
  await teams.until(() => teams.posts(person).length === 2)
  expect(written).toEqual([])
})

it.each(['GET', 'PUT', 'DELETE'])('takes no %s', async (method) => {
  await using office = await openTeamsOffice()

  const { status } = await fetch(`http://127.0.0.1:${office.port}/api/messages`, { method })

  expect(status).toBe(405)
})
