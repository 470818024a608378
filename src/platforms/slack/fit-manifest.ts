import type { SlackManifest } from './manifest-schema.ts'

/** Where Slack delivers: calls of an https address, or a socket that the bot opens. */
export type Delivery = { readonly kind: 'http'; readonly url: string } | { readonly kind: 'socket' }

/** The path that the bot's HTTP receiver listens on. */
export const receiverPath = '/slack/events'

const agentScope = 'assistant:write'

/**
 * The manifest for one's own way of delivery. `guests` leaves the agent view out: workspace guests are not permitted to use
 * an app that has it (https://docs.slack.dev/ai/developing-agents, "Members only"), so it is to be known before the app is made.
 */
export function fitManifest(manifest: SlackManifest, delivery: Delivery, guests: boolean): SlackManifest {
  const { features, oauth_config, settings } = manifest
  const url = delivery.kind === 'http' ? delivery.url : undefined
  const { agent_view, ...others } = features
  return {
    ...manifest,
    features: {
      ...others,
      ...(guests || agent_view === undefined ? {} : { agent_view }),
      slash_commands: features.slash_commands.map(({ url: _, ...command }) => ({ ...command, ...given('url', url) })),
    },
    oauth_config: {
      ...oauth_config,
      scopes: { bot: oauth_config.scopes.bot.filter((scope) => !guests || scope !== agentScope) },
    },
    settings: {
      ...settings,
      event_subscriptions: {
        ...given('request_url', url),
        bot_events: settings.event_subscriptions.bot_events,
      },
      interactivity: {
        is_enabled: settings.interactivity.is_enabled,
        ...given('request_url', url),
        ...given('message_menu_options_url', url),
      },
      socket_mode_enabled: delivery.kind === 'socket',
    },
  }
}

/** A key that is left out where there is nothing to put there. */
function given<K extends string>(key: K, value: string | undefined): { readonly [P in K]?: string } {
  return value === undefined ? {} : ({ [key]: value } as { [P in K]: string })
}
