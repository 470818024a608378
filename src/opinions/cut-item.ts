import { splitItems } from './split-items.ts'
import type { Item } from './submission.ts'

/** Why an item cannot be cut so; `place` counts from 1. The words of a place are not told again: they are a member's. */
export type NotCut =
  | { readonly why: 'place-not-found' | 'place-at-start'; readonly place: number }
  | { readonly why: 'place-several'; readonly place: number; readonly times: number }
  | { readonly why: 'nothing-to-split' }

/**
 * Cuts an item of a text in two or more, in the text's order: at places, each by the words with which a part begins, or,
 * where none is given, at its own headings and bullets. No character that is not blank is lost, moved or doubled.
 */
export function cutItem(text: string, item: Item, places: readonly string[]): readonly Item[] | NotCut {
  return places.length === 0 ? cutAtMarks(text, item) : cutAtPlaces(text, item, places)
}

/** Whether it could be cut. */
export function isCut(cut: readonly Item[] | NotCut): cut is readonly Item[] {
  return Array.isArray(cut)
}

function cutAtPlaces(text: string, { span: [start, end], heading }: Item, places: readonly string[]) {
  const words = text.slice(start, end)
  const starts = new Set<number>()
  for (const [index, given] of places.entries()) {
    const place = index + 1
    const found = findAll(words, given.trim())
    const [at] = found
    if (at === undefined) return { why: 'place-not-found', place } as const
    if (found.length > 1) return { why: 'place-several', place, times: found.length } as const
    if (words.slice(0, at).trim() === '') return { why: 'place-at-start', place } as const
    starts.add(start + at)
  }
  const edges = [start, ...[...starts].sort((a, b) => a - b), end]
  return edges.slice(0, -1).map((from, index): Item => {
    const to = edges[index + 1] ?? end
    return { span: [from, from + text.slice(from, to).trimEnd().length], heading }
  })
}

/**
 * Its headings become headings of the parts. Where the item stands under a heading already and begins with one of its
 * own, that stays among the words of the first part, so that both are printed.
 */
function cutAtMarks(text: string, { span: [start, end], heading }: Item): readonly Item[] | NotCut {
  const parts = splitItems(text.slice(start, end))
  const first = parts[0]
  if (first === undefined) return { why: 'nothing-to-split' }
  const kept = heading === null ? null : first.heading
  return parts.map(({ span, heading: own }, index): Item => {
    const isKept = own !== null && own[0] === kept?.[0]
    const from = index === 0 && isKept ? own[0] : span[0]
    return {
      span: [start + from, start + span[1]],
      heading: own === null || isKept ? heading : [start + own[0], start + own[1]],
    }
  })
}

function findAll(text: string, words: string): readonly number[] {
  const found: number[] = []
  if (words === '') return found
  for (let at = text.indexOf(words); at !== -1; at = text.indexOf(words, at + 1)) found.push(at)
  return found
}
