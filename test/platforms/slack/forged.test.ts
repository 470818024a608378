import { expect, it } from 'vitest'
import { signature } from '../../support/fake-slack/http-app.ts'
import { openSlackMembers } from '../../support/slack-members.ts'
import { openSlackOffice, ways } from '../../support/slack-office.ts'
import { eachOf, type Request, type SlackOffice, sampleRequests, storedBytes } from '../../support/slack-requests.ts'

const count = process.env.LONG ? 10_000 : 1000
const copies = process.env.LONG ? 200 : 40

type Forged = {
  readonly timestamp?: string
  readonly signature?: string
  readonly headers?: Record<string, string>
  readonly body?: string
}

/** Ways to pretend to be Slack: what is sent besides the body. `right` is the signature that Slack would give. */
function forgeries(secret: string, { body }: Request, other: Request, now: number): readonly Forged[] {
  const stamp = String(Math.floor(now / 1000))
  const right = signature(secret, stamp, body)
  const at = (seconds: number) => {
    const timestamp = String(Math.floor(now / 1000) + seconds)
    return { timestamp, signature: signature(secret, timestamp, body) }
  }
  const named = (value: string) => ({ timestamp: stamp, signature: value })
  const dated = (timestamp: string) => ({ timestamp, signature: signature(secret, timestamp, body) })
  return [
    ...[-301, -302, -3600, -86_400, 301, 302, 3600, 10 ** 9].map(at),
    ...['', ' ', 'now', '-1', `${stamp}.0`, `+${stamp}`, `0x${stamp}`, `${stamp}e0`, '9'.repeat(13), 'NaN'].map(dated),
    ...['', 'v0', 'v0=', right.slice(0, -1), `${right}0`, right.toUpperCase(), right.slice(3)].map(named),
    ...[right.replace('v0', 'v1'), `v0=${'0'.repeat(64)}`, `${right}, ${right}`, 'v0=é'].map(named),
    named(signature(`${secret}x`, stamp, body)),
    named(signature('', stamp, body)),
    named(signature(secret, stamp, other.body)),
    named(signature(secret, String(Number(stamp) - 1), body)),
    { timestamp: String(Number(stamp) - 1), signature: right },
    { ...named(right), body: `${body} ` },
    { ...named(right), body: body.slice(0, -1) },
    { ...named(right), body: '' },
    { ...named(right), body: body.replace(/team/u, 'Team') },
  ]
}

it(`handles none of ${count} forged or stale requests`, async () => {
  await using office = await openSlackOffice('http')
  const { slack, config, reports } = office
  const samples = await sampleRequests(office)
  const now = Date.now()
  office.setTime(now)
  await office.bot.tick()
  const before = { stored: storedBytes(config.stateDir), calls: slack.calls.length, reports: reports.length }
  const forged = samples.flatMap((sample, at) =>
    forgeries(slack.signingSecret, sample, samples[(at + 1) % samples.length] as Request, now).map((one) => ({
      ...sample,
      ...one,
    })),
  )
  const all = Array.from({ length: count }, (_, at) => forged[at % forged.length] as (typeof forged)[number])

  const answers = await eachOf(all, async ({ body, ...raw }) => await slack.deliver(body, raw))

  expect([...new Set(answers.map(({ status, body }) => `${status} ${body}`))]).toEqual(['401 '])
  const after = { stored: storedBytes(config.stateDir), calls: slack.calls.length, reports: reports.length }
  expect(after).toEqual(before)
  expect(forged.length).toBeGreaterThan(300)
})

it('handles none that has no signature, no time or no method of ours', async () => {
  await using office = await openSlackOffice('http')
  const { slack, config } = office
  const [sample] = await sampleRequests(office)
  await office.bot.tick()
  const before = storedBytes(config.stateDir)
  const stamp = String(Math.floor(Date.now() / 1000))
  const right = signature(slack.signingSecret, stamp, sample?.body ?? '')
  const send = async (method: string, headers: Record<string, string>) => {
    const url = `http://127.0.0.1:${office.port}/slack/events`
    return (await fetch(url, { method, headers, ...(method === 'GET' ? {} : { body: sample?.body ?? '' }) })).status
  }

  const statuses = await Promise.all([
    send('POST', {}),
    send('POST', { 'x-slack-signature': right }),
    send('POST', { 'x-slack-request-timestamp': stamp }),
    send('PUT', { 'x-slack-signature': right, 'x-slack-request-timestamp': stamp }),
    send('GET', { 'x-slack-signature': right, 'x-slack-request-timestamp': stamp }),
  ])

  expect(statuses).toEqual([401, 401, 401, 405, 405])
  expect(storedBytes(config.stateDir)).toBe(before)
})

/** A question or a press, sent as often as `again` says; what the person and Slack saw of it. */
type Once = { readonly name: string; readonly act: (office: SlackOffice, person: string) => Promise<() => number> }

