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

/** Teams sends a few characters as entities. */
function decode(text: string): string {
  return text
    .replaceAll('&nbsp;', ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
}
