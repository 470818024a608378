import { findEnglishNumbers } from './english-numbers.ts'
import { findJapaneseNumbers } from './japanese-numbers.ts'
import { normalText } from './normal-text.ts'
import { findSigns } from './signs.ts'

/** Signs that stand for nothing else, by what English calls each: only the sign itself says it. */
const spokenSigns: readonly (readonly [sign: string, name: RegExp])[] = [
  ['◎', /double[- ]?circles?|bullseye/u],
  ['○', /(?:rat(?:ed|ing)|grad(?:ed?)|marked|given|as)(?: of| is| was| as| an?)* ["']?(?:single )?circles?\b/u],
  ['△', /\btriangles?\b/u],
  ['×', /(?:rat(?:ed|ing)|grad(?:ed?)|marked|given|as)(?: of| is| was| as| an?)* ["']?(?:cross(?:es)?|x)\b|\bbatsu\b/u],
]

/**
 * Whether an English text states the numbers of a Japanese one, and no others. Soundly compared are values; not what each is of,
 * nor what kanji say without figures (those may be said, and need not be).
 */
export function sameNumbers(ja: string, en: string): boolean {
  const { written, words } = findJapaneseNumbers(ja)
  const { stated, loose } = findEnglishNumbers(en)
  const isSaid = (value: number) => stated.has(value) || loose.has(value)
  return (
    written.every(({ values }) => values.some(isSaid)) &&
    [...stated].every((value) => words.has(value) || written.some(({ values }) => values.includes(value)))
  )
}

/** Whether a text and its translation name the same rating signs; `scale` is every sign that the record uses. */
export function sameSigns(ja: string, en: string, scale: ReadonlySet<string>): boolean {
  const [one, other] = [normalText(ja), normalText(en)]
  const kept = spokenSigns.every(
    ([sign, name]) => one.includes(sign) === other.includes(sign) && (one.includes(sign) || !name.test(other)),
  )
  const letters = (text: string, raw: string) =>
    findSigns(text, raw, scale).filter((sign) => !spokenSigns.some(([known]) => known === sign))
  return kept && letters(one, ja).join() === letters(other, en).join()
}

/** The numbers of a Japanese text, as it has them, that stand in none of the others: neither in figures nor in kanji. */
export function numbersOfItsOwn(text: string, others: readonly string[]): readonly string[] {
  const known = others.map(findJapaneseNumbers)
  const values = new Set(known.flatMap(({ written, words }) => [...written.flatMap((one) => one.values), ...words]))
  const own = findJapaneseNumbers(text).written.filter((one) => !one.values.some((value) => values.has(value)))
  return [...new Set(own.map((one) => one.text))]
}
