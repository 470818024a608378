import { clipLabel as clipBy } from '../clip-label.ts'
import { escapedLength } from './slack-text.ts'

/** A label in one line of at most `most` characters (escaped), with … where it is longer. */
export function clipLabel(text: string, most: number): string {
  return clipBy(text, most, escapedLength)
}
