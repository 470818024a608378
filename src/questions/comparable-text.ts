import { stemmer } from 'stemmer'
import type { ContentWord } from './content-words.ts'
import { normalText } from './normal-text.ts'
import { findQuantities, type Quantity } from './quantities.ts'

/** A Japanese text with its English gloss in the forms in which it is compared, each made when it is first needed. */
export class ComparableText {
  readonly #ja: string
  readonly #gloss: string
  #normal: string | undefined
  #bare: string | undefined
  #en: string | undefined
  #stems: ReadonlySet<string> | undefined
  #amounts: readonly Quantity[] | undefined

  constructor(ja: string, gloss: string) {
    this.#ja = ja
    this.#gloss = gloss
  }

  /** `normalText` of the Japanese. */
  get normal(): string {
    return (this.#normal ??= normalText(this.#ja))
  }

  /** The same without blanks. */
  get bare(): string {
    return (this.#bare ??= this.normal.replace(/\s/gu, ''))
  }

  /** `normalText` of the gloss. */
  get en(): string {
    return (this.#en ??= normalText(this.#gloss))
  }

  /** The Porter stems of the gloss. */
  get stems(): ReadonlySet<string> {
    return (this.#stems ??= new Set((this.en.match(/[a-z]+/gu) ?? []).map(stemmer)))
  }

  get amounts(): readonly Quantity[] {
    return (this.#amounts ??= findQuantities(this.normal))
  }
}

/** How much of a word a text has: 1 whole (in any form), less where only parts of a compound stand in it. */
export function matchShare({ word, forms }: Pick<ContentWord, 'word' | 'forms'>, text: ComparableText): number {
  if (forms.some((form) => matchesForm(form, text))) return 1
  if (/^[a-z]/u.test(word) || word.length < 3) return 0
  let found = 0
  for (let at = 0; at + 2 <= word.length; at++) if (text.bare.includes(word.slice(at, at + 2))) found++
  return (0.8 * found) / (word.length - 1)
}

function matchesForm(form: string, text: ComparableText): boolean {
  if (text.bare.includes(form)) return true
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
