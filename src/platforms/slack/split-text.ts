import { splitText as splitBy } from '../split-text.ts'
import { escapedLength } from './slack-text.ts'

/** Cuts a text into parts of at most `most` characters (escaped), without losing any. */
export function splitText(text: string, most: number): readonly string[] {
  return splitBy(text, most, escapedLength)
}
