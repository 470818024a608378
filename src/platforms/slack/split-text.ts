import { escapedLength } from './slack-text.ts'

const graphemes = new Intl.Segmenter('ja', { granularity: 'grapheme' })

/** What closes a sentence, with the brackets around it; no mark that belongs to it may follow. */
const sentenceEnds = /(?:[。！？][」』）]*|[.!?][)"'”’]* )(?![\p{M}\u200d])/gu

/**
 * Cuts a text into parts of at most `most` characters (escaped): at the end of a line, else of a sentence, else between two
 * characters as a person sees them. Joined again the parts are the text; none is empty. Only where one character is itself
 * longer it is cut, between code points.
 */
export function splitText(text: string, most: number): readonly string[] {
  const parts: string[] = []
  let rest = text
  while (escapedLength(rest) > most) {
    const to = findCut(rest, most)
    parts.push(rest.slice(0, to))
    rest = rest.slice(to)
  }
  return rest === '' ? parts : [...parts, rest]
}

function findCut(text: string, most: number): number {
  const end = endWithin(text, most)
  const room = text.slice(0, end)
  // In the first half, an end of a line or sentence would make many short parts of a long text.
  const half = end / 2
  const line = room.lastIndexOf('\n') + 1
  if (line > half) return line
  // One character more than there is room, or a mark after the last sentence would not be seen.
  const sentence = [...text.slice(0, end + 1).matchAll(sentenceEnds)].findLast(
    ({ index, 0: { length } }) => index + length <= end,
  )
  if (sentence !== undefined && sentence.index + sentence[0].length > half) return sentence.index + sentence[0].length
  // What is around the end decides where characters part; a window of four thousand holds all but what is no writing.
  const around = graphemes.segment(text.slice(0, end + 64)).containing(end)?.index ?? end
  return around > 0 ? around : end
}

/** The most of a text, in whole code points, whose escaped length is `most` or less; at least one. */
function endWithin(text: string, most: number): number {
  let end = 0
  let length = 0
  for (const character of text) {
    length += escapedLength(character)
    if (length > most && end > 0) return end
    end += character.length
  }
  return end
}
