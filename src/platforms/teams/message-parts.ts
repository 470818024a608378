import type { Block, Choice, Message } from '../../conversation/reply.ts'
import { sayIn } from '../../conversation/view.ts'
import { visibleText } from '../../conversation/visible-text.ts'
import type { Language } from '../../questions/normal-text.ts'
import { joinLines, type Said } from '../joined-lines.ts'
import { buildButton, buttonParts, choiceParts, type Dialogs, offerParts } from './choice-parts.ts'
import { ownParts } from './own-parts.ts'
import type { Group, Part } from './part.ts'
import { noteParts, textParts } from './text-parts.ts'

/**
 * All of a message in parts: `said` in its order, and `offered`, the choices, which come after all that they are about, and
 * after them what to do where an answer is taken to be wrong. Choices that can be answered by their number are all that is
 * offered about one's own submissions.
 */
export function messageParts(
  { blocks, doubt, own, offers = [] }: Message,
  language: Language,
  dialogs: Dialogs,
): { readonly said: readonly Group[]; readonly offered: Group } {
  const said = joinLines(blocks.filter((block) => block.kind !== 'choices'))
    .map((block) => blockGroup(block, language, dialogs))
    .filter((group) => group.length > 0)
  const choices = blocks.filter((block) => block.kind === 'choices')
  const offered = [
    ...choices.flatMap((block) => choiceParts(block.choices, dialogs)),
    ...(own === undefined || choices.length > 0 ? [] : ownParts(own, dialogs)),
    ...offerParts(offers, dialogs),
    ...(doubt === undefined ? [] : doubtParts(doubt, language, dialogs)),
  ]
  const state = own?.kind === 'one' && own.state !== null ? [textParts(own.state, { weight: 'bolder' })] : []
  return { said: [...said, ...state], offered }
}

function blockGroup(block: Said, language: Language, dialogs: Dialogs): Group {
  switch (block.kind) {
    case 'text':
      return textParts(block.text)
    case 'note':
      return noteParts(block.text)
    case 'words':
      return framed(textParts(`「${visibleText(block.text)}」`))
    case 'quote':
      return quoteGroup(block, language, dialogs)
  }
}

function quoteGroup(block: Extract<Block, { readonly kind: 'quote' }>, language: Language, dialogs: Dialogs): Group {
  const { seeSource } = sayIn({ language }).faces
  const action = { name: 'source', about: block.passages.join(' ') } as const
  const button =
    block.passages.length === 0
      ? undefined
      : buildButton(seeSource, action, dialogs, undefined, `${seeSource} ${block.source}`)
  const [first, ...others] = framed([
    ...textParts(block.speaker, { weight: 'bolder' }),
    ...block.quotes.flatMap((quote) => textParts(quote)),
    ...(block.gloss === null ? [] : textParts(block.gloss, { italic: true })),
    ...noteParts(block.source),
    // The plain text leaves the button out: one after every quote would only be in the way of who cannot press it.
    ...(button === undefined ? [] : buttonParts([button]).map((part) => ({ ...part, text: '' }))),
  ])
  const cites = { name: block.source, abstract: block.quotes.join('') }
  return first === undefined ? [] : [{ ...first, cites }, ...others]
}

/** Parts in the frame of a quote. */
function framed(parts: readonly Part[]): Group {
  return parts.map((part, at) => ({ ...part, frame: at === 0 ? 'begins' : 'goes on' }))
}

function doubtParts({ label, action }: Choice, language: Language, dialogs: Dialogs): readonly Part[] {
  const button = buildButton(label, action, dialogs)
  return button === undefined ? [] : [...noteParts(sayIn({ language }).faces.doubt), ...buttonParts([button])]
}
