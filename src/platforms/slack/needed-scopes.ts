import type { SlackManifest } from './manifest-schema.ts'
import { webMethods } from './web-methods.ts'

/**
 * The events that the bot acts on, each with the scopes of the bot's token that Slack wants for it and what would be
 * missing without it (source: the events' pages at docs.slack.dev).
 */
export const botEvents = {
  app_home_opened: { scopes: [], without: 'the Home tab stays empty' },
  app_mention: { scopes: ['app_mentions:read'], without: 'mentions in channels are not answered' },
  'message.channels': {
    scopes: ['channels:history'],
    without: 'follow-ups in threads of public channels are not answered',
  },
  'message.groups': {
    scopes: ['groups:history'],
    without: 'follow-ups in threads of private channels are not answered',
  },
  'message.im': { scopes: ['im:history'], without: 'direct messages are not answered' },
} as const satisfies Readonly<Record<string, { readonly scopes: readonly string[]; readonly without: string }>>

/** Methods with this prefix are called only for what an app with the agent view has. */
const ofAgentView = 'assistant.'

/** Every scope that the manifest's app needs, with what needs it; nothing else may be asked for. */
export function neededScopes({ features }: SlackManifest): ReadonlyMap<string, readonly string[]> {
  const isAgent = features.agent_view !== undefined
  const reasons = [
    ...Object.entries(webMethods)
      .filter(([method]) => isAgent || !method.startsWith(ofAgentView))
      .flatMap(([method, scopes]) => scopes.map((scope) => ({ scope, by: `the method ${method}` }))),
    ...Object.entries(botEvents).flatMap(([event, { scopes }]) =>
      scopes.map((scope) => ({ scope, by: `the event ${event}` })),
    ),
    ...(features.slash_commands.length > 0 ? [{ scope: 'commands', by: 'features.slash_commands' }] : []),
    ...(features.shortcuts.length > 0 ? [{ scope: 'commands', by: 'features.shortcuts' }] : []),
    ...(isAgent ? [{ scope: 'assistant:write', by: 'features.agent_view' }] : []),
  ]
  return new Map(
    [...Map.groupBy(reasons, ({ scope }) => scope)].map(([scope, found]) => [scope, found.map(({ by }) => by)]),
  )
}
