import { createHmac } from 'node:crypto'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { printResult } from './print-result.ts'
import { percentile } from './search-metrics.ts'
import { type App, alternate, countOf, inFolder, median, medianRatio, startApp } from './side-by-side.ts'
import { openPeer } from './slack-peer.ts'

const usage = `Compares this bot with a bare Bolt app that posts one fixed answer of the same size, side by side in one run.

Usage: npm run -s bench:slack -- [OPTIONS]

Options:
  --channels N      channels, each of which asks once a round by a mention (default 1000)
  --rounds N        rounds of each side, in alternating order, after one that does not count (default 13)
  --connections N   connections by which Slack delivers (default 10)
  --no-twins        deliver the event app_mention alone; Slack delivers the message besides
  --dir DIR         where the bot keeps its run-time data, on the disk that counts (default data/state)
  --json            print one object
  --help            this text

Answers are counted where Slack receives them; a round lasts until the last one is there. An acknowledgement is timed from
the request to the whole answer. All figures are medians over the rounds, ratios those of rounds next to each other. Each side
has a process of its own, and Slack is another.
`

const secret = 'bench'
const team = 'T0BENCH'
const sides = ['ours', 'bolt'] as const
type Side = (typeof sides)[number]
type Round = { readonly answersPerSecond: number; readonly acks: readonly number[] }

let stamps = 0
const newTs = () => `1700000000.${String((stamps += 1)).padStart(6, '0')}`

/** What Slack delivers of one mention. */
function deliveriesOf(channel: number, ts: string, twins: boolean): readonly string[] {
  const id = `C${String(channel).padStart(8, '0')}`
  const said = {
    user: `U${String(channel).padStart(8, '0')}`,
    text: '<@U0BOT> No.34はなぜ×ですか',
    ts,
    channel: id,
    event_ts: ts,
  }
  const events = [
    ...(twins ? [{ type: 'message', channel_type: 'channel', ...said }] : []),
    { type: 'app_mention', ...said },
  ]
  return events.map((event) =>
    JSON.stringify({
      ...{ type: 'event_callback', team_id: team, api_app_id: 'A0BENCH', event_id: `Ev${ts}${event.type}`, event },
      authorizations: [
        { enterprise_id: null, team_id: team, user_id: 'U0BOT', is_bot: true, is_enterprise_install: false },
      ],
    }),
  )
}

function headersOf(body: string): Record<string, string> {
  const stamp = String(Math.floor(Date.now() / 1000))
  const signature = `v0=${createHmac('sha256', secret).update(`v0:${stamp}:${body}`).digest('hex')}`
  const type = 'application/json'
  return { 'content-type': type, 'x-slack-request-timestamp': stamp, 'x-slack-signature': signature }
}

type Peer = Awaited<ReturnType<typeof openPeer>>

async function startSide(side: Side, peer: Peer, folder: string, connections: number): Promise<App> {
  const env = {
    ...{ STATE_DIR: folder, PORT: '0', DIGEST_TIME: 'off' },
    ...{ SLACK_BOT_TOKEN: 'xoxb-bench', SLACK_SIGNING_SECRET: secret, SLACK_API_URL: peer.url },
  }
  const { channel: _, thread_ts: __, ...answer } = Object.fromEntries(peer.first() ?? [])
  const fixed = {
    ...answer,
    blocks: JSON.parse(answer.blocks ?? '[]'),
    metadata: JSON.parse(answer.metadata ?? 'null'),
  }
  return await startApp('slack-side.ts', [side, JSON.stringify(fixed)], { env, connections })
}

async function playRound({ pool }: App, peer: Peer, { channels, connections, twins }: Options): Promise<Round> {
  const asked = Array.from({ length: channels }, (_, channel) => ({ channel, ts: newTs() }))
  const requests = asked
    .flatMap(({ channel, ts }) => deliveriesOf(channel, ts, twins))
    .map((body) => ({ body, headers: headersOf(body) }))
  const answered = peer.allAnswered(asked.map(({ ts }) => ts))
  const acks: number[] = []
  const waiting = requests.values()
  const start = performance.now()
  const deliver = async () => {
    for (const { body, headers } of waiting) {
      const from = performance.now()
      const answer = await pool.request({ path: '/slack/events', method: 'POST', body, headers })
      await answer.body.dump()
      if (answer.statusCode !== 200) throw new Error(`a delivery was answered ${answer.statusCode}`)
      acks.push(performance.now() - from)
    }
  }
  await Promise.all([...Array.from({ length: connections }, deliver), answered])
  return { answersPerSecond: (channels * 1000) / (performance.now() - start), acks }
}

/** The medians over rounds. */
function figuresOf(rounds: readonly Round[]): Figures {
  return {
    answersPerSecond: median(rounds.map(({ answersPerSecond }) => answersPerSecond)),
    ackP50: median(rounds.map(({ acks }) => percentile(acks, 0.5))),
    ackP99: median(rounds.map(({ acks }) => percentile(acks, 0.99))),
  }
}

async function measure(options: Options, folder: string) {
  const peer = await openPeer()
  const apps: { [S in Side]?: App } = {}
  try {
    for (const side of sides) {
      const app = await startSide(side, peer, join(folder, side), options.connections)
      apps[side] = app
      await playRound(app, peer, side === 'ours' ? { ...options, channels: 1 } : options)
      if (side === 'ours') await playRound(app, peer, options)
    }
    const rounds = await alternate(sides, options.rounds, (side) => playRound(apps[side] as App, peer, options))
    if (peer.doubled() > 0) throw new Error(`${peer.doubled()} threads were answered more than once`)
    return {
      ...{ channels: options.channels, rounds: options.rounds, twins: options.twins },
      ...{ ours: figuresOf(rounds.ours), bolt: figuresOf(rounds.bolt) },
      answersRatio: medianRatio(rounds.ours, rounds.bolt, ({ answersPerSecond }) => answersPerSecond),
      ackP99Ratio: medianRatio(rounds.ours, rounds.bolt, ({ acks }) => percentile(acks, 0.99)),
    }
  } finally {
    await Promise.all(Object.values(apps).map(async ({ end }) => await end()))
    peer.close()
  }
}

type Figures = { readonly answersPerSecond: number; readonly ackP50: number; readonly ackP99: number }
type Options = ReturnType<typeof parseOptions>

function parseOptions() {
  const { values } = parseArgs({
    allowNegative: true,
    options: {
      channels: { type: 'string', default: '1000' },
      rounds: { type: 'string', default: '13' },
      connections: { type: 'string', default: '10' },
      twins: { type: 'boolean', default: true },
      dir: { type: 'string', default: 'data/state' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  return {
    ...values,
    channels: countOf('channels', values.channels),
    rounds: countOf('rounds', values.rounds),
    connections: countOf('connections', values.connections),
  }
}

async function main(): Promise<string> {
  const options = parseOptions()
  if (options.help) return usage
  const result = await inFolder(options.dir, (folder) => measure(options, folder))
  if (options.json) return JSON.stringify(result)
  const line = (name: string, { answersPerSecond, ackP50, ackP99 }: Figures) =>
    `${name.padEnd(11)}${answersPerSecond.toFixed(0).padStart(6)} answers/s   acknowledged p50 ${ackP50.toFixed(1)} ms, p99 ${ackP99.toFixed(1)} ms`
  return [
    line('this bot', result.ours),
    line('bare Bolt', result.bolt),
    `ratio      ${result.answersRatio.toFixed(2).padStart(6)} (at least 0.8)   p99 ${result.ackP99Ratio.toFixed(2)} (at most 1.5)`,
  ].join('\n')
}

await printResult(main)
