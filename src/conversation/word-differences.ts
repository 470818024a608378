import { diffArrays } from 'diff'

/** A difference between a text as it was written and as it will be printed; `behind` are the words that an addition follows. */
export type Difference =
  | { readonly kind: 'changed'; readonly before: string; readonly after: string }
  | { readonly kind: 'removed'; readonly before: string }
  | { readonly kind: 'added'; readonly after: string; readonly behind: string | null }

/** Words apart at most: a text that differs in more is another text. */
const mostEdits = 400
/** Differences that somebody reads one by one at most. */
const mostDifferences = 20
/** Characters between two differences up to which they are read as one. */
const joined = 2
/** Characters by which a place in a text is found again. */
const telling = 4

const words = new Intl.Segmenter('ja', { granularity: 'word' })

/** A stretch of words that is in both texts, or differs. */
type Stretch =
  | { readonly kind: 'same'; readonly words: readonly string[] }
  | { readonly kind: 'other'; readonly before: string; readonly after: string }

/** The differences between two texts word by word, in order; null where there are too many to be read one by one. */
export function wordDifferences(written: string, printed: string): readonly Difference[] | null {
  const stretches = stretchesOf(written, printed)
  if (stretches === null) return null
  const found = stretches.flatMap((stretch, at) =>
    stretch.kind === 'same' ? [] : [differenceOf(stretch, sameAt(stretches, at - 1), sameAt(stretches, at + 1))],
  )
  return found.length > mostDifferences ? null : found
}

function stretchesOf(written: string, printed: string): readonly Stretch[] | null {
  const changes = diffArrays(wordsOf(written), wordsOf(printed), { maxEditLength: mostEdits })
  if (changes === undefined) return null
  const stretches: Stretch[] = []
  changes.forEach(({ added, removed, value }, at) => {
    const text = value.join('')
    const last = stretches.at(-1)
    const isBetween = text.length <= joined && last?.kind === 'other' && at < changes.length - 1
    if (!added && !removed && !isBetween) stretches.push({ kind: 'same', words: value })
    else {
      const open = last?.kind === 'other' ? last : { before: '', after: '' }
      if (last?.kind === 'other') stretches.pop()
      stretches.push({
        kind: 'other',
        before: added ? open.before : open.before + text,
        after: removed ? open.after : open.after + text,
      })
    }
  })
  return stretches
}

/** What is short is shown with the words around it. */
function differenceOf(
  { before, after }: Extract<Stretch, { readonly kind: 'other' }>,
  left: readonly string[],
  right: readonly string[],
): Difference {
  const behind = endOf(left)
  if (before === '') return { kind: 'added', after, behind: behind === '' ? null : behind }
  if (before.trim().length >= telling)
    return after === '' ? { kind: 'removed', before } : { kind: 'changed', before, after }
  const ahead = startOf(right)
  return { kind: 'changed', before: `${behind}${before}${ahead}`, after: `${behind}${after}${ahead}` }
}

function sameAt(stretches: readonly Stretch[], at: number): readonly string[] {
  const stretch = at < 0 ? undefined : stretches[at]
  return stretch?.kind === 'same' ? stretch.words : []
}

function endOf(same: readonly string[]): string {
  let end = ''
  for (const word of same.toReversed()) {
    if (end.trim().length >= telling) break
    end = `${word}${end}`
  }
  return end
}

function startOf(same: readonly string[]): string {
  let start = ''
  for (const word of same) {
    if (start.trim().length >= telling) break
    start = `${start}${word}`
  }
  return start
}

function wordsOf(text: string): string[] {
  return Array.from(words.segment(text), ({ segment }) => segment)
}
