import type { Inbound } from './inbound.ts'

/** What was said, without the mentions of the bot; other people stay by the names that stand there. */
export function saidText({ text, entities = [], recipient }: Inbound): string {
  let said = text ?? ''
  for (const { type, text: mention = '', mentioned } of entities)
    if (type === 'mention' && mention !== '' && mentioned?.id === recipient?.id) said = said.replaceAll(mention, ' ')
  return decode(said.replaceAll(/<\/?at[^>]*>/giu, ''))
    .replaceAll(/ {2,}/gu, ' ')
    .trim()
}

/** The text of a message that Teams gives as HTML: without what it quotes of others, and a line for what stands in one. */
export function htmlText(html: string): string {
  const lines = withoutQuotes(html)
    .replaceAll(/<emoji\b[^<>]*?\balt="([^"<>]*)"[^<>]*>/giu, '$1')
    .replaceAll(/<br\b[^<>]*>|<\/(?:p|div|li|h\d|tr)>/giu, '\n')
    .replaceAll(/<[^<>]*>/gu, '')
  return decode(lines)
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .trim()
}

/** What is quoted goes up to its last end before the next begins; where it has none nothing is taken for one's own. */
function withoutQuotes(html: string): string {
  const [own = '', ...quoted] = html.split(/<blockquote\b/iu)
  const end = '</blockquote>'
  const after = quoted.map((part) => {
    const at = part.toLowerCase().lastIndexOf(end)
    return at < 0 ? '' : part.slice(at + end.length)
  })
  return [own, ...after].join('')
}

/** Teams sends a few characters as entities. */
function decode(text: string): string {
  return text
    .replaceAll('&nbsp;', ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
}
