import { expect, it } from 'vitest'
import { openBoltApp, receivers } from './bolt-app.ts'

const isMessage = { type: 'message' }

it.each(receivers)('delivers an event again until it is acknowledged, over %s', async (receiver) => {
  let heard = 0
  await using bolt = await openBoltApp(
    receiver,
    (app) => {
      app.event('message', async () => void (heard += 1))
    },
    { ackMs: 300 },
  )
  const { slack, app } = bolt
  const member = slack.addUser({ name: '佐藤' })
  // An event whose handling fails before the acknowledgement is one that the app never answers well.
  const process = app.processEvent.bind(app)
  let failures = 2
  app.processEvent = async (event) => {
    if (failures-- > 0) return
    await process(event)
  }

  await slack.say(member, 'dm', 'こんにちは')
  await slack.idle()

  const events = slack.delivered
  expect(events.map(({ outcome }) => outcome)).toEqual(['late', 'late', 'acknowledged'])
  expect(events.map(({ retry }) => retry?.num)).toEqual([undefined, 1, 2])
  expect(new Set(events.map(({ payload }) => payload.event_id)).size).toBe(1)
  expect(heard).toBe(1)
})

it.each(receivers)('sends events twice, late, and again, over %s', async (receiver) => {
  const heard: unknown[] = []
  await using bolt = await openBoltApp(receiver, (app) => {
    app.event('message', async ({ body }) => void heard.push(body.event_id))
  })
  const { slack } = bolt
  const member = slack.addUser({ name: '佐藤' })

  const twice = await slack.say(member, 'dm', '一', { duplicate: 1 })
  await slack.until(() => heard.length === 2)
  const release = slack.holdEvents()
  const late = slack.say(member, 'dm', '二')
  expect(heard).toHaveLength(2)
  release()
  const [second] = (await late).delivered
  if (second !== undefined) await slack.redeliver(second)
  await slack.until(() => heard.length === 4)

  expect(twice.delivered).toHaveLength(1)
  expect(new Set(heard.slice(0, 2)).size).toBe(1)
  expect(new Set(heard.slice(2)).size).toBe(1)
  expect(new Set(heard).size).toBe(2)
})

it('signs what it sends over HTTP, so that an app can tell it from others', async () => {
  let heard = 0
  await using bolt = await openBoltApp('http', (app) => {
    app.event('message', async () => void (heard += 1))
  })
  const { slack } = bolt
  const body = JSON.stringify({ type: 'event_callback', team_id: slack.teamId, event: isMessage })
  const old = String(Math.floor(Date.now() / 1000) - 301)

  const statuses = [
    (await slack.deliver(body)).status,
    (await slack.deliver(body, { timestamp: old })).status,
    (await slack.deliver(body, { signature: `v0=${'0'.repeat(64)}` })).status,
    (await slack.deliver('{', { contentType: 'application/json' })).status,
  ]

  expect(statuses).toEqual([200, 401, 401, 400])
  expect(heard).toBe(1)
})

it('says that an app is away, and reaches it again after its socket was cut', async () => {
  const heard: string[] = []
  await using bolt = await openBoltApp(
    'socket',
    (app) => {
      app.event('message', async ({ event }) => void heard.push('text' in event ? String(event.text) : ''))
    },
    { retryMs: [] },
  )
  const { slack } = bolt
  const member = slack.addUser({ name: '佐藤' })
  slack.sockets.drop()
  await slack.until(() => slack.sockets.connections === 0)

  const away = await slack.say(member, 'dm', '一')
  await slack.connectSocket()
  await slack.say(member, 'dm', '二')
  slack.sockets.askToReconnect('refresh_requested')
  await slack.until(() => slack.callsOf('apps.connections.open').length === 3 && slack.sockets.connections === 1)
  await slack.say(member, 'dm', '三')

  await slack.until(() => heard.length === 2)
  expect(away.delivered).toMatchObject([{ outcome: 'unreachable' }])
  expect(heard).toEqual(['二', '三'])
  expect(slack.faults).toEqual([])
})

it('keeps how long each acknowledgement took, and what nobody listened to', async () => {
  await using bolt = await openBoltApp('socket', () => {}, { ackMs: 50 })
  const { slack } = bolt
  const member = slack.addUser({ name: '佐藤' })

  const { delivered } = await slack.command(member, 'dm', '/nobody')

  expect(delivered.outcome).toBe('late')
  expect(delivered.tookMs).toBeGreaterThanOrEqual(49)
  expect(slack.delivered).toHaveLength(1)
})
