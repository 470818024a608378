import type { Call } from './world.ts'

/** Something in a call that Slack would act on: where it stands, and its text. */
export type LiveControl = { readonly at: string; readonly what: string }

/** `<@U…>`, `<#C…>`, `<!channel>`, `<!subteam^…>`, `<!date^…>`, and links of any scheme, unescaped. */
const marks = /<(?:[@#!]|[a-z][a-z0-9+.-]*:)[^<>]*>/giu
const shortcodes = /:[a-z0-9_+'-]+:/giu
const addresses = /\bhttps?:\/\/[^\s<>]+/giu
/** The elements of rich text that mention, notify or link by themselves. */
const liveTypes = new Set(['user', 'usergroup', 'broadcast', 'channel', 'link', 'team'])

/**
 * The live control sequences in an outgoing call: in text that Slack parses, in rich text, and in plain text that shows
 * `:name:` as an emoji (it does unless `emoji` is false). With `bareLinks` also addresses that Slack makes links of.
 */
export function liveControls({ args }: Pick<Call, 'args'>, { bareLinks = false } = {}): readonly LiveControl[] {
  const found: LiveControl[] = []
  const add = (at: string, text: string, pattern: RegExp) => {
    for (const [what] of text.matchAll(pattern)) found.push({ at, what })
  }
  const parsed = (at: string, text: string, verbatim: boolean) => {
    add(at, text, marks)
    if (bareLinks && !verbatim) add(at, text.replaceAll(marks, ''), addresses)
  }

  const walk = (value: unknown, at: string): void => {
    if (Array.isArray(value)) for (const [index, one] of value.entries()) walk(one, `${at}.${index}`)
    else if (typeof value === 'object' && value !== null) {
      const { type, text, emoji, verbatim } = value as Record<string, unknown>
      if (type === 'mrkdwn' && typeof text === 'string') parsed(`${at}.text`, text, verbatim === true)
      if (type === 'plain_text' && typeof text === 'string' && emoji !== false) add(`${at}.text`, text, shortcodes)
      if (typeof type === 'string' && at.includes('.elements.') && liveTypes.has(type))
        found.push({ at, what: JSON.stringify(value) })
      for (const [key, one] of Object.entries(value)) if (key !== 'metadata') walk(one, `${at}.${key}`)
    }
  }

  const { text, initial_comment: comment, blocks } = args
  // Beside blocks the text is what notices show, and Slack makes no links in it; its mentions still notify.
  if (typeof text === 'string') parsed('text', text, blocks !== undefined)
  if (typeof comment === 'string') parsed('initial_comment', comment, false)
  for (const part of ['blocks', 'view', 'options', 'option_groups']) walk(args[part], part)
  if (args.link_names === true) found.push({ at: 'link_names', what: 'true' })
  if (args.parse === 'full') found.push({ at: 'parse', what: 'full' })
  return found
}
