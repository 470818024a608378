const graphemes = new Intl.Segmenter('ja', { granularity: 'grapheme' })

/** What closes a sentence, with the brackets or the space behind it. */
const sentenceEnds = /[。！？][」』）]*|[.!?][)"'”’]* /gu

/** How long a text is on a platform, that of its code points added up. */
type LengthOf = (text: string) => number

/**
 * Cuts a text into parts of at most `most` as `lengthOf` counts: at the end of a line, else of a sentence, else between two
 * characters as a person sees them. Joined again the parts are the text; none is empty. Only where one character is itself
 * longer it is cut, between code points.
 */
export function splitText(text: string, most: number, lengthOf: LengthOf): readonly string[] {
  const parts: string[] = []
  let rest = text
  while (lengthOf(rest) > most) {
    const to = findCut(rest, most, lengthOf)
    parts.push(rest.slice(0, to))
    rest = rest.slice(to)
  }
  return rest === '' ? parts : [...parts, rest]
}

function findCut(text: string, most: number, lengthOf: LengthOf): number {
  const end = endWithin(text, most, lengthOf)
  const room = text.slice(0, end)
  // With one character more, as only that shows whether a mark goes on with what stands before it.
  const characters = graphemes.segment(text.slice(0, end + 2))
  const startAt = (at: number) => characters.containing(at)?.index ?? at
  // In the first half, an end of a line or sentence would make many short parts of a long text.
  const isGood = (at: number) => at > end / 2 && startAt(at) === at
  const line = room.lastIndexOf('\n') + 1
  if (isGood(line)) return line
  const sentence = [...room.matchAll(sentenceEnds)].map(({ index, 0: { length } }) => index + length).findLast(isGood)
  return sentence ?? (startAt(end) || end)
}

/** The most of a text, in whole code points, whose length is `most` or less; at least one. */
function endWithin(text: string, most: number, lengthOf: LengthOf): number {
  let end = 0
  let length = 0
  for (const character of text) {
    length += lengthOf(character)
    if (length > most && end > 0) return end
    end += character.length
  }
  return end
}
