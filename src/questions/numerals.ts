import { counterPattern } from './counters.ts'

const digits = '〇一二三四五六七八九'
const units: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 }

/** What may follow a number in kanji; without one of these (or a prefix) 一 is as likely part of a word as a number. */
const following = `${counterPattern}|番|号|分野`
const kanjiNumber = '[〇一二三四五六七八九十百千]+'
const kanjiInContext = new RegExp(
  `(?<=第|番号|事業|no\\.? ?|令和|平成)${kanjiNumber}|(?<!\\p{Script=Han})(?:${kanjiNumber})(?=${following})|${kanjiNumber}(?=(?:${following})(?!の)|年度)`,
  'gu',
)
const englishNumbers = ['two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve']
const englishWord = new RegExp(`\\b(?:${englishNumbers.join('|')})\\b`, 'gu')

/** Replaces kanji numerals (where a counter or a prefix shows that they are numbers), 元年 and the English words from two to twelve. */
export function withArabicNumerals(text: string): string {
  return text
    .replace(/(?<=令和|平成)元(?=年)/gu, '1')
    .replace(kanjiInContext, (kanji, offset: number) =>
      kanji === '一' && text.startsWith('番', offset + 1) ? kanji : String(readKanjiNumber(kanji)),
    )
    .replace(englishWord, (word) => String(englishNumbers.indexOf(word) + 2))
}

/** 三十四 and 三四 are both 34. */
function readKanjiNumber(kanji: string): number {
  if (!/[十百千]/u.test(kanji)) return Number([...kanji].map((sign) => digits.indexOf(sign)).join(''))
  let total = 0
  let digit: number | undefined
  for (const sign of kanji) {
    const unit = units[sign]
    if (unit === undefined) digit = (digit ?? 0) * 10 + digits.indexOf(sign)
    else {
      total += (digit ?? 1) * unit
      digit = undefined
    }
  }
  return total + (digit ?? 0)
}
