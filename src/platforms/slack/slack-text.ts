import type { PlainTextElement } from '@slack/types'

/** The three characters that begin something live in Slack's markup (docs.slack.dev/messaging/formatting-message-text). */
const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

/** A text for the top level of a message, where Slack reads markup: no mention, link or broadcast is left in it. */
export function escapeText(text: string): string {
  return text.replace(/[&<>]/gu, (live) => entities[live] ?? live)
}

/** The length that a text has escaped, in UTF-16 units. */
export function escapedLength(text: string): number {
  return escapeText(text).length
}

/** A text that Slack does not read: no markup, no mention, and `:smile:` stays what was written. */
export function plainText(text: string): PlainTextElement {
  return { type: 'plain_text', text, emoji: false }
}
