import { halfWidth } from '../opinions/half-width.ts'
import { findPersonalData, type PersonalData } from '../opinions/personal-data.ts'
import type { Span } from '../opinions/submission.ts'

/** Words for what stands behind a mask; `text` is what looks like one in a text itself. */
const words: Readonly<Record<PersonalData['kind'] | 'name' | 'text', string>> = {
  telephone: 'tel',
  mail: 'mail',
  address: 'address',
  'individual-number': 'number',
  name: 'name',
  text: 'text',
}
type Kind = keyof typeof words

const looksLikeMask = /⟦[^⟦⟧]{0,40}⟧/gu
/** How somebody is spoken to in a chat: his account (@U024BE7LH) or what he calls himself. */
const handle = /(?<![\w.+%-])[@＠][\w.-]{2,}/gu
/** What a family name alone is followed by where it is one: many are the names of places too. */
const addressed = '(?=[ 　]?(?:委員|座長|副座長|会長|副会長|さん|様|氏|先生))'

/**
 * Puts masks in place of personal data, and takes them out again, for one call. The same word has the same mask, however wide
 * it is written, and comes back as it was written first.
 * `names` are those of people, as the roster has them.
 */
export class Masks {
  readonly #names: RegExp | null
  /** Masks by what they stand for, and the other way round. */
  readonly #maskOf = new Map<string, string>()
  readonly #wordOf = new Map<string, string>()

  constructor(names: readonly string[]) {
    // A single letter would be found in every text.
    const parts = names
      .filter((name) => name.length > 1)
      .map((name) => name.split(/[ 　]+/u).filter((part) => part !== ''))
    const whole = parts.map((one) => one.map((part) => RegExp.escape(part)).join('[ 　]?'))
    const family = parts.flatMap(([first, ...more]) =>
      first && more.length > 0 ? [`${RegExp.escape(first)}${addressed}`] : [],
    )
    // The longest first: 山田太郎 before 山田.
    const all = [...whole, ...family].sort((one, other) => other.length - one.length)
    this.#names = all.length === 0 ? null : new RegExp(all.join('|'), 'gu')
  }

  /** The text with a mask for each word that is nobody's business. */
  mask(text: string): string {
    const found: { readonly kind: Kind; readonly span: Span }[] = [
      ...spansOf(text, looksLikeMask).map((span) => ({ kind: 'text' as const, span })),
      ...findPersonalData(text),
      ...spansOf(text, handle).map((span) => ({ kind: 'name' as const, span })),
      ...(this.#names === null ? [] : spansOf(text, this.#names)).map((span) => ({ kind: 'name' as const, span })),
    ]
    let masked = ''
    let at = 0
    for (const { kind, span } of found.toSorted((one, other) => one.span[0] - other.span[0])) {
      // Of two that overlap, the second's rest is masked too.
      const from = Math.max(at, span[0])
      if (span[1] <= from) continue
      masked += text.slice(at, from) + this.#maskFor(kind, text.slice(from, span[1]))
      at = span[1]
    }
    return masked + text.slice(at)
  }

  /** The text with its words again; undefined where it has a mask that stands for nothing. */
  unmask(text: string): string | undefined {
    let isWhole = true
    const unmasked = text.replace(looksLikeMask, (mask) => {
      const word = this.#wordOf.get(mask)
      if (word === undefined) isWhole = false
      return word ?? ''
    })
    return isWhole ? unmasked : undefined
  }

  #maskFor(kind: Kind, word: string): string {
    const key = `${kind} ${kind === 'text' ? word : halfWidth(word).replace(/[-() ]/gu, '')}`
    const known = this.#maskOf.get(key)
    if (known !== undefined) return known
    const mask = `⟦${words[kind]}-${this.#maskOf.size + 1}⟧`
    this.#maskOf.set(key, mask)
    this.#wordOf.set(mask, word)
    return mask
  }
}

function spansOf(text: string, pattern: RegExp): readonly Span[] {
  return [...text.matchAll(pattern)].map(({ index, 0: match }) => [index, index + match.length])
}
