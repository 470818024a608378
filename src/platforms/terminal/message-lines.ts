import { stripVTControlCharacters, styleText } from 'node:util'
import type { Block, Message } from '../../conversation/reply.ts'
import { visibleText } from '../../conversation/visible-text.ts'

/** A message as lines of text; `colours` marks quotes and sources for the eye, without changing a letter. */
export function messageLines(message: Message, colours = false): readonly string[] {
  const style = (format: Parameters<typeof styleText>[0], text: string) =>
    colours ? styleText(format, inert(text), { validateStream: false }) : inert(text)
  return message.blocks.flatMap((block) => blockLines(block, style))
}

/** The plain text of a message, as the terminal shows it without colours. */
export function messageText(message: Message): string {
  return messageLines(message).join('\n')
}

type Style = (format: Parameters<typeof styleText>[0], text: string) => string

function blockLines(block: Block, style: Style): readonly string[] {
  switch (block.kind) {
    case 'words':
      return `「${visibleText(block.text)}」`.split('\n').map(inert)
    case 'choices':
      return [block.choices.map(({ label }, at) => `［${at + 1} ${inert(label)}］`).join('')]
    case 'text':
      return [inert(block.text)]
    case 'note':
      return [style('dim', block.text)]
    case 'quote':
      return [
        ...block.quotes.map((quote, at) => `${at === 0 ? style('bold', block.speaker) : ''}${inert(quote)}`),
        ...(block.gloss === null ? [] : [style('italic', block.gloss)]),
        style('dim', block.source),
      ]
  }
}

/** Control characters of a text never reach the terminal. */
function inert(text: string): string {
  return stripVTControlCharacters(text).replace(/[\u{0}-\u{8}\u{a}-\u{1f}\u{7f}-\u{9f}]/gu, '')
}
