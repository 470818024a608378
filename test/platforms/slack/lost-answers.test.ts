import { expect, it } from 'vitest'
import { SlackMessenger } from '../../../src/platforms/slack/slack-messenger.ts'
import { slackWeb } from '../../../src/platforms/slack/slack-web.ts'
import { allScopes } from '../../support/fake-slack/fake-methods.ts'
import { openFakeSlack } from '../../support/fake-slack/fake-slack.ts'
import type { Call, Weather } from '../../support/fake-slack/world.ts'
import { openSlackOffice, type Way, ways } from '../../support/slack-office.ts'
import type { SlackOffice } from '../../support/slack-requests.ts'

const question = 'No.34はなぜ×ですか'
const minute = 60_000

/** Bad weather for the first so many calls of a method. */
function once(method: string, weather: Weather, times = 1): (call: Call) => Weather {
  let left = times
  return (call) => (call.method === method && left-- > 0 ? weather : 'fine')
}

/** Lets minutes go by, so that what waits is tried again. */
async function later(office: SlackOffice, minutes: number): Promise<void> {
  for (let at = 0; at < minutes; at++) {
    office.setTime(office.clock.now() + minute)
    await office.bot.tick()
  }
}

async function askInChannel({ slack }: SlackOffice) {
  const person = slack.addUser({ name: '佐藤' })
  const channel = slack.addChannel({ name: 'kondankai', members: [person] })
  await slack.say(person, channel, question, { mention: true })
  return channel
}

async function open(way: Way = 'http') {
  const office = await openSlackOffice(way, { retryMs: [] })
  office.setTime(Date.now())
  return office
}

it.each<[string, Weather]>([
  ['its answer is lost', 'lost-answer'],
  ['Slack answers 500 before it does anything', { status: 500 }],
])('posts once where %s', async (_, weather) => {
  await using office = await open()
  const { slack } = office
  slack.weather = once('chat.postMessage', weather)

  const channel = await askInChannel(office)
  await slack.until(() => slack.posts(channel).length > 0)
  await later(office, 3)

  expect(slack.posts(channel)).toHaveLength(1)
  expect(slack.faults).toEqual([])
})

it('posts once where the answer is lost and nothing can be looked up for a while', async () => {
  await using office = await open()
  const { slack } = office
  let bad = true
  slack.weather = ({ method }) =>
    !bad
      ? 'fine'
      : method === 'chat.postMessage'
        ? 'lost-answer'
        : method === 'conversations.replies'
          ? { status: 500 }
          : 'fine'

  const channel = await askInChannel(office)
  await slack.until(() => slack.callsOf('conversations.replies').length > 0)
  await later(office, 1)
  bad = false
  await later(office, 10)

  expect(slack.posts(channel)).toHaveLength(1)
})

it('posts each part of a long message once, in order, where answers and look-ups are lost in the middle of it', async () => {
  await using slack = await openFakeSlack()
  const person = slack.addUser({ name: '佐藤' })
  const messenger = new SlackMessenger(slackWeb(slack), { now: Date.now }, async () => [], { interval: 0, burst: 1 })
  const sky: readonly Weather[] = ['fine', 'lost-answer', { status: 500 }, 'fine', 'lost-answer', 'lost-answer']
  let at = 0
  slack.weather = ({ method }) =>
    /^chat|^conversations\.(?:history|replies)/u.test(method) ? (sky[at++ % 6] ?? 'fine') : 'fine'
  const blocks = Array.from({ length: 6 }, (_, part) => ({
    kind: 'text' as const,
    text: `${part}${'御意見'.repeat(900)}`,
  }))
  const place = `slack:${slack.teamId}:${person}`

  // As the outbox does: what may be there is looked for before it is posted again.
  const attempt = async (): Promise<unknown> => {
    const found = await messenger.find(place, 'long')
    return typeof found === 'object' ? found : await messenger.post(place, 'long', { blocks })
  }
  let done: unknown
  for (let tries = 0; tries < 50 && done === undefined; tries++) done = await attempt().catch(() => undefined)

  const said = slack.posts(slack.direct(person)).map(({ text }) => text)
  expect(done).toMatchObject({ ref: expect.any(String) })
  expect(said.join('').replaceAll(/[^\d]/gu, '')).toBe('012345')
  expect(new Set(said).size).toBe(said.length)
  expect(said.length).toBeGreaterThan(3)
  expect(at).toBeGreaterThan(said.length)
})

