import type { ActionsBlock, ContextBlock, RichTextBlock, SectionBlock } from '@slack/types'

/** The blocks that messages are rendered with. */
export type PieceBlock = ActionsBlock | ContextBlock | RichTextBlock | SectionBlock

/**
 * One block and the same as plain text, not yet escaped; '' where the block only repeats in another way what a word does.
 * `continues`: its text goes on with that of the piece before, without a line end between.
 */
export type Piece = { readonly text: string; readonly block: PieceBlock; readonly continues?: boolean }

/** Pieces that are read together: they stay in one post where one can hold them. */
export type Group = readonly Piece[]

/** The text of pieces in a row. */
export function joinPieces(pieces: readonly Piece[]): string {
  return pieces
    .filter(({ text }) => text !== '')
    .map(({ text, continues }, at) => (at === 0 || continues === true ? text : `\n${text}`))
    .join('')
}

/** Gives every block and every button of a message the id that Slack wants unique. */
export function numberPieces(groups: readonly Group[]): readonly Group[] {
  let blocks = 0
  let buttons = 0
  const numbered = (block: PieceBlock): PieceBlock => {
    const block_id = `block:${blocks++}`
    if (block.type !== 'actions') return { ...block, block_id }
    return { ...block, block_id, elements: block.elements.map((one) => ({ ...one, action_id: `turn:${buttons++}` })) }
  }
  return groups.map((group) => group.map((piece) => ({ ...piece, block: numbered(piece.block) })))
}
