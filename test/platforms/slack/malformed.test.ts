import { once } from 'node:events'
import { connect } from 'node:net'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openSlackOffice } from '../../support/slack-office.ts'
import { eachOf, type SlackOffice, sampleRequests } from '../../support/slack-requests.ts'
import { malformedBodies, malformedPayloads } from './malformed.ts'

const count = process.env.LONG ? 6000 : 600
/** Milliseconds within which Slack wants an answer. */
const patience = 3000

const uncaught: unknown[] = []
const note = (error: unknown) => void uncaught.push(error)
beforeEach(() => {
  uncaught.length = 0
  process.on('unhandledRejection', note).on('uncaughtExceptionMonitor', note)
})
afterEach(() => void process.off('unhandledRejection', note).off('uncaughtExceptionMonitor', note))

/** The bot goes on: what is asked now is answered. */
async function expectAlive({ slack }: SlackOffice): Promise<void> {
  const person = slack.addUser({ name: '鈴木' })
  await slack.say(person, 'dm', 'No.34はなぜ×ですか')
  await slack.until(() => slack.posts(slack.direct(person)).length === 1)
}

it(`answers ${count} signed malformed bodies, none with a fault of its own, and goes on`, async () => {
  await using office = await openSlackOffice('http', { ackMs: patience })
  const { slack, reports } = office
  const bodies = malformedBodies(await sampleRequests(office), count, 20261124)

  const now = Math.floor(Date.now() / 1000)
  const alike = new Map<string, number>()
  const answers = await eachOf(bodies, async ({ body, contentType }) => {
    const signal = AbortSignal.timeout(patience)
    // Those that are alike are signed at different times.
    const before = alike.get(String(body)) ?? 0
    alike.set(String(body), before + 1)
    const timestamp = String(now - 10 - before)
    return await slack.deliver(body, { contentType, timestamp, signal }).then(
      ({ status }) => status,
      (error: unknown) => `${error} ${String(body).slice(0, 300)}`,
    )
  })
  await expectAlive(office)
  await office.bot.tick()

  const odd = answers.flatMap((answer, at) =>
    answer === 200 || answer === 400 ? [] : [`${answer} ${String(bodies[at]?.body).slice(0, 300)}`],
  )
  expect(odd).toEqual([])
  expect(new Set(answers)).toEqual(new Set([200, 400]))
  expect(uncaught).toEqual([])
  expect(reports.filter((line) => /not finished|not answered|E-\d/u.test(line))).toEqual([])
})

it(`acknowledges ${count} malformed payloads that come over the socket, and goes on`, async () => {
  await using office = await openSlackOffice('socket', { ackMs: patience })
  const { slack, reports } = office
  const payloads = malformedPayloads(await sampleRequests(office), count, 20261125)

  const answers = await eachOf(payloads, async (delivery) => (await slack.sockets.send(delivery, patience)).outcome)
  await expectAlive(office)
  await office.bot.tick()

  const odd = answers.flatMap((answer, at) => (answer === 'acknowledged' ? [] : [JSON.stringify(payloads[at])]))
  expect(odd).toEqual([])
  expect(uncaught).toEqual([])
  expect(reports.filter((line) => /not finished|not answered|E-\d/u.test(line))).toEqual([])
})

it('outlives messages over the socket that are no deliveries', async () => {
  await using office = await openSlackOffice('socket')
  const texts = ['null', '1', '[]', '{}', '', '{', '{"type":1}', '{"type":"events_api"}', '{"type":"ws_message"}']

  for (const text of [...texts, '{"envelope_id":1,"type":"interactive"}', '{"type":"close","envelope_id":null}'])
    office.slack.sockets.sendText(text)

  await expectAlive(office)
  expect(uncaught).toEqual([])
  expect(office.slack.callsOf('apps.connections.open')).toHaveLength(1)
})

it('answers a body that is too long with 413', async () => {
  await using office = await openSlackOffice('http')
  const { slack } = office
  const long = JSON.stringify({ type: 'event_callback', text: 'x'.repeat(2 * 1024 * 1024) })

  const answers = await Promise.all([slack.deliver(long), slack.deliver(Buffer.alloc(40 * 1024 * 1024, 32))])

  expect(answers.map(({ status }) => status)).toEqual([413, 413])
  await expectAlive(office)
  expect(office.reports.filter((line) => line.includes('not answered'))).toEqual([])
})

it('lets go of a body that does not come in', async () => {
  await using office = await openSlackOffice('http')
  const socket = connect(office.port, '127.0.0.1')
  let said = ''
  socket.setEncoding('utf8').on('data', (text: string) => {
    said += text
  })

  socket.write('POST /slack/events HTTP/1.1\r\nHost: bot\r\nContent-Length: 100\r\n\r\n{"type":')
  await once(socket, 'close')

  expect(said).toMatch(/^HTTP\/1\.1 408 /u)
})

it('says nothing of who goes away in the middle of a body', async () => {
  await using office = await openSlackOffice('http')
  const socket = connect(office.port, '127.0.0.1')
  socket.write('POST /slack/events HTTP/1.1\r\nHost: bot\r\nContent-Length: 100\r\n\r\n{"type":')
  await once(socket, 'connect')

  socket.resetAndDestroy()

  await expectAlive(office)
  expect(office.reports.filter((line) => line.includes('not answered'))).toEqual([])
})
