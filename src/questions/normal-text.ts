import { withArabicNumerals } from './numerals.ts'

/** The languages in which questions are read and answers are given. */
export type Language = 'ja' | 'en'

const signVariants: readonly (readonly [RegExp, string])[] = [
  [/[✕☓✖╳⨯❌⨉]/gu, '×'],
  [/(?<![一二三四五六七八九十百千〇\d])[〇◯⭕](?![一二三四五六七八九十百千〇\d])/gu, '○'],
  [/[⦾⊚]/gu, '◎'],
  [/[▲▵]/gu, '△'],
]

/**
 * The form in which texts are compared: one width, lower case, one spelling of each rating sign, Arabic numerals.
 * Never shown and never cited.
 */
export function normalText(text: string): string {
  let result = text
    .toWellFormed()
    .replace(
      /[\u{0}-\u{8}\u{b}-\u{1f}\u{7f}-\u{9f}\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]|[\ufe00-\ufe0f]/gu,
      '',
    )
    .replace(/[①-⑳㉑-㊿](?=[①-⑳㉑-㊿])/gu, (sign) => `${sign} `)
  for (const [variants, sign] of signVariants) result = result.replace(variants, sign)
  return withArabicNumerals(compatibleForm(result).toLowerCase())
    .replace(/[‐‑–—−﹣－]/gu, '-')
    .replace(/[’‘`]/gu, "'")
    .replace(/[“”]/gu, '"')
    .replace(/\s+/gu, ' ')
    .trim()
}

/** NFKC, which sorts a run of combining marks in quadratic time: such runs are cut as UAX #15 does (stream-safe text). */
export function compatibleForm(text: string): string {
  return text.replace(/([\p{M}ﾞﾟ]{30})[\p{M}ﾞﾟ]+/gu, '$1').normalize('NFKC')
}

/** As `normalText`, with katakana read as hiragana and without blanks and dots, so that readings and titles can be found. */
export function foldedText(text: string): string {
  return normalText(text)
    .replace(/[ァ-ヶ]/gu, (kana) => String.fromCodePoint((kana.codePointAt(0) ?? 0) - 0x60))
    .replace(/[\s・･「」『』"'-]/gu, '')
}

/** Japanese where kana stand, English where Latin words do, Japanese where only kanji do, else undefined. */
export function findLanguage(text: string): Language | undefined {
  const read = text.normalize('NFKC')
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(read)) return 'ja'
  const words = read.replace(/\b(?:no|fy)\b/giu, '').match(/[a-z]{2,}/giu) ?? []
  const kanji = /\p{Script=Han}/u.test(read)
  if (words.length >= (kanji ? 2 : 1)) return 'en'
  return kanji ? 'ja' : undefined
}
