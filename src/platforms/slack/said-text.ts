/** What stands between < and > in the text of an event: a mention, a channel, a broadcast, a link. */
const token = /<([^<>]*)>/gu

/** A text as it was written: Slack sends mentions and links as tokens, and three characters as entities. Mentions of the bot are left out. */
export function saidText(text: string, bots: readonly string[] = []): string {
  const written = text.replace(token, (_, inner: string) => {
    const [target = '', label] = inner.split('|', 2)
    if (bots.some((bot) => target === `@${bot}`)) return ''
    if (target.startsWith('@')) return label === undefined ? target : `@${label}`
    if (target.startsWith('#')) return label === undefined ? target : `#${label}`
    if (target.startsWith('!')) return label ?? `@${target.slice(1)}`
    return label ?? target.replace(/^mailto:/u, '')
  })
  return written.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&').trim()
}

/** Whether a text speaks to somebody else: it mentions a person that is not the bot. */
export function isToOthers(text: string, bots: readonly string[] = []): boolean {
  return [...text.matchAll(/<@([A-Z\d]+)(?:\|[^<>]*)?>/gu)].some(([, user = '']) => !bots.includes(user))
}
