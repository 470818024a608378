import { fileURLToPath } from 'node:url'
import { Fault } from '../fault.ts'
import { type CheckedManifest, checkManifest, receiverUrls } from '../platforms/slack/check-manifest.ts'
import { type Delivery, fitManifest, receiverPath } from '../platforms/slack/fit-manifest.ts'
import type { SlackManifest } from '../platforms/slack/manifest-schema.ts'
import { readTextFile } from './read-text.ts'
import type { Command } from './run-command.ts'
import { readOptions, UsageFault } from './usage-fault.ts'
import { checkWritable, writeFile } from './written-file.ts'

const help = `Checks the app manifest that Slack makes the app from, or prints it for your own way of delivery.

Usage: npm run -s bot -- manifest check slack [FILE]
       npm run -s bot -- manifest print slack --url https://HOST [OPTIONS]
       npm run -s bot -- manifest print slack --socket [OPTIONS]

check compares FILE (else the manifest that comes with the bot) with Slack's limits and with what the bot can do: no scope, event
or name too few, and none too many. print writes the manifest that comes with the bot for your host, or for Socket Mode.

Options:
  --url URL    Slack calls this address: https://HOST, to which ${receiverPath} is added
  --socket     the bot opens a socket to Slack, and needs no address of its own
  --guests     without the agent view, which Slack does not let guests of a workspace use
  --out FILE   write it into this file; it must not be there
  --force      replace the file that is there
  --help       this text

docs/slack.md says what to do with it.
Exit codes: 0 done; 1 the manifest has faults (the text lists them), or a file cannot be read or written; 2 wrong options.
`

const options = {
  url: { type: 'string' },
  socket: { type: 'boolean', default: false },
  guests: { type: 'boolean', default: false },
  out: { type: 'string' },
  force: { type: 'boolean', default: false },
} as const
type Values = ReturnType<typeof readOptions<typeof options>>['values']

/** The host of the manifest that comes with the bot: a placeholder (RFC 2606 reserves the domain). */
const placeholder = 'kondankai.example.jp'
const shipped = fileURLToPath(new URL('../../manifest/slack.json', import.meta.url))
const shippedName = 'manifest/slack.json'

/** The app manifest of Slack. */
export const manifest: Command = {
  help,
  async run(args) {
    const { values, positionals } = readOptions(args, options, 'words')
    const [name = '', platform, file, ...more] = positionals
    if (platform !== 'slack' || more.length > 0 || !(name === 'check' || (name === 'print' && file === undefined)))
      throw new UsageFault(
        `"manifest ${positionals.join(' ')}": known are "manifest check slack [FILE]", "manifest print slack"`,
      )
    return name === 'check' ? checkFile(file, values) : printFile(values)
  },
}

function checkFile(file: string | undefined, values: Values): number {
  const foreign = Object.entries(values).find(([, value]) => value !== undefined && value !== false)
  if (foreign !== undefined) throw new UsageFault(`manifest check takes no --${foreign[0]}; only manifest print does`)
  const name = file ?? shippedName
  process.stdout.write(`${describe(name, soundOr(name, checkManifest(readJson(file ?? shipped, name))))}\n`)
  return 0
}

function printFile({ url, socket, guests, out, force }: Values): number {
  if ((url === undefined) !== socket)
    throw new UsageFault('manifest print slack needs either --url https://HOST or --socket')
  const delivery: Delivery = url === undefined ? { kind: 'socket' } : { kind: 'http', url: receiverOf(url) }
  const sound = soundOr(shippedName, checkManifest(readJson(shipped, shippedName)))
  const printed = `${JSON.stringify(fitManifest(sound, delivery, guests), null, 2)}\n`
  if (out === undefined) {
    process.stdout.write(printed)
    return 0
  }
  checkWritable(out, force)
  writeFile(out, printed, force)
  process.stdout.write(`${out}\n`)
  return 0
}

/** @throws UsageFault where Slack could not call it. */
function receiverOf(text: string): string {
  const url = URL.parse(text)
  if (url?.protocol !== 'https:' || `${url.username}${url.password}${url.search}${url.hash}` !== '')
    throw new UsageFault(
      `--url ${text}: give the https address of your own host and no more, as https://bot.example.jp`,
    )
  const folder = url.pathname.replace(/\/+$/u, '')
  return `${url.origin}${folder.endsWith(receiverPath) ? folder : `${folder}${receiverPath}`}`
}

function readJson(path: string, name: string): unknown {
  try {
    return JSON.parse(readTextFile(path))
  } catch (cause) {
    if (cause instanceof Fault) throw cause
    throw new Fault(
      'manifest-invalid',
      `${name} is not JSON (${(cause as Error).message}); "manifest print slack" writes one that is`,
      cause,
    )
  }
}

/** @throws Fault `manifest-invalid`, with every fault and where it is */
function soundOr(name: string, checked: CheckedManifest): SlackManifest {
  if (checked.outcome === 'sound') return checked.manifest
  const lines = checked.faults.map(({ path, says }) => `\n  ${path === '' ? '' : `${path}: `}${says}`)
  throw new Fault('manifest-invalid', `${name} is no manifest for this bot:${lines.join('')}`)
}

function describe(name: string, checked: SlackManifest): string {
  const { features, oauth_config, settings } = checked
  const hosts = [...new Set(receiverUrls(checked).flatMap(({ url }) => (url === undefined ? [] : [new URL(url).host])))]
  const where = settings.socket_mode_enabled ? 'Socket Mode' : `HTTP at ${hosts.join(', ')}`
  const notYours = hosts.includes(placeholder)
    ? ' (a placeholder: "manifest print slack --url" puts your own there)'
    : ''
  const counts = [
    `scopes: ${oauth_config.scopes.bot.length}`,
    `events: ${settings.event_subscriptions.bot_events.length}`,
    `commands: ${features.slash_commands.length}`,
    `shortcuts: ${features.shortcuts.length}`,
  ]
  const view = features.agent_view === undefined ? 'without the agent view' : 'with the agent view'
  return `${name}: sound; ${where}${notYours}, ${counts.join(', ')}, ${view}`
}
