import { findMarks, type Mark } from './outline-marks.ts'
import type { Item, Span } from './submission.ts'

/**
 * The items into which a text can be split at its headings and bullets; none where there would be fewer than two. An item
 * is what has no mark below it: a bullet, else a numbered line, else a section with its heading line; a number or ① whose
 * words are a sentence keeps its bullets. Spans are in order and do not overlap, and with the headings they hold every
 * character that is not blank: text before an item belongs to it, with the headings between, and a heading without
 * anything below belongs to the next heading or item, else to the last item.
 */
export function splitItems(text: string): readonly Item[] {
  const marks = findMarks(text)
  const items: Item[] = []
  let headings: readonly { readonly level: number; readonly span: Span }[] = []
  // Where what stands before the next item or heading begins: text, headings without anything below, headings above.
  let loose = text.slice(0, marks[0]?.start).trim() === '' ? undefined : 0
  let empty: number | undefined
  let merged: number | undefined

  for (let at = 0; at < marks.length; ) {
    const mark = marks[at]!
    const end = marks[at + 1]?.start ?? text.length
    const hasBelow = (marks[at + 1]?.level ?? 0) > mark.level
    headings = headings.filter(({ level }) => level < mark.level)

    if (mark.bracketEnd !== null && !hasBelow && isBlank(text, mark.bracketEnd, end)) {
      empty ??= mark.start
      at += 1
    } else if (hasBelow && isHeading(text, mark, end)) {
      const start = merged ?? empty ?? mark.start
      const headingEnd = mark.bracketEnd ?? trimmedEnd(text, mark.start, end)
      headings = [...headings, { level: mark.level, span: [start, headingEnd] }]
      const introduced = !isBlank(text, headingEnd, end)
      if (introduced) loose ??= headingEnd + text.slice(headingEnd, end).search(/\S/u)
      merged = introduced ? undefined : start
      empty = undefined
      at += 1
    } else {
      const start = loose ?? empty ?? mark.start
      do at += 1
      while ((marks[at]?.level ?? 0) > mark.level)
      const heading = headings.findLast(({ span }) => span[1] <= start)
      items.push({
        span: [start, trimmedEnd(text, start, marks[at]?.start ?? text.length)],
        heading: heading?.span ?? null,
      })
      loose = empty = merged = undefined
    }
  }
  return items.length < 2 ? [] : withRest(text, items)
}

/** The last item with the headings behind it under which there is nothing. */
function withRest(text: string, items: readonly Item[]): readonly Item[] {
  return items.map((item, index) =>
    index === items.length - 1 ? { ...item, span: [item.span[0], trimmedEnd(text, item.span[0], text.length)] } : item,
  )
}

/** A heading is no sentence: a member's sentence with bullets below is one opinion with its details. */
function isHeading(text: string, mark: Mark, end: number): boolean {
  return mark.bracketEnd !== null || !text.slice(mark.start, end).includes('。')
}

function isBlank(text: string, start: number, end: number): boolean {
  return text.slice(start, end).trim() === ''
}

function trimmedEnd(text: string, start: number, end: number): number {
  return start + text.slice(start, end).trimEnd().length
}
