import { cpSync, existsSync, lstatSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openBot, openState } from '../app.ts'
import { readConfig } from '../config.ts'
import { Fault } from '../fault.ts'
import { readPayload } from '../platforms/slack/payload.ts'
import { readTextFile } from './read-text.ts'
import { type Recorded, recordSlack } from './recorded-slack.ts'
import type { Command } from './run-command.ts'
import { slackPlatform } from './slack-platform.ts'
import { readOptions, UsageFault } from './usage-fault.ts'

const help = `Feeds a saved payload of Slack's through the bot, and prints what would be sent. Nothing is sent: no token or network is needed.

Usage: npm run -s bot -- receive slack FILE.json [OPTIONS]

FILE.json holds one event, command or interaction as JSON, as Slack delivers it in the body of a request.

Options:
  --state           on a copy of the run-time data (STATE_DIR), so that members, staff and what was asked before are known;
                    else on empty run-time data. Neither changes anything that is kept.
  --json            print one object: {acknowledged, calls: [{method, args}]}
  --committee DIR   another committee's folder (else COMMITTEE_DIR)
  --help            this text

Exit codes: 0 done; 1 the file cannot be read, or the bot does not act on what it holds; 2 wrong options or configuration.
`

const options = {
  state: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
  committee: { type: 'string' },
} as const

/** Stands for what is not configured; it is sent nowhere. */
const nobody = { SLACK_BOT_TOKEN: 'xoxb-nobody', SLACK_SIGNING_SECRET: 'nobody' }

/** A saved payload through the real app. */
export const receive: Command = {
  help,
  async run(args, env) {
    const { values, positionals } = readOptions(args, options, 'words')
    const [platform, file, ...more] = positionals
    if (platform !== 'slack' || file === undefined || more.length > 0)
      throw new UsageFault(`"receive ${positionals.join(' ')}": known is "receive slack FILE.json"`)
    const body = readBody(file)
    const { stateDir: kept } = readConfig(env, values)
    const folder = mkdtempSync(join(tmpdir(), 'kondankai-receive-'))
    try {
      const stateDir = join(folder, 'state')
      if (values.state) await copyState(kept, stateDir)
      const config = readConfig({ ...env, SLACK_APP_TOKEN: '', ...nobody, STATE_DIR: stateDir }, values)
      const said = await play(config, body)
      process.stdout.write(values.json ? `${JSON.stringify(said)}\n` : show(said))
      return 0
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  },
}

type Said = { readonly acknowledged: unknown; readonly calls: readonly Recorded[] }

async function play(config: ReturnType<typeof readConfig>, body: object): Promise<Said> {
  const clock = { now: Date.now }
  const report = (message: string) => void process.stderr.write(`kondankai-bot: ${message}\n`)
  if (config.slack === null) throw new Error('Slack is configured by what stands for it')
  const web = recordSlack(clock.now())
  const platform = slackPlatform(config.slack, { report, clock, web, pace: { interval: 0, burst: 1 } })
  const { boards, messenger } = platform
  await using bot = await openBot(config, { messengers: [messenger], boards, report, clock, model: null })
  const served = platform.serve(bot)
  // What waited before is no part of it.
  await bot.deliver()
  web.calls.length = 0
  let acknowledged: unknown = null
  await served.take(body, async (answer) => {
    acknowledged = answer ?? null
  })
  await served.stop()
  return { acknowledged, calls: web.calls }
}

/** @throws Fault `file-unreadable`, `payload-unknown` */
function readBody(file: string): object {
  let body: unknown
  try {
    body = JSON.parse(readTextFile(file))
  } catch (cause) {
    if (cause instanceof Fault) throw cause
    const why = (cause as Error).message
    throw new Fault('file-unreadable', `${file} is not JSON (${why}): save the body of one request as JSON`, cause)
  }
  if (typeof body === 'object' && body !== null && readPayload(body) !== undefined) return body
  throw new Fault(
    'payload-unknown',
    `${file} holds nothing that the bot acts on: an event (type event_callback), a command or an interaction, whole, as Slack delivers it`,
  )
}

/** A copy, also while the bot runs: a last write that is under way is left out. */
async function copyState(from: string, to: string): Promise<void> {
  if (!existsSync(from)) throw new Fault('store-unusable', `${from} is not there: set STATE_DIR, or leave --state out`)
  // The lock is no file, and is not copied.
  cpSync(from, to, { recursive: true, filter: (path) => lstatSync(path).isDirectory() || lstatSync(path).isFile() })
  await (await openState({ stateDir: to }, { acceptTornTail: true, report: () => {} })).close()
}

function show({ acknowledged, calls }: Said): string {
  const answer = acknowledged === null ? 'with nothing' : `with\n${pretty(acknowledged)}`
  const lines = calls.map(({ method, args }) => `${method}\n${pretty(args)}`)
  return `${[`acknowledged ${answer}`, ...(lines.length === 0 ? ['nothing is called'] : lines)].join('\n\n')}\n`
}

function pretty(value: unknown): string {
  return JSON.stringify(value, null, 2)
}
