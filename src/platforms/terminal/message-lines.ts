import { stripVTControlCharacters, styleText } from 'node:util'
import type { Block, Message } from '../../conversation/reply.ts'

/** A message as lines of text; `colours` marks quotes and sources for the eye, without changing a letter. */
export function messageLines(message: Message, colours = false): readonly string[] {
  return message.blocks.flatMap((block) => blockLines(block, colours)).map(inert)
}

/** The plain text of a message, as the terminal shows it without colours. */
export function messageText(messages: readonly Message[]): string {
  return messages.map((message) => messageLines(message).join('\n')).join('\n\n')
}

function blockLines(block: Block, colours: boolean): readonly string[] {
  const style = (format: Parameters<typeof styleText>[0], text: string) =>
    colours ? styleText(format, text, { validateStream: false }) : text
  switch (block.kind) {
    case 'text':
      return [block.text]
    case 'note':
      return [style('dim', block.text)]
    case 'quote':
      return [
        ...block.quotes.map((quote, at) => `${at === 0 ? style('bold', block.speaker) : ''}${quote}`),
        ...(block.gloss === null ? [] : [style('italic', block.gloss)]),
        style('dim', block.source),
      ]
  }
}

/** Control characters of a text never reach the terminal; those of our own colours do. */
function inert(line: string): string {
  return line === stripVTControlCharacters(line) ? line.replace(/[\u{0}-\u{8}\u{b}-\u{1f}\u{7f}-\u{9f}]/gu, '') : line
}
