import { escapedLength, shownText } from './slack-text.ts'

const graphemes = new Intl.Segmenter('ja', { granularity: 'grapheme' })
const sign = '…'

/**
 * A label in one line of at most `most` characters, with … where it is longer: for buttons, options and titles only, never for
 * a quote or a person's words. It is never empty, as Slack takes no empty label.
 */
export function clipLabel(text: string, most: number): string {
  const line = shownText(text).replace(/\s+/gu, ' ').trim()
  if (line === '') return sign
  if (escapedLength(line) <= most) return line
  let clipped = ''
  for (const { segment } of graphemes.segment(line)) {
    if (escapedLength(clipped + segment + sign) > most) break
    clipped += segment
  }
  return `${clipped.trimEnd()}${sign}`
}
