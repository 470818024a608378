import { compatibleForm } from './normal-text.ts'

/**
 * A number in figures (in any width, with 千, 万 or 億), as the text has it, with all values by which it may be said otherwise:
 * 令和６年 is 2024 too, ３割 is 30 per cent, 17時 is 5 p.m.
 */
type WrittenNumber = { readonly text: string; readonly values: readonly number[] }

/**
 * The numbers of a Japanese text; `words` are those that kanji may stand for (三つ, 倍, 両市), which the signs alone do not tell,
 * and a counted 1 (１日), which English mostly leaves to its article.
 */
export type JapaneseNumbers = { readonly written: readonly WrittenNumber[]; readonly words: ReadonlySet<number> }

const digits = '〇一二三四五六七八九'
const tens: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 }
const myriads: Readonly<Record<string, number>> = { 万: 1e4, 億: 1e8, 兆: 1e12 }
const figures = String.raw`\d+(?:,\d{3}(?!\d))*(?:\.\d+)?`
const written = new RegExp(
  `(?:(?<era>令和|平成|昭和|(?<![A-Za-z])[RHS](?=\\d))\\s?)?(?<run>${figures}(?:[十百千万億兆]+(?:${figures})?)*)(?<after>割|時|日|年)?`,
  'gu',
)
const inKanji = /[〇一二三四五六七八九十百千万億兆]+/gu
/** Years before the first of an era. */
const eras: Readonly<Record<string, number>> = { 令: 2018, R: 2018, 平: 1988, H: 1988, 昭: 1925, S: 1925 }
const countedOne = /(?<![\d.,]|第|no\.?\s?)1(?=[日市町村人名つ件回校社園か])/giu
/** Words that speak of a number without being one. */
const spoken: readonly (readonly [RegExp, number])[] = [
  [/倍|両|双|対/u, 2],
  [/半/u, 0.5],
]

/** Finds the numbers of a Japanese text as it stands. */
export function findJapaneseNumbers(text: string): JapaneseNumbers {
  const read = partedForm(text)
    .replace(/(?<=令和|平成|昭和)元(?=年)/gu, '1')
    .replace(countedOne, '一')
  const found = [...read.matchAll(written)].map(({ 0: text, groups = {} }) => ({ text, values: readings(groups) }))
  const rest = read.replace(written, ' ')
  const words = [...rest.matchAll(inKanji)].map(([run]) => readRun(run))
  return {
    written: found,
    words: new Set([...words, ...spoken.flatMap(([pattern, value]) => (pattern.test(text) ? [value] : []))]),
  }
}

/** One width; figures in circles stand alone: ①② is no 12. */
export function partedForm(text: string): string {
  return compatibleForm(text.replace(/[①-⑳㉑-㊿⑴-⒇]/gu, (sign) => ` ${sign} `))
}

function readings({ era = '', run = '', after = '' }: Readonly<Record<string, string | undefined>>): readonly number[] {
  const value = readRun(run)
  const offset = eras[era.charAt(0)]
  return [
    value,
    ...(offset === undefined ? [] : [value + offset]),
    ...(after === '割' ? [value * 10] : []),
    ...(after === '時' && value > 12 && value < 24 ? [value - 12] : []),
  ]
}

/** 1万2千 and 一万二千 are 12,000; 二〇 is 20; 千 alone is 1,000. */
function readRun(run: string): number {
  let whole = 0
  let section = 0
  let last: number | undefined
  for (const [piece] of run.matchAll(/\d[\d,]*(?:\.\d+)?|[〇一二三四五六七八九]+|./gu)) {
    const ten = tens[piece]
    const myriad = myriads[piece]
    if (ten !== undefined) {
      section += (last ?? 1) * ten
      last = undefined
    } else if (myriad !== undefined) {
      whole += (section + (last ?? 0) || 1) * myriad
      section = 0
      last = undefined
    } else last = figuresOf(piece)
  }
  return steady(whole + section + (last ?? 0))
}

function figuresOf(piece: string): number {
  return Number(
    [...piece.replaceAll(',', '')].map((sign) => (digits.includes(sign) ? digits.indexOf(sign) : sign)).join(''),
  )
}

/** 1.1 times a million is 1,100,000, whatever floating point makes of it. */
export function steady(value: number): number {
  return Math.round(value * 1e6) / 1e6
}
