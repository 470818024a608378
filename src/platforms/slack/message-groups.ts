import type { Block, Choice, Message } from '../../conversation/reply.ts'
import { sayIn } from '../../conversation/view.ts'
import { visibleText } from '../../conversation/visible-text.ts'
import type { Language } from '../../questions/normal-text.ts'
import { joinLines, type Said } from '../joined-lines.ts'
import { buildButton, buttonPieces, choicePieces, offerPieces } from './choice-pieces.ts'
import { type Group, numberPieces, type Piece } from './piece.ts'
import { notePieces, quotedPieces, richPieces, type Span, textPieces } from './text-pieces.ts'

/**
 * All of a message in pieces that each keep Slack's limits: `said` in its order, and `offered`, the choices, which come after
 * all that they are about, and after them what to do where an answer is taken to be wrong.
 */
export function messageGroups(
  { blocks, doubt, offers = [] }: Message,
  language: Language,
): { readonly said: readonly Group[]; readonly offered: Group } {
  const choices = blocks.filter((block) => block.kind === 'choices')
  const said = joinLines(blocks.filter((block) => block.kind !== 'choices')).map((block) => blockGroup(block, language))
  const offered = [
    ...choices.flatMap((block) => choicePieces(block.choices)),
    ...offerPieces(offers),
    ...(doubt === undefined ? [] : doubtPieces(doubt, language)),
  ]
  const [last = [], ...groups] = numberPieces([offered, ...said])
  return { said: groups.filter((group) => group.length > 0), offered: last }
}

function blockGroup(block: Said, language: Language): Group {
  switch (block.kind) {
    case 'text':
      return textPieces(block.text)
    case 'note':
      return notePieces(block.text)
    case 'words':
      return quotedPieces(`「${visibleText(block.text)}」`)
    case 'quote':
      return quoteGroup(block, language)
  }
}

function quoteGroup(block: Extract<Block, { readonly kind: 'quote' }>, language: Language): Group {
  const { seeSource } = sayIn({ language }).faces
  const spans: readonly Span[] = [
    { text: block.speaker, as: 'line', style: { bold: true } },
    ...block.quotes.map((text, at): Span => ({ text, as: 'quote', inLine: at === 0 })),
    ...(block.gloss === null ? [] : [{ text: block.gloss, as: 'line', style: { italic: true } } satisfies Span]),
  ]
  const action = { name: 'source', about: block.passages.join(' ') } as const
  const button =
    block.passages.length === 0 ? undefined : buildButton(seeSource, action, undefined, `${seeSource} ${block.source}`)
  // The plain text leaves the button out: one after every quote would only be in the way of who cannot press it.
  const source: readonly Piece[] =
    button === undefined ? [] : buttonPieces([button]).map((piece) => ({ ...piece, text: '' }))
  return [...richPieces(spans), ...notePieces(block.source), ...source]
}

function doubtPieces({ label, action }: Choice, language: Language): readonly Piece[] {
  const button = buildButton(label, action)
  return button === undefined ? [] : [...notePieces(sayIn({ language }).faces.doubt), ...buttonPieces([button])]
}