it('posts where a history may not be read, though then it cannot tell what is there', async () => {
  const scopes = allScopes.filter((scope) => !scope.endsWith(':history'))
  await using office = await openSlackOffice('http', { retryMs: [], scopes })
  office.setTime(Date.now())
  const { slack } = office
  slack.weather = once('chat.postMessage', { status: 500 })

  const channel = await askInChannel(office)
  await slack.until(() => slack.callsOf('chat.postMessage').length > 0)
  await later(office, 3)

  expect(slack.posts(channel)).toHaveLength(1)
})

it('lets a busy channel wait, and keeps nobody waiting elsewhere', async () => {
  await using office = await open()
  const { slack } = office
  const person = slack.addUser({ name: '鈴木' })
  await slack.say(person, 'dm', question)
  const direct = slack.direct(person)
  const [post] = await slack.until(() => slack.posts(direct).length > 0 && slack.posts(direct))
  const busy = await askInChannel(office).then(async (channel) => {
    await slack.until(() => slack.posts(channel).length === 1)
    return channel
  })
  slack.weather = ({ method, args }) =>
    method === 'chat.postMessage' && args.channel === busy ? { status: 429, retryAfter: 120 } : 'fine'
  const [asker = ''] = [...slack.room(busy).members]

  const { ts } = await slack.say(asker, busy, question, { mention: true })
  await slack.until(() => slack.callsOf('chat.postMessage').filter(({ args }) => args.channel === busy).length === 2)
  await slack.press(person, { channel: direct, ts: post?.ts ?? '' }, '出典を見る')
  const other = await askInChannel(office)

  await slack.until(() => slack.view(person) !== undefined && slack.posts(other).length === 1)
  await later(office, 1)
  expect(slack.callsOf('chat.postMessage').filter(({ args }) => args.channel === busy)).toHaveLength(2)
  expect(slack.posts(busy)).toHaveLength(1)
  expect(slack.posts(busy).filter(({ thread_ts }) => thread_ts === ts)).toEqual([])
})

it('reports a channel that refuses, and lists what was not delivered there', async () => {
  await using office = await open()
  const { slack, reports } = office
  slack.weather = ({ method, args }) => {
    if (method === 'chat.postMessage') slack.room(String(args.channel)).members.delete(slack.botUserId)
    return 'fine'
  }

  const channel = await askInChannel(office)
  await slack.until(() => slack.callsOf('chat.postMessage').some(({ answer }) => answer?.error === 'not_in_channel'))
  await later(office, 3)

  expect(slack.posts(channel)).toEqual([])
  expect(slack.callsOf('chat.postMessage')).toHaveLength(1)
  expect(reports.filter((line) => line.includes('was refused'))).toHaveLength(1)
  expect(reports.join()).not.toContain('34')
  const left = await office.bot.desk.records.list('outbox')
  expect(left.map(({ value }) => value.refused)).toEqual([expect.stringContaining('not_in_channel')])
})

it.each(ways)('acknowledges within 3 s over %s though the Web API hangs', async (way) => {
  await using office = await open(way)
  const { slack } = office
  const person = slack.addUser({ name: '佐藤' })
  const channel = slack.addChannel({ name: 'kondankai', members: [person] })
  await slack.say(person, 'dm', question)
  const direct = slack.direct(person)
  const [post] = await slack.until(() => slack.posts(direct).length > 0 && slack.posts(direct))
  slack.weather = () => 'hang'
  const from = slack.delivered.length

  await Promise.all([
    slack.say(person, channel, question, { mention: true }),
    slack.say(person, 'dm', question),
    slack.command(person, channel, '/kondankai', question),
    slack.press(person, { channel: direct, ts: post?.ts ?? '' }, '出典を見る'),
    slack.openHome(person, 'messages'),
    slack.openHome(person, 'home'),
    slack.shortcut(person, 'opinion'),
  ])

  const acknowledged = slack.delivered.slice(from)
  expect(acknowledged.filter(({ outcome }) => outcome !== 'acknowledged')).toEqual([])
  expect(acknowledged.filter(({ tookMs }) => tookMs >= 3000)).toEqual([])
  expect(acknowledged.length).toBeGreaterThanOrEqual(8)
})

it.each(ways)('acknowledges nothing over %s that it could not store', async (way) => {
  const office = await openSlackOffice(way, { retryMs: [], ackMs: 1000 })
  const { slack } = office
  const person = slack.addUser({ name: '佐藤' })
  // The store takes nothing more.
  await office.bot[Symbol.asyncDispose]()

  const { delivered } = await slack.say(person, 'dm', question)

  expect(delivered.map(({ outcome }) => outcome)).toEqual([way === 'http' ? 'refused' : 'late'])
  await office[Symbol.asyncDispose]()
})
