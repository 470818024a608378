import type { Citation } from '../questions/citation.ts'
import type { Messages } from './messages/ja.ts'

/** The unofficial translations of what is quoted; those of one maker together; null where none is wanted, or there is none. */
export function glossOf(citations: readonly Citation[], { gloss }: Messages): string | null {
  const glossed = citations.filter((citation) => citation.gloss !== '')
  if (gloss === null || glossed.length === 0) return null
  return [...Map.groupBy(glossed, ({ glossBy }) => glossBy ?? 'record')]
    .map(([by, those]) => gloss([...new Set(those.map((citation) => citation.gloss))].join(' / '), by))
    .join(' ')
}