const onces: readonly Once[] = [
  {
    name: 'a mention',
    act: async ({ slack }, person) => {
      const channel = slack.addChannel({ name: 'again', members: [person] })
      await slack.say(person, channel, 'No.34はなぜ×ですか', { mention: true, duplicate: copies })
      return () => slack.posts(channel).length
    },
  },
  {
    name: 'a direct message',
    act: async ({ slack }, person) => {
      await slack.say(person, 'dm', 'No.34はなぜ×ですか', { duplicate: copies })
      return () => slack.posts(slack.direct(person)).length
    },
  },
  {
    name: 'a command',
    act: async ({ slack }, person) => {
      const channel = slack.addChannel({ name: 'command', members: [person] })
      await slack.command(person, channel, '/kondankai', 'No.34はなぜ×ですか', copies)
      return () => slack.callsOf('response_url').length
    },
  },
  {
    name: 'a press that opens a dialog',
    act: async ({ slack }, person) => {
      await slack.say(person, 'dm', 'No.34はなぜ×ですか')
      const direct = slack.direct(person)
      const [post] = await slack.until(() => slack.posts(direct).length > 0 && slack.posts(direct))
      await slack.press(person, { channel: direct, ts: post?.ts ?? '' }, '出典を見る', undefined, copies)
      return () => slack.callsOf('views.open').filter(({ answer }) => answer?.ok).length
    },
  },
  {
    name: 'a press that is answered by a post',
    act: async ({ slack }, person) => {
      await slack.say(person, 'dm', 'No.34はなぜ×ですか')
      const direct = slack.direct(person)
      const [post] = await slack.until(() => slack.posts(direct).length > 0 && slack.posts(direct))
      const asks = (element: object) => 'value' in element && `${element.value}`.includes('ask-secretariat')
      await slack.press(person, { channel: direct, ts: post?.ts ?? '' }, asks, undefined, copies)
      return () => slack.posts(direct).length - 1
    },
  },
  {
    name: 'the first look at the messages',
    act: async ({ slack }, person) => {
      await slack.openHome(person, 'messages', copies)
      return () => slack.posts(slack.direct(person)).length
    },
  },
]

it.each(ways.flatMap((way) => onces.map((once) => [way, once.name, once] as const)))(
  `over %s, does what comes ${copies} times once, also after a restart: %s`,
  async (way, _, { act }) => {
    await using office = await openSlackOffice(way)
    const { slack } = office
    const person = slack.addUser({ name: '佐藤' })

    const effects = await act(office, person)
    await slack.until(() => effects() > 0)
    await slack.idle()
    const last = slack.delivered.findLast(({ signedAt }) => signedAt === undefined)
    await office.restart()
    if (last !== undefined) await slack.send(last, copies)
    await slack.idle()
    await office.bot.tick()

    expect(effects()).toBe(1)
    expect(slack.delivered.filter(({ outcome }) => outcome !== 'acknowledged')).toEqual([])
    expect(slack.faults).toEqual([])
  },
)

it.each(ways)(`over %s, files what comes ${copies} times once, also after a restart`, async (way) => {
  await using office = await openSlackMembers(way)
  const { slack, sato } = office
  await slack.command(sato, 'dm', '/iken', '駅前にも広げてはどうか。')
  await slack.until(() => slack.view(sato))
  await slack.submit(sato, {})

  await slack.submit(sato, {}, copies)
  await slack.until(() => office.told('sato').length > 0)
  await slack.idle()
  const last = slack.delivered.findLast(({ signedAt }) => signedAt === undefined)
  await office.restart()
  if (last !== undefined) await slack.send(last, copies)
  await slack.idle()
  await office.bot.tick()

  expect(last?.payload.type).toBe('view_submission')
  expect(await office.filed()).toHaveLength(1)
  expect(office.told('sato')).toHaveLength(1)
  expect(slack.delivered.filter(({ outcome }) => outcome !== 'acknowledged')).toEqual([])
  expect(slack.faults).toEqual([])
})

it(`does one signed request that is sent ${copies} times once`, async () => {
  await using office = await openSlackOffice('http')
  const { slack } = office
  const samples = await sampleRequests(office)
  const posts = () => slack.calls.filter(({ method }) => /^chat|^views|^response/u.test(method)).length
  const before = posts()
  const mention = samples.find(({ kind }) => kind === 'event app_mention')
  const raw = { contentType: 'application/json', timestamp: String(Math.floor(Date.now() / 1000)) }
  const body = (mention?.body ?? '').replace(/("ts":")\d+/gu, '$11600000000')

  const first = await slack.deliver(body, raw)
  await slack.until(() => posts() > before)
  const others = await eachOf(Array.from({ length: copies }), async () => await slack.deliver(body, raw))
  await office.restart()
  const later = await eachOf(Array.from({ length: copies }), async () => await slack.deliver(body, raw))
  await office.bot.tick()

  expect(first.status).toBe(200)
  expect(new Set(others.map(({ status }) => status))).toEqual(new Set([401]))
  expect(new Set(later.map(({ status }) => status))).toEqual(new Set([200, 401]))
  expect(posts()).toBe(before + 1)
})
