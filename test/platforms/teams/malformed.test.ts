import { once } from 'node:events'
import { connect } from 'node:net'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { eachOf } from '../../support/slack-requests.ts'
import { openTeamsOffice } from '../../support/teams-office.ts'
import { sampleActivities, type TeamsOffice } from '../../support/teams-requests.ts'
import { malformedBodies } from './malformed.ts'

const count = process.env.LONG ? 6000 : 500
/** Milliseconds within which Teams wants an answer to an invoke. */
const patience = 5000

const uncaught: unknown[] = []
const note = (error: unknown) => void uncaught.push(error)
beforeEach(() => {
  uncaught.length = 0
  process.on('unhandledRejection', note).on('uncaughtExceptionMonitor', note)
})
afterEach(() => void process.off('unhandledRejection', note).off('uncaughtExceptionMonitor', note))

/** The bot goes on: what is asked now is answered. */
async function expectAlive({ teams }: TeamsOffice): Promise<void> {
  const person = teams.addUser({ name: '鈴木' })
  await teams.say(person, 'personal', 'No.34はなぜ×ですか')
  await teams.until(() => teams.posts(person).length === 1)
}

it(`answers ${count} malformed bodies that bear a good token, none with a fault of its own, and goes on`, async () => {
  await using office = await openTeamsOffice({ retryMs: [] })
  const { teams, reports } = office
  const bodies = malformedBodies(await sampleActivities(office), count, 20261124)

  const answers = await eachOf(bodies, async (body) => {
    const { outcome, status } = await teams.deliver(body, { withinMs: patience })
    return status ?? outcome
  })
  await expectAlive(office)
  await office.bot.tick()

  const odd = answers.flatMap((answer, at) =>
    [200, 400, 401, 403].includes(Number(answer)) ? [] : [`${answer} ${String(bodies[at]).slice(0, 300)}`],
  )
  expect(odd).toEqual([])
  expect(new Set(answers)).toEqual(new Set([200, 400, 401, 403]))
  expect(uncaught).toEqual([])
  expect(reports.filter((line) => /not taken|not finished|not answered|E-\d/u.test(line))).toEqual([])
})

it(`answers ${count} malformed invokes in time, none with a fault of its own, and goes on`, async () => {
  await using office = await openTeamsOffice({ retryMs: [] })
  const { teams, reports } = office
  const invokes = (await sampleActivities(office)).filter(({ type }) => type === 'invoke')
  const bodies = malformedBodies(invokes, count, 20261130)

  const answers = await eachOf(bodies, async (body) => {
    const { outcome, status } = await teams.deliver(body, { withinMs: patience })
    return status ?? outcome
  })
  await expectAlive(office)

  expect(new Set(invokes.map(({ name }) => name)).size).toBeGreaterThan(10)
  expect(new Set(answers)).toEqual(new Set([200, 400, 401, 403]))
  expect(uncaught).toEqual([])
  expect(reports.filter((line) => /not taken|not answered|could not be shown|E-\d/u.test(line))).toEqual([])
})

it.each([
  'unheard/of',
  'task/fetch',
  'adaptiveCard/action',
  'composeExtension/fetchTask',
  'signin/verifyState',
  undefined,
])('answers the invoke %s, and does nothing', async (name) => {
  await using office = await openTeamsOffice()
  const { teams } = office
  const person = teams.addUser({ name: '佐藤' })
  const { delivered } = await teams.say(person, 'personal', 'No.34はなぜ×ですか')
  await teams.until(() => teams.posts(person).length === 1)
  const invoke = { ...delivered?.activity, type: 'invoke', id: 'f:1', name, value: { data: null } }

  const { status } = await teams.deliver(JSON.stringify(invoke), { withinMs: patience })

  expect([200, 501]).toContain(status)
  await office.bot.tick()
  expect(teams.posts(person)).toHaveLength(1)
  expect(office.reports).toEqual([])
})

it('answers a body that is too long with 413', async () => {
  await using office = await openTeamsOffice()
  const { teams } = office
  const long = JSON.stringify({ type: 'message', text: 'x'.repeat(256 * 1024) })

  const answers = await Promise.all([teams.deliver(long), teams.deliver(Buffer.alloc(4 * 1024 * 1024, 32))])

  expect(answers.map(({ status }) => status)).toEqual([413, 413])
  await expectAlive(office)
  expect(office.reports).toEqual([])
})

/** The beginning of a request whose body does not come in. */
function begin({ port, teams }: TeamsOffice) {
  const socket = connect(port, '127.0.0.1')
  const head = `POST /api/messages HTTP/1.1\r\nHost: bot\r\nAuthorization: Bearer ${teams.issuer.token()}`
  socket.write(`${head}\r\nContent-Length: 100\r\n\r\n{"type":`)
  return socket
}

it('lets go of a body that does not come in', async () => {
  await using office = await openTeamsOffice()
  const socket = begin(office)
  let said = ''
  socket.setEncoding('utf8').on('data', (text: string) => {
    said += text
  })

  await once(socket, 'close')

  expect(said).toMatch(/^HTTP\/1\.1 408 /u)
  expect(office.reports).toEqual([])
})

it('says nothing of who goes away in the middle of a body', async () => {
  await using office = await openTeamsOffice()
  const socket = begin(office)
  await once(socket, 'connect')

  socket.resetAndDestroy()

  await expectAlive(office)
  expect(office.reports).toEqual([])
})
