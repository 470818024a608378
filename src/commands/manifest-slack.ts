import { fileURLToPath } from 'node:url'
import { Fault } from '../fault.ts'
import { type CheckedManifest, checkManifest, receiverUrls } from '../platforms/slack/check-manifest.ts'
import { type Delivery, fitManifest, receiverPath } from '../platforms/slack/fit-manifest.ts'
import type { SlackManifest } from '../platforms/slack/manifest-schema.ts'
import type { ManifestOptions } from './manifest.ts'
import { readTextFile } from './read-text.ts'
import { UsageFault } from './usage-fault.ts'
import { checkWritable, writeFile } from './written-file.ts'

/** The host of the manifest that comes with the bot: a placeholder (RFC 2606 reserves the domain). */
const placeholder = 'kondankai.example.jp'
const shipped = fileURLToPath(new URL('../../manifest/slack.json', import.meta.url))
const shippedName = 'manifest/slack.json'

/** Compares a manifest of Slack's, else the one that comes with the bot, with what Slack takes and the bot does. */
export function checkSlack(file: string | undefined): number {
  const name = file ?? shippedName
  process.stdout.write(`${describe(name, soundOr(name, checkManifest(readJson(file ?? shipped, name))))}\n`)
  return 0
}

/** Prints the manifest that comes with the bot for a way of delivery. */
export function printSlack({ url, socket, guests, out, force }: ManifestOptions): number {
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
