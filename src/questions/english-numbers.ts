import { partedForm, steady } from './japanese-numbers.ts'

/**
 * The numbers of an English text. `stated` are those that it claims, in figures or in words (34th, twelve, 1.2 million, twice,
 * July); `loose` are those that it may be read to name without claiming them ("one", "first", "May").
 */
export type EnglishNumbers = { readonly stated: ReadonlySet<number>; readonly loose: ReadonlySet<number> }

const small = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
]
const teens = ['thirteen', 'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen']
const tens = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety']
const ordinals = [
  'second',
  'third',
  'fourth',
  'fifth',
  'sixth',
  'seventh',
  'eighth',
  'ninth',
  'tenth',
  'eleventh',
  'twelfth',
]
const months = [
  ...['january', 'february', 'march', 'april', 'may', 'june'],
  ...['july', 'august', 'september', 'october', 'november', 'december'],
]
const scales: Readonly<Record<string, number>> = {
  ...{ hundred: 100, thousand: 1e3, million: 1e6, billion: 1e9, trillion: 1e12 },
  ...{ hundreds: 100, thousands: 1e3, millions: 1e6, billions: 1e9 },
}
/** Values of single words; those of a row of them are put together. */
const words: ReadonlyMap<string, number> = new Map([
  ...[...small, ...teens].map((word, value) => [word, value] as const),
  ...tens.flatMap((word, at) => [
    [word, (at + 2) * 10] as const,
    [word.replace(/y$/u, 'ieth'), (at + 2) * 10] as const,
  ]),
  ...ordinals.map((word, at) => [word, at + 2] as const),
  ...teens.map((word, at) => [`${word}th`, at + 13] as const),
])
/** Words that are a number by themselves. */
const alone: ReadonlyMap<string, number> = new Map([
  ...['double', 'doubled', 'doubles', 'doubling', 'twice', 'twofold'].map((word) => [word, 2] as const),
  ...['triple', 'tripled', 'triples', 'thrice', 'threefold'].map((word) => [word, 3] as const),
  ...['quadruple', 'quadrupled', 'fourfold', 'quarter', 'quarters', 'quarterly'].map((word) => [word, 4] as const),
  ...['half', 'halves', 'halved'].map((word) => [word, 0.5] as const),
  ...([
    ['decade', 10],
    ['decades', 10],
    ['dozen', 12],
    ['dozens', 12],
  ] as const),
])
/** Words that name a number and mostly mean something else. */
const loosely: ReadonlyMap<string, number> = new Map([
  ...['one', 'ones', 'once', 'first', 'firstly', 'single'].map((word) => [word, 1] as const),
  ...['secondly', 'both', 'secondary', 'dual'].map((word) => [word, 2] as const),
  ...([
    ['march', 3],
    ['may', 5],
  ] as const),
])

/** Finds the numbers of an English text. */
export function findEnglishNumbers(text: string): EnglishNumbers {
  const stated = new Set<number>()
  const loose = new Set<number>()
  let row: number[] = []
  const close = () => {
    if (row.length > 0) stated.add(steady(together(row)))
    row = []
  }
  for (const [token] of partedForm(text).toLowerCase().matchAll(tokens)) {
    const scale = scales[token]
    const value = words.get(token)
    if (/^\d/u.test(token)) {
      close()
      row = [Number(token.replaceAll(',', ''))]
    } else if (scale !== undefined) row.push(-scale)
    else if (value !== undefined && (row.length > 0 || !loosely.has(token))) {
      if (!joins(row.at(-1), value)) close()
      row.push(value)
    } else if (token !== 'and' || row.at(-1) !== -100) {
      close()
      const month = months.indexOf(token) + 1
      const said = alone.get(token) ?? (month > 0 && !loosely.has(token) ? month : undefined)
      if (said !== undefined) stated.add(said)
      const maybe = loosely.get(token)
      if (maybe !== undefined) loose.add(maybe)
    }
  }
  close()
  return { stated, loose }
}

const tokens = /\d+(?:,\d{3}(?!\d))*(?:\.\d+)?|[a-z]+|[^\s-]/gu

/** Whether a word goes on a number that is being said: after a scale, or a unit after tens ("twenty-one"). */
function joins(last: number | undefined, value: number): boolean {
  if (last === undefined || last === -100) return true
  if (last < 0) return value < -last
  return last >= 20 && last < 100 && last % 10 === 0 && value > 0 && value < 10
}

/** A row of values and scales (negative): "two hundred fifty thousand". */
function together(row: readonly number[]): number {
  let whole = 0
  let section = 0
  for (const value of row) {
    if (value >= 0) section += value
    else if (value === -100) section = (section || 1) * 100
    else {
      whole += (section || 1) * -value
      section = 0
    }
  }
  return whole + section
}
