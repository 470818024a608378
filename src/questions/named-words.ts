import type { PublicRecord } from '../record/public-record.ts'
import { foldedText } from './normal-text.ts'

/** One way to write or say a word of the record. */
export type NamedWord = {
  readonly word: string
  readonly weight: number
  readonly folded: string
  /** Made when first needed: few of the many names stand in a question. */
  readonly pattern: () => RegExp
}

/** Words such as 開始 and 参加 may be said of any matter. */
export const generalWeight = 0.5

/** The longest form first, so that 物産展 is not taken for 物産. */
export function prepareWords(words: PublicRecord['words']): readonly NamedWord[] {
  return words
    .flatMap(({ word, alsoCalled, general }) =>
      [word, ...alsoCalled].map((form) => ({
        word: foldBlanks(word),
        weight: general ? generalWeight : 1,
        folded: foldedText(form),
      })),
    )
    .sort((a, b) => b.folded.length - a.folded.length)
    .map(({ word, weight, folded }) => ({ word, weight, folded, pattern: lazyPattern(folded) }))
}

/** Matches a folded name in a text whose katakana are hiragana already, blanks and brackets between its letters allowed. */
export function lazyPattern(folded: string): () => RegExp {
  let pattern: RegExp | undefined
  return () => (pattern ??= namePattern(folded))
}

function namePattern(folded: string): RegExp {
  const letters = [...folded].map((letter) => RegExp.escape(letter)).join('[\\s・「」"\'-]*')
  return new RegExp(/^[a-z]/u.test(folded) ? `(?<![a-z])${letters}(?:e?s)?(?![a-z])` : letters, 'u')
}

/** Finds words of the record in whatever form a `normalText` has them; `rest` is the text with them blanked. */
export function findNamedWords(
  text: string,
  named: readonly NamedWord[],
): { readonly words: readonly Pick<NamedWord, 'word' | 'weight'>[]; readonly rest: string } {
  let rest = asHiragana(text)
  const words = new Map<string, number>()
  const bare = foldedText(text)
  for (const { word, weight, folded, pattern } of named) {
    const match = bare.includes(folded) ? pattern().exec(rest) : null
    if (match === null) continue
    words.set(word, weight)
    rest = blank(rest, match)
  }
  return { words: [...words].map(([word, weight]) => ({ word, weight })), rest: blanked(text, rest) }
}

/** Katakana as hiragana, length-preserving, so that positions hold. */
export function asHiragana(text: string): string {
  return text.replace(/[ァ-ヶ]/gu, (kana) => String.fromCodePoint((kana.codePointAt(0) ?? 0) - 0x60))
}

/** Puts a mark in the place of every letter of a match. */
export function blank(text: string, match: RegExpExecArray): string {
  return text.slice(0, match.index) + '＿'.repeat(match[0].length) + text.slice(match.index + match[0].length)
}

/** The text with a mark in the place of each run that was blanked in its copy of the same length. */
export function blanked(text: string, copy: string): string {
  let result = ''
  for (let at = 0; at < text.length; at++) result += copy[at] === '＿' ? '＿' : text[at]
  return result.replace(/＿+/gu, '＿')
}

function foldBlanks(word: string): string {
  return word.normalize('NFKC').toLowerCase().replace(/\s/gu, '')
}
