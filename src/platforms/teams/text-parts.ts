import { isBlank, shownText } from '../shown-text.ts'
import { splitText } from '../split-text.ts'
import type { TextRun } from './activity.ts'
import { textRoom } from './limits.ts'
import type { Part } from './part.ts'

/** How a text looks; for the eye only. */
export type Look = Pick<TextRun, 'weight' | 'italic' | 'isSubtle' | 'size' | 'color'>

const small: Look = { size: 'small', isSubtle: true }
/** More than the JSON of a run takes besides its text. */
const runLength = 120

/** A text in full size. */
export function textParts(text: string, look: Look = {}): readonly Part[] {
  const parts = splitText(shownText(text), textRoom, runsLength)
  return parts.map((part, at) => ({
    text: part,
    // A part that goes on below ends its own line: the line end there would be an empty line.
    element: {
      type: 'RichTextBlock',
      inlines: inertRuns(at < parts.length - 1 ? part.replace(/(?<=.)\n$/su, '') : part, look),
      ...(at > 0 && { spacing: 'small' }),
    },
  }))
}

/** A text in small size. */
export function noteParts(text: string): readonly Part[] {
  return textParts(text, small)
}

/** Inside of what clients may replace in any text of a card: a date (adaptivecards, text-formatters), a mention (cards-format). */
export const liveSeams = /(?<=\{)(?=\{(?:DATE|TIME)\()|(?<=<)(?=\/?at[\s>])/giu

/**
 * A text in runs, in which nothing is live: no markdown is read there, and what clients do replace, a date as {{DATE(…)}} or
 * {{TIME(…)}} and <at>…</at>, is parted between two runs, as each is read for itself.
 */
function inertRuns(text: string, look: Look): readonly TextRun[] {
  return text.split(liveSeams).map((run) => ({
    type: 'TextRun',
    // A block of nothing but line ends has no height, and an empty run is no run.
    text: isBlank(run) && run === text ? `\u00a0${run}` : run,
    ...look,
  }))
}

/** The most that the JSON of a text's runs takes, that of its characters added up. */
function runsLength(text: string): number {
  const seams = text.split(/[{<]/u).length - 1
  return JSON.stringify(text).length - 2 + seams * runLength
}
