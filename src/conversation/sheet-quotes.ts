import type { Citation } from '../questions/citation.ts'
import { glossOf } from './gloss-of.ts'
import type { Messages } from './messages/ja.ts'
import type { Block } from './reply.ts'

/** Whether a citation is of a cell of a status sheet. */
export function isOfCell({ position }: Citation): boolean {
  return position !== null && 'column' in position
}

/**
 * Cells that are cited: each with its row and column, those of one column together where a list is shown, and those of one
 * column that say the same in any case.
 */
export function cellBlocks(citations: readonly Citation[], say: Messages, asList: boolean): readonly Block[] {
  const groups = Map.groupBy(citations, ({ document, position, quote }) => {
    const column = position !== null && 'column' in position ? position.column : ''
    return JSON.stringify([document.id, column, asList ? '' : quote])
  })
  return [...groups.values()].flatMap((together): Block[] => {
    const [first] = together
    if (first?.position == null || !('column' in first.position)) return []
    const rows = together.flatMap(({ position }) => position?.row ?? [])
    return [
      {
        kind: 'quote',
        speaker: say.speakerLabel(first.speaker),
        quotes: [...new Set(together.map(({ quote, whole }) => say.quote(quote, whole)))],
        ...(asList ? { gloss: null } : glossOf(together, say)),
        source: say.sourceRows(first, [...new Set(rows)], first.position.column),
        passages: [...new Set(together.map(({ passage }) => passage))],
      },
    ]
  })
}
