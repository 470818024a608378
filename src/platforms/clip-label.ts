import { shownText } from './shown-text.ts'

const graphemes = new Intl.Segmenter('ja', { granularity: 'grapheme' })
const sign = '…'

/**
 * A label in one line of at most `most` as `lengthOf` counts, with … where it is longer: for buttons, options, titles and
 * previews only, never in place of a quote or a person's words. It is never empty, as platforms take no empty label.
 */
export function clipLabel(text: string, most: number, lengthOf: (text: string) => number): string {
  const line = shownText(text).replace(/\s+/gu, ' ').trim()
  if (line === '') return sign
  if (lengthOf(line) <= most) return line
  let clipped = ''
  for (const { segment } of graphemes.segment(line)) {
    if (lengthOf(clipped + segment + sign) > most) break
    clipped += segment
  }
  return `${clipped.trimEnd()}${sign}`
}
