import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { printResult } from './print-result.ts'
import { percentile } from './search-metrics.ts'
import { type App, alternate, countOf, inFolder, median, medianRatio, startApp } from './side-by-side.ts'
import { openPeer } from './teams-peer.ts'

const usage = `Compares this bot with a bare botbuilder echo bot on express, side by side in one run.

Usage: npm run -s bench:teams -- [OPTIONS]

Options:
  --conversations N  chats, each of which asks once a round (default 1000)
  --rounds N         rounds of each side, in alternating order, after two that do not count (default 13)
  --connections N    connections by which Teams delivers; each goes on when its question is answered (default 16)
  --dir DIR          where the bot keeps its run-time data, on the disk that counts (default data/state)
  --json             print one object
  --help             this text

An answer is timed from the request that delivers the question until Teams receives the first post of the answer, an
acknowledgement until the whole answer to that request. All figures are medians over the rounds, ratios those of rounds next to
each other. Each side has a process of its own, and Teams is another. The echo bot is the SDK as it comes, with one reply by
sendActivity; what this bot posts is its whole answer, after the question is on disk. Teams' limits of 50 posts a second
and tenant, and of 60 in half a minute and chat, to which it keeps otherwise, are lifted.
`

const sides = ['ours', 'echo'] as const
type Side = (typeof sides)[number]
type Round = { readonly perSecond: number; readonly answers: readonly number[]; readonly acks: readonly number[] }
type Peer = Awaited<ReturnType<typeof openPeer>>

/** Milliseconds that a round may take. */
const longest = 120_000

let asked = 1_700_000_000_000

/** A question in one person's chat, as Teams delivers it. */
function questionIn(conversation: string, { world }: Peer): string {
  const person = `29:${conversation}`
  return JSON.stringify({
    ...{ type: 'message', id: `${(asked += 1)}`, timestamp: new Date().toISOString(), channelId: 'msteams' },
    ...{ serviceUrl: `${world.base}/teams/`, from: { id: person, name: '佐藤', aadObjectId: person } },
    conversation: { id: conversation, conversationType: 'personal', tenantId: world.tenant },
    ...{ recipient: world.bot, textFormat: 'plain', text: 'No.34はなぜ×ですか', locale: 'ja-JP' },
    ...{ entities: [{ type: 'clientInfo', locale: 'ja-JP' }], channelData: { tenant: { id: world.tenant } } },
  })
}

async function playRound({ pool }: App, peer: Peer, { conversations, connections }: Options): Promise<Round> {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${peer.issuer.token()}` }
  const waiting = Array.from({ length: conversations }, (_, at) => `a:${at}`).values()
  const answers: number[] = []
  const acks: number[] = []
  const start = performance.now()
  const ask = async () => {
    for (const conversation of waiting) {
      const body = questionIn(conversation, peer)
      const from = performance.now()
      const answered = peer.answered(conversation).then(() => answers.push(performance.now() - from))
      const answer = await pool.request({ path: '/api/messages', method: 'POST', body, headers })
      await answer.body.dump()
      if (answer.statusCode !== 200) throw new Error(`a delivery was answered ${answer.statusCode}`)
      acks.push(performance.now() - from)
      await answered
    }
  }
  await inTime(Promise.all(Array.from({ length: connections }, ask)))
  return { perSecond: (conversations * 1000) / (performance.now() - start), answers, acks }
}

/** @throws where it takes longer than a round may */
async function inTime(work: Promise<unknown>): Promise<void> {
  const { promise, reject } = Promise.withResolvers<never>()
  const timer = setTimeout(() => reject(new Error(`a round took longer than ${longest / 1000} s`)), longest)
  await Promise.race([work, promise]).finally(() => clearTimeout(timer))
}

function figuresOf(rounds: readonly Round[]) {
  const middle = (read: (round: Round) => number) => median(rounds.map(read))
  return {
    answersPerSecond: middle(({ perSecond }) => perSecond),
    answerP50: middle(({ answers }) => median(answers)),
    answerP99: middle(({ answers }) => percentile(answers, 0.99)),
    ackP99: middle(({ acks }) => percentile(acks, 0.99)),
  }
}

async function measure(options: Options, folder: string) {
  const peer = await openPeer()
  const { world } = peer
  const env = {
    ...{ STATE_DIR: join(folder, 'state'), PORT: '0', DIGEST_TIME: 'off', TEAMS_SERVICE_URLS: `${world.base}/teams/` },
    ...{ TEAMS_APP_ID: world.appId, TEAMS_APP_PASSWORD: world.appPassword, TEAMS_TENANT_ID: world.tenant },
    TEAMS_LOGIN_URL: `${world.base}/login/${world.tenant}`,
    TEAMS_OPENID_URL: `${world.base}/channel/.well-known/openidconfiguration`,
  }
  const apps: { [S in Side]?: App } = {}
  const bytes: { [S in Side]?: number } = {}
  try {
    for (const side of sides) {
      const app = await startApp('teams-side.ts', [side], { env, connections: options.connections })
      apps[side] = app
      for (let warming = 0; warming < 2; warming++) await playRound(app, peer, options)
      bytes[side] = peer.bytes()
    }
    const rounds = await alternate(sides, options.rounds, (side) => playRound(apps[side] as App, peer, options))
    if (peer.unasked() > 0) throw new Error(`${peer.unasked()} posts came that nothing had asked for`)
    const { conversations, connections } = options
    return {
      ...{ conversations, rounds: options.rounds, connections, bytes },
      ...{ ours: figuresOf(rounds.ours), echo: figuresOf(rounds.echo) },
      answersRatio: medianRatio(rounds.ours, rounds.echo, ({ perSecond }) => perSecond),
      answerP99Ratio: medianRatio(rounds.ours, rounds.echo, ({ answers }) => percentile(answers, 0.99)),
      ackP99Ratio: medianRatio(rounds.ours, rounds.echo, ({ acks }) => percentile(acks, 0.99)),
    }
  } finally {
    await Promise.all(Object.values(apps).map(async ({ end }) => await end()))
    peer.close()
  }
}

type Options = ReturnType<typeof parseOptions>

function parseOptions() {
  const { values } = parseArgs({
    options: {
      conversations: { type: 'string', default: '1000' },
      rounds: { type: 'string', default: '13' },
      connections: { type: 'string', default: '16' },
      dir: { type: 'string', default: 'data/state' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  return {
    ...values,
    conversations: countOf('conversations', values.conversations),
    rounds: countOf('rounds', values.rounds),
    connections: countOf('connections', values.connections),
  }
}

async function main(): Promise<string> {
  const options = parseOptions()
  if (options.help) return usage
  const result = await inFolder(options.dir, (folder) => measure(options, folder))
  if (options.json) return JSON.stringify(result)
  const line = (name: string, { answersPerSecond, answerP50, answerP99, ackP99 }: ReturnType<typeof figuresOf>) =>
    `${name.padEnd(11)}${answersPerSecond.toFixed(0).padStart(6)} answers/s   answered p50 ${answerP50.toFixed(1)} ms, p99 ${answerP99.toFixed(1)} ms   acknowledged p99 ${ackP99.toFixed(1)} ms`
  return [
    line('this bot', result.ours),
    line('echo bot', result.echo),
    `ratio      ${result.answersRatio.toFixed(2).padStart(6)} (at least 1)   p99 ${result.answerP99Ratio.toFixed(2)} (at most 1.2)   acknowledged p99 ${result.ackP99Ratio.toFixed(2)}`,
  ].join('\n')
}

await printResult(main)
