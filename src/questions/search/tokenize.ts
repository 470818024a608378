import { stemmer } from 'stemmer'
import { compatibleForm } from '../normal-text.ts'

const han = /\p{Script=Han}/u
const hiragana = /\p{Script=Hiragana}+/gu
const phrase = /[\p{Script=Han}\p{Script=Hiragana}ァ-ヺー0-9a-z]+/gu
const contentUnit = /[0-9a-z]+|\P{Script=Hiragana}/gu
const latin = /^[0-9a-z]+$/

let segmenter: Intl.Segmenter | undefined

/**
 * The search tokens of a text in Japanese or English, repeats included: words (okurigana dropped, English stemmed),
 * pairs of neighbouring content characters, and single kanji. Takes any string, well-formed or not, in linear time.
 */
export function tokenize(text: string): string[] {
  segmenter ??= new Intl.Segmenter('ja', { granularity: 'word' })
  const copy = searchCopy(text)
  const tokens: string[] = []
  for (const { segment, isWordLike } of segmenter.segment(copy)) if (isWordLike) tokens.push(wordToken(segment))

  // Pairs pass over hiragana: 取り組み meets 取組 and 健診の予約 meets 健診予約, however the segmenter cuts them.
  for (const characters of copy.match(phrase) ?? []) {
    let previous = ''
    // A number or a Latin word is one unit, and no two make a pair: 34と35番 holds 35番, never 5番 or 3435.
    for (const unit of characters.match(contentUnit) ?? []) {
      if (previous && !latin.test(previous + unit)) tokens.push(previous + unit)
      if (han.test(unit)) tokens.push(unit)
      previous = unit
    }
  }
  return tokens
}

/** Folds width, case and spelling. Only for searching: NFKC loses distinctions that a citable text must keep. */
function searchCopy(text: string): string {
  // NFKC would join ①② to 12 and №34 to no34. 〇 is a digit of 二〇二四 and stays where it is.
  return compatibleForm(text.replace(/(?!〇)[\p{No}\p{Nl}\p{So}]/gu, ' $& '))
    .toLowerCase()
    .replace(/(?<=\d),(?=\d{3})/g, '')
    .replace(/(\p{Script=Han})(々+)/gu, (_, kanji: string, marks: string) => kanji.repeat(marks.length + 1))
    .replace(/ー+/g, 'ー')
}

function wordToken(word: string): string {
  if (/^[a-z]/.test(word)) return stemmer(word.replace(/['’]s$/, ''))
  if (han.test(word)) return word.replace(hiragana, '')
  // サーバー and サーバ are both usual; in short words (キー, バター) the mark is part of the word.
  return /^[ァ-ヺ][ァ-ヺー]{2,}ー$/.test(word) ? word.slice(0, -1) : word
}
