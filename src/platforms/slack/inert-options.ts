import type { ChatPostMessageArguments, ChatUpdateArguments } from '@slack/web-api'

/**
 * What a post says besides its text and blocks, so that Slack makes nothing live of the top-level text either: no links, no
 * names, no markup, no previews. chat.update has `parse: 'client'` where nothing is said, unlike chat.postMessage.
 */
export const inertOptions = {
  'chat.postMessage': { mrkdwn: false, parse: 'none', link_names: false, unfurl_links: false, unfurl_media: false },
  'chat.update': { parse: 'none', link_names: false },
} as const satisfies {
  readonly 'chat.postMessage': Partial<ChatPostMessageArguments>
  readonly 'chat.update': Partial<ChatUpdateArguments>
}
