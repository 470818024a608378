/**
 * Where the lines of one printed paragraph end, in UTF-16 units; an empty paragraph takes one line. `width` is in full-width
 * characters, of which what Unicode calls narrow takes half of one, a tab two.
 */
export function lineEnds(text: string, width: number): readonly number[] {
  const ends: number[] = []
  let taken = 0
  let at = 0
  for (const character of text) {
    const wide = widthOf(character.codePointAt(0) ?? 0)
    if (taken + wide > width) {
      ends.push(at)
      taken = 0
    }
    taken += wide
    at += character.length
  }
  return [...ends, text.length]
}

/** The nearest place at or before `at` where a text may be parted without parting what is seen as one character. */
export function partingPlace(text: string, at: number): number {
  return at >= text.length ? text.length : (characters.segment(text).containing(at)?.index ?? at)
}

const characters = new Intl.Segmenter('ja', { granularity: 'grapheme' })

function widthOf(code: number): number {
  if (code === 9) return 2
  return (code >= 0x20 && code <= 0x7e) || (code >= 0xff61 && code <= 0xff9f) ? 0.5 : 1
}
