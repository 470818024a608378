import type { Citation } from '../questions/citation.ts'
import type { Messages } from './messages/ja.ts'
import type { Block } from './reply.ts'

type Glossed = Pick<Extract<Block, { kind: 'quote' }>, 'gloss' | 'byMachine'>

/** The unofficial translations of what is quoted; those of one maker together; null where none is wanted, or there is none. */
export function glossOf(citations: readonly Citation[], { gloss }: Messages): Glossed {
  const glossed = citations.filter((citation) => citation.gloss !== '')
  if (gloss === null || glossed.length === 0) return { gloss: null }
  const makers = Map.groupBy(glossed, ({ glossBy }) => glossBy ?? 'record')
  const said = [...makers].map(([by, those]) =>
    gloss([...new Set(those.map((citation) => citation.gloss))].join(' / '), by),
  )
  return { gloss: said.join(' '), ...(makers.has('machine') ? { byMachine: true } : {}) }
}
