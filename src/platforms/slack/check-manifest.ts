import * as z from 'zod'
import { SlackManifest } from './manifest-schema.ts'
import { shortcuts, slashCommands } from './names.ts'
import { botEvents, neededScopes } from './needed-scopes.ts'

/** What is wrong at a path of the manifest (`features.shortcuts[0].name`; empty for the whole), and what to do. */
type ManifestFault = { readonly path: string; readonly says: string }
export type CheckedManifest =
  | { readonly outcome: 'sound'; readonly manifest: SlackManifest }
  | { readonly outcome: 'faulty'; readonly faults: readonly ManifestFault[] }

/**
 * Compares a manifest with Slack's limits and with what the bot can do: nothing it answers may be missing, and nothing may be
 * asked for that it has no use for.
 */
export function checkManifest(value: unknown): CheckedManifest {
  const read = SlackManifest.safeParse(value)
  const faults = read.success
    ? [...receiverFaults(read.data), ...nameFaults(read.data), ...eventFaults(read.data), ...scopeFaults(read.data)]
    : read.error.issues.map(({ path, message }) => ({ path: z.core.toDotPath(path), says: message }))
  return read.success && faults.length === 0 ? { outcome: 'sound', manifest: read.data } : { outcome: 'faulty', faults }
}

/** Every place where a manifest names the address that Slack calls. */
export function receiverUrls({
  features,
  settings,
}: SlackManifest): readonly { path: string; url: string | undefined }[] {
  const { event_subscriptions, interactivity } = settings
  return [
    ...features.slash_commands.map(({ url }, index) => ({ path: `features.slash_commands[${index}].url`, url })),
    { path: 'settings.event_subscriptions.request_url', url: event_subscriptions.request_url },
    { path: 'settings.interactivity.request_url', url: interactivity.request_url },
    { path: 'settings.interactivity.message_menu_options_url', url: interactivity.message_menu_options_url },
  ]
}

function receiverFaults(manifest: SlackManifest): readonly ManifestFault[] {
  const isSocket = manifest.settings.socket_mode_enabled
  return receiverUrls(manifest)
    .filter(({ url }) => (url === undefined) !== isSocket)
    .map(({ path }) => ({
      path,
      says: isSocket
        ? 'Slack calls no address in Socket Mode: remove it, or set settings.socket_mode_enabled to false'
        : 'it is missing: give https://HOST/slack/events, or set settings.socket_mode_enabled to true',
    }))
}

function nameFaults({ features }: SlackManifest): readonly ManifestFault[] {
  const commands: readonly string[] = Object.values(slashCommands)
  const ids: readonly string[] = Object.values(shortcuts)
  return [
    ...unknownOrTwice(
      features.slash_commands.map(({ command }) => command),
      commands,
      (index) => `features.slash_commands[${index}].command`,
    ),
    ...unknownOrTwice(
      features.shortcuts.map(({ callback_id }) => callback_id),
      ids,
      (index) => `features.shortcuts[${index}].callback_id`,
    ),
    ...features.shortcuts.flatMap(({ callback_id, type }, index) => {
      const expected = callback_id === shortcuts.opinionFromMessage ? 'message' : 'global'
      return type === expected || !ids.includes(callback_id)
        ? []
        : [
            {
              path: `features.shortcuts[${index}].type`,
              says: `"${callback_id}" is a ${expected} shortcut: write "${expected}"`,
            },
          ]
    }),
  ]
}

function eventFaults({ settings }: SlackManifest): readonly ManifestFault[] {
  const { bot_events } = settings.event_subscriptions
  const path = 'settings.event_subscriptions.bot_events'
  return [
    ...unknownOrTwice(bot_events, Object.keys(botEvents), (index) => `${path}[${index}]`),
    ...Object.entries(botEvents)
      .filter(([event]) => !bot_events.includes(event))
      .map(([event, { without }]) => ({ path, says: `"${event}" is missing, and without it ${without}: add it` })),
  ]
}

function scopeFaults(manifest: SlackManifest): readonly ManifestFault[] {
  const { bot } = manifest.oauth_config.scopes
  const needed = neededScopes(manifest)
  const path = 'oauth_config.scopes.bot'
  return [
    ...bot.flatMap((scope, index) => {
      if (bot.indexOf(scope) < index)
        return [{ path: `${path}[${index}]`, says: `"${scope}" stands here twice: remove one` }]
      return needed.has(scope)
        ? []
        : [
            {
              path: `${path}[${index}]`,
              says: `nothing in this app needs "${scope}": remove it, the bot asks for the least`,
            },
          ]
    }),
    ...[...needed]
      .filter(([scope]) => !bot.includes(scope))
      .map(([scope, by]) => ({ path, says: `"${scope}" is missing, which ${by.join(', ')} needs: add it` })),
  ]
}

function unknownOrTwice(
  found: readonly string[],
  known: readonly string[],
  pathOf: (index: number) => string,
): readonly ManifestFault[] {
  return found.flatMap((name, index) => {
    if (!known.includes(name))
      return [
        { path: pathOf(index), says: `the bot does not answer "${name}", it knows ${known.join(', ')}: remove it` },
      ]
    return found.indexOf(name) < index ? [{ path: pathOf(index), says: `"${name}" stands here twice: remove one` }] : []
  })
}
