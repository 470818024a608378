import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { variableNames } from '../config.ts'
import { Fault } from '../fault.ts'
import { channelOf, type Invented, people, teamsIds, tenant, type Window } from './playground-people.ts'
import type { Environment } from './run-command.ts'

/** The Microsoft 365 Agents Playground, which npx fetches: a tool to try the bot with, under a licence of its own. */
export const tool = '@microsoft/m365agentsplayground@0.2.28'

/** Milliseconds that it may take to be fetched and to answer, and between two looks whether it does. */
const patience = 180_000
const pause = 200

type Given = { readonly bot: string; readonly folder: string; readonly env: Environment }

/** A window of the Playground: `ready` comes once it answers, `ended` once it has ended, by itself or because it is disposed of. */
export type OpenWindow = AsyncDisposable & { readonly ready: Promise<'ready'>; readonly ended: Promise<void> }

/**
 * Opens a window of the Playground onto the bot at the address `bot`. None of our settings, so none of our secrets, is passed
 * on to it. `ready` rejects with the Fault `playground-missing` where it does not come up.
 */
export function openWindow(window: Window, { bot, folder, env }: Given): OpenWindow {
  const home = join(folder, window.name)
  mkdirSync(home, { recursive: true })
  // The tool reads this file where it is started; JSON is YAML too.
  writeFileSync(join(home, '.m365agentsplayground.yml'), `${JSON.stringify(worldOf(window), null, 2)}\n`)
  const told = ['--channel-id', 'msteams', '--port', `${window.port}`, '--disable-telemetry']
  const child = spawn(
    'npx',
    ['--yes', '--prefer-offline', tool, 'start', '--app-endpoint', `${bot}/api/messages`, ...told],
    {
      cwd: home,
      env: {
        ...Object.fromEntries(Object.entries(env).filter(([name]) => !variableNames.includes(name))),
        TEAMSAPPTESTER_BROWSER: 'none',
      },
      stdio: ['ignore', 'ignore', 'pipe'],
      // A group of its own: npx starts others, and all of them are to end.
      detached: true,
    },
  )
  let said = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said = `${said}${text}`.slice(-2000)
  })
  let isOver = false
  const ended = once(child, 'close')
    .then(
      () => {},
      (error: Error) => void (said = error.message),
    )
    .finally(() => {
      isOver = true
    })

  async function becomeReady(): Promise<'ready'> {
    for (let waited = 0; waited < patience && !isOver; waited += pause) {
      if (await answers(window.port)) return 'ready'
      await Promise.race([sleep(pause), ended])
    }
    throw new Fault('playground-missing', missing(said))
  }
  return {
    ...{ ready: becomeReady(), ended },
    async [Symbol.asyncDispose]() {
      if (!isOver && child.pid !== undefined) process.kill(-child.pid, 'SIGTERM')
      await ended
    },
  }
}

/** @throws Fault `not-listening` where something listens at the port already: the tool would take any other. */
export async function checkFree(port: number): Promise<void> {
  const server = createServer()
  try {
    await once(server.listen(port), 'listening')
  } catch (cause) {
    throw new Fault(
      'not-listening',
      `port ${port} is taken: end what listens there (another playground?), or give another with --port`,
      cause,
    )
  }
  server.close()
  await once(server, 'close')
}

async function answers(port: number): Promise<boolean> {
  try {
    return (await fetch(`http://127.0.0.1:${port}/`)).ok
  } catch {
    return false
  }
}

function missing(said: string): string {
  const last = said.trim().split('\n').slice(-3).join('\n')
  return `the Agents Playground did not start${last === '' ? '' : ` (npx says: ${last})`}.
npx comes with Node.js and fetches ${tool} from the npm registry the first time: check that this machine reaches it, and that "npx --yes ${tool} --version" prints a version.
To try the bot without it, run "npm start" in a terminal.`
}

/** What stands in a window: who one is, the others, a chat with the bot alone, a group chat and a team (the tool's schema 0.1.1; it wants five others). */
function worldOf({ name, who }: Window) {
  const others = [...people.members, ...people.staff].filter(({ id }) => id !== who.id)
  const title = { member: '懇談会', secretariat: '事務局' }[name]
  return {
    version: '0.1.1',
    tenantId: tenant,
    bot: { id: '28:local', name: '懇談会の自動応答' },
    currentUser: userOf(who),
    users: others.map(userOf),
    personalChat: { id: `a:${name}` },
    groupChat: { id: `19:${name}@thread.v2`, name: `${title}のグループ` },
    team: { id: channelOf({ name }), name: title, aadGroupId: tenant, channels: [] },
  }
}

function userOf(one: Invented) {
  const [surname = '', givenName = ''] = one.name.split('　')
  const mail = `${one.id}@example.jp`
  return { ...teamsIds(one), name: one.name, userPrincipleName: mail, surname, givenName, email: mail }
}
