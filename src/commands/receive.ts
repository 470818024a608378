import { cpSync, existsSync, lstatSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openBot, openState } from '../app.ts'
import { readConfig } from '../config.ts'
import { Fault } from '../fault.ts'
import type { Player, Recorded } from './play.ts'
import { readTextFile } from './read-text.ts'
import type { Command } from './run-command.ts'
import { readOptions, UsageFault } from './usage-fault.ts'

const help = `Feeds a saved payload of Slack's or Teams' through the bot, and prints what would be sent. Nothing is sent: no token or network is needed.

Usage: npm run -s bot -- receive slack FILE.json [OPTIONS]
       npm run -s bot -- receive teams FILE.json [OPTIONS]

FILE.json holds, as JSON, one event, command or interaction as Slack delivers it in the body of a request, or one activity as
Teams posts it. What Teams asks for and is answered in the exchange (an invoke) is printed as acknowledged.

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

/** Each platform is loaded only where it is played. */
const players: Readonly<Record<string, () => Promise<Player>>> = {
  slack: async () => (await import('./play-slack.ts')).playSlack,
  teams: async () => (await import('./play-teams.ts')).playTeams,
}

/** A saved payload through the real app. */
export const receive: Command = {
  help,
  async run(args, env) {
    const { values, positionals } = readOptions(args, options, 'words')
    const [platform = '', file, ...more] = positionals
    const load = Object.hasOwn(players, platform) ? players[platform] : undefined
    if (load === undefined || file === undefined || more.length > 0)
      throw new UsageFault(
        `"receive ${positionals.join(' ')}": known are "receive slack FILE.json" and "receive teams FILE.json"`,
      )
    const player = await load()
    const body = readBody(file, player)
    const { stateDir: kept } = readConfig(env, values)
    const folder = mkdtempSync(join(tmpdir(), 'kondankai-receive-'))
    try {
      const stateDir = join(folder, 'state')
      if (values.state) await copyState(kept, stateDir)
      const config = readConfig({ ...env, ...player.environment(body), STATE_DIR: stateDir }, values)
      const said = await play(player, config, body)
      process.stdout.write(values.json ? `${JSON.stringify(said)}\n` : show(said))
      return 0
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  },
}

type Said = { readonly acknowledged: unknown; readonly calls: readonly Recorded[] }

async function play(player: Player, config: ReturnType<typeof readConfig>, body: object): Promise<Said> {
  const clock = { now: Date.now }
  const report = (message: string) => void process.stderr.write(`kondankai-bot: ${message}\n`)
  const { calls, messenger, boards, serve } = player.open(config, { report, clock })
  await using bot = await openBot(config, { messengers: [messenger], boards, report, clock, model: null })
  const { take } = serve(bot)
  // What waited before is no part of it.
  await bot.deliver()
  calls.length = 0
  return { acknowledged: await take(body), calls }
}

/** @throws Fault `file-unreadable`, `payload-unknown` */
function readBody(file: string, { isKnown, expected }: Player): object {
  let body: unknown
  try {
    body = JSON.parse(readTextFile(file))
  } catch (cause) {
    if (cause instanceof Fault) throw cause
    const why = (cause as Error).message
    throw new Fault('file-unreadable', `${file} is not JSON (${why}): save the body of one request as JSON`, cause)
  }
  if (typeof body === 'object' && body !== null && isKnown(body)) return body
  throw new Fault('payload-unknown', `${file} holds nothing that the bot acts on: ${expected}`)
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
