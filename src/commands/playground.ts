import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Config, readConfig } from '../config.ts'
import { Fault } from '../fault.ts'
import { setUpOffice } from './playground-office.ts'
import { channelOf, tenant, type Window, windowsAt } from './playground-people.ts'
import { checkFree, openWindow, tool } from './playground-tool.ts'
import type { Command, Environment } from './run-command.ts'
import { openPlatforms } from './serve-platforms.ts'
import { readOptions, UsageFault } from './usage-fault.ts'

/** Where the Playground listens unless it is told otherwise. */
const usualPort = 56_150

/** Shows the bot in Microsoft's Agents Playground, to an invented member and an invented secretariat. */
export const playground: Command = {
  help: `Tries the bot as in Microsoft Teams, in the Agents Playground: as an invented member, and as an invented secretariat.

Usage: npm run playground [-- OPTIONS]

Options:
  --state DIR       keep the run-time data there and go on with it next time; else it is gone at the end (STATE_DIR, which the
                    real bot uses, is never touched)
  --port N          the port of the member's window; the secretariat's is the next one (else ${usualPort})
  --committee DIR   another committee's folder (else COMMITTEE_DIR)
  --help            this text

The Playground shows a Teams in the browser, without account, key or registration; Ctrl-C ends it together with the bot. npx
fetches it (${tool}) the first time. It is Microsoft's, under a pre-release licence of
its own, and no part of this project. It listens on all addresses of this machine while it runs.
Exit codes: 0 ended by you; 1 it could not be started, or has ended by itself; 2 wrong options or configuration.
`,
  async run(args, env) {
    const { values } = readOptions(
      args,
      { state: { type: 'string' }, port: { type: 'string' }, committee: { type: 'string' } },
      'no words',
    )
    const windows = windowsAt(readPort(values.port))
    for (const { port } of windows) await checkFree(port)
    const folder = mkdtempSync(join(tmpdir(), 'kondankai-playground-'))
    try {
      const config = configOf(env, { ...values, state: values.state ?? join(folder, 'state') }, windows)
      return await play(config, { windows, folder, env })
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  },
}

type Given = { readonly windows: readonly Window[]; readonly folder: string; readonly env: Environment }

async function play(config: Config, { windows, folder, env }: Given): Promise<number> {
  const told = Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]).then(() => 'told' as const)
  const isNew = await setUpOffice(config, windows, say)
  let areOpen = false
  // What is to be posted into a window waits until there is one; that is no trouble to be told of.
  const report = (message: string) => void ((areOpen || !message.startsWith('outbox: ')) && say(message))
  await using served = await openPlatforms(config, { report })
  const bot = `http://127.0.0.1:${served.port}`
  if (!(await fetch(`${bot}/healthz`)).ok) throw new Fault('not-listening', `the bot does not answer at ${bot}`)
  say(`the bot answers at ${bot}; starting the Playground (npx fetches ${tool} the first time)`)

  await using opened = new AsyncDisposableStack()
  const ends: Promise<void>[] = []
  for (const window of windows) {
    const { ready, ended } = opened.use(openWindow(window, { bot, folder, env }))
    ends.push(ended)
    if ((await Promise.race([ready, told])) === 'told') return 0
  }
  areOpen = true
  for (const { name, who, port } of windows) say(`${name} (${who.name}): open http://127.0.0.1:${port}`)
  if (!isNew) say(`the people and calls are those in ${config.stateDir}`)
  say('Ctrl-C ends the bot and the Playground')
  if ((await Promise.race([told, ...ends])) === 'told') return 0
  say('the Playground has ended, so the bot ends too')
  return 1
}

/** The settings for trying: those of the real bot's platforms, mails and run-time data are left out. */
function configOf(
  env: Environment,
  { state, committee }: { readonly state: string; readonly committee?: string | undefined },
  [, secretariat]: ReturnType<typeof windowsAt>,
): Config {
  const rest = Object.entries(env).filter(([name]) => !/^(?:SLACK|TEAMS|SMTP|MAIL|SECRETARIAT)_/u.test(name))
  const local = { TEAMS_LOCAL: '1', TEAMS_TENANT_ID: tenant, TEAMS_SECRETARIAT_CHANNEL: channelOf(secretariat) }
  const config = readConfig(
    { ...Object.fromEntries(rest), ...local, STATE_DIR: state, PORT: '0', HOST: '' },
    { committee },
  )
  const services = [secretariat.service, ...(config.teams?.services ?? [])]
  return { ...config, teams: config.teams && { ...config.teams, services } }
}

function readPort(given = `${usualPort}`): number {
  const port = Number(given)
  // The next one is taken too.
  if (!/^\d{1,5}$/u.test(given) || port < 1 || port > 65_534)
    throw new UsageFault(`--port ${given}: give a number from 1 to 65534`)
  return port
}

function say(message: string): void {
  process.stderr.write(`kondankai-bot: ${message}\n`)
}
