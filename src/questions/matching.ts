import { stemmer } from 'stemmer'
import type { ContentWord } from './content-words.ts'

/** A text in the two forms in which words are looked for: Japanese without blanks, English as a set of stems. */
export type Matchable = { readonly ja: string; readonly stems: ReadonlySet<string> }

export function matchable(ja: string, en: string): Matchable {
  return { ja: ja.replace(/\s/gu, ''), stems: new Set((en.match(/[a-z]+/gu) ?? []).map(stemmer)) }
}

/** How much of a word a text has: 1 whole (in any form), less where only parts of a compound stand in it. */
export function matchShare({ word, forms }: ContentWord, text: Matchable): number {
  if (forms.some((form) => matchesForm(form, text))) return 1
  if (/^[a-z]/u.test(word) || word.length < 3) return 0
  let found = 0
  for (let at = 0; at + 2 <= word.length; at++) if (text.ja.includes(word.slice(at, at + 2))) found++
  return (0.8 * found) / (word.length - 1)
}

function matchesForm(form: string, text: Matchable): boolean {
  if (text.ja.includes(form)) return true
  if (!/^[a-z]/u.test(form)) return false
  return form
    .split(/[^a-z]+/u)
    .every((part) => part === '' || text.stems.has(stemmer(part)) || hasLongPrefix(part, text.stems))
}

/** organise and organize, decarbonised and decarbonisation share what comes before the ending. */
function hasLongPrefix(word: string, stems: ReadonlySet<string>): boolean {
  if (word.length < 7) return false
  const prefix = word.slice(0, 6)
  for (const stem of stems) if (stem.startsWith(prefix)) return true
  return false
}
