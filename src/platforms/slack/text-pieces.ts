import type { RichTextBlockElement, RichTextText } from '@slack/types'
import { isBlank, shownText } from '../shown-text.ts'
import { limits } from './limits.ts'
import type { Piece, PieceBlock } from './piece.ts'
import { escapedLength, plainText } from './slack-text.ts'
import { splitText } from './split-text.ts'

/** A text in full size; expanded, so that no part of it waits behind "see more". */
export function textPieces(text: string): readonly Piece[] {
  return pieces(text, (part) => ({ type: 'section', text: plainText(part), expand: true }))
}

/** A text in small size. */
export function notePieces(text: string): readonly Piece[] {
  return pieces(text, (part) => ({ type: 'context', elements: [plainText(part)] }))
}

/** A text set off as a quote. */
export function quotedPieces(text: string): readonly Piece[] {
  return richPieces([{ text, as: 'quote' }])
}

/** A part of a rich text: `style` is for the eye only. */
export type Span = {
  readonly text: string
  readonly as: 'line' | 'quote'
  readonly style?: NonNullable<RichTextText['style']>
  /** Whether its plain text goes on in the line of the span before. */
  readonly inLine?: boolean
}

/** Spans in a row, in as few blocks as hold them. Rich text elements carry text as it is: nothing in it is read as markup. */
export function richPieces(spans: readonly Span[]): readonly Piece[] {
  const done: { text: string; continues: boolean; elements: RichTextBlockElement[] }[] = []
  for (const { text, as, style, inLine = false } of spans) {
    for (const [at, part] of splitText(shownText(text), limits.text).entries()) {
      const continues = done.length > 0 && (at > 0 || inLine)
      const element: RichTextBlockElement = {
        type: as === 'quote' ? 'rich_text_quote' : 'rich_text_section',
        elements: [{ type: 'text', text: part, ...(style && { style }) }],
      }
      const last = done.at(-1)
      const joined = last === undefined ? part : `${last.text}${continues ? '' : '\n'}${part}`
      if (last !== undefined && escapedLength(joined) <= limits.text) {
        last.text = joined
        last.elements.push(element)
      } else done.push({ text: part, continues, elements: [element] })
    }
  }
  return done.map(({ text, continues, elements }) => ({ text, continues, block: { type: 'rich_text', elements } }))
}

function pieces(text: string, build: (part: string) => PieceBlock): readonly Piece[] {
  return splitText(shownText(text), limits.text).map((part, at) => ({
    text: part,
    continues: at > 0,
    block: isBlank(part)
      ? { type: 'rich_text', elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: part }] }] }
      : build(part),
  }))
}
