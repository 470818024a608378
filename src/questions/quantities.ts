import { counterPattern, counters } from './counters.ts'

/** An amount as a text states it: 94人, 500ヵ所以上, 約2倍. `units` are the counters it may stand with, one spelling for each; none where the text gives none. */
export type Quantity = { readonly value: number; readonly units: readonly string[] }

/** English nouns for what Japanese counts with a counter of its own. */
export const englishUnits: readonly (readonly [RegExp, readonly string[]])[] = [
  [
    /people|persons?|participants?|attendees|visitors?|seekers?|applicants|staff|citizens|residents|workers|teachers/u,
    ['人'],
  ],
  [/nurser(?:y|ies)|kindergartens?|preschools?|centres?|centers?/u, ['園', 'か所']],
  [/corporations?|legal entit(?:y|ies)/u, ['法人']],
  [/companies|company|firms?|businesses/u, ['社']],
  [/municipalit(?:y|ies)|cities|towns/u, ['市町村']],
  [/places|slots?|booths?|spots?|seats/u, ['枠']],
  [/times/u, ['回', '倍']],
  [/percent|percentage|%/u, ['%']],
  [/yen|money|budget|cost/u, ['円']],
  [/hours/u, ['時間']],
  [/years/u, ['年', '周年']],
  [/projects/u, ['事業', 'つ']],
]

const scales: Readonly<Record<string, number>> = { 万: 10_000, 億: 100_000_000 }

const amountPattern = new RegExp(`(?<![\\d.])(\\d[\\d,]*(?:\\.\\d+)?)\\s*([万億]?)(${counterPattern})(?!度)`, 'gu')
const englishAmountPattern = /(?<![\d.])(\d[\d,]*)(?:th)?\s+(?:or more\s+)?((?:[a-z]+\s+){0,2}[a-z]+)/gu

/** Finds the amounts in a `normalText`, Japanese and (as far as `englishUnits` goes) English. */
export function findQuantities(text: string): readonly Quantity[] {
  const found: Quantity[] = []
  for (const [, digits = '', scale = '', unit = ''] of text.matchAll(amountPattern)) {
    found.push({ value: readDigits(digits) * (scales[scale] ?? 1), units: [counters[unit] ?? unit] })
  }
  for (const [, digits = '', nouns = ''] of text.matchAll(englishAmountPattern)) {
    const units = nouns
      .split(/\s+/u)
      .flatMap((noun) => englishUnits.find(([pattern]) => pattern.exec(noun)?.[0] === noun)?.[1] ?? [])
    if (units.length > 0) found.push({ value: readDigits(digits), units })
  }
  return found
}

function readDigits(digits: string): number {
  return Number(digits.replaceAll(',', ''))
}

/** Whether two amounts may be of the same thing. */
export function sameUnit(one: Quantity, other: Quantity): boolean {
  return one.units.length === 0 || other.units.length === 0 || one.units.some((unit) => other.units.includes(unit))
}

/** Whether two texts state the same amount. */
export function sameAmount(one: Quantity, other: Quantity): boolean {
  return one.value === other.value && sameUnit(one, other)
}
