import { findNamedWords, type NamedWord } from './named-words.ts'
import { abstract, englishTalk, talk } from './vocabulary.ts'

/** A word of a question that says what it is about; `weight` is how much it matters that the record has it (0 to 1). */
export type ContentWord = {
  readonly word: string
  /** The forms in which a text may have it. */
  readonly forms: readonly string[]
  readonly weight: number
  readonly noun: boolean
  /** Names a side of any matter (役割, 会議), so that it tells little of which. */
  readonly abstract: boolean
  /** Which sentence of the question it stands in. */
  readonly sentence: number
}

let segmenter: Intl.Segmenter | undefined

/** Finds the content words of a `normalText` (with names of subjects blanked), each once; words that the record names come under their own form. */
export function findContentWords(text: string, named: readonly NamedWord[]): readonly ContentWord[] {
  segmenter ??= new Intl.Segmenter('ja', { granularity: 'word' })
  const found = new Map<string, ContentWord>()
  for (const [sentence, part] of splitSentences(text).entries()) {
    const { words, rest } = findNamedWords(part, named)
    for (const { word, weight } of words) {
      if (!found.has(word)) found.set(word, { word, forms: [word], weight, noun: true, abstract: false, sentence })
    }
    for (const segment of withSuffixes(segmenter.segment(rest))) {
      const word = contentWord(segment)
      if (word !== undefined && !found.has(word.word)) found.set(word.word, { ...word, sentence })
    }
  }
  return [...found.values()]
}

/** The sentences of a question, as far as marks part them. */
export function splitSentences(text: string): readonly string[] {
  return text.split(/(?<=[。?？!！\n])|(?<=[a-z0-9)"]{2}\.)(?<!\bno\.|\bvs\.)\s/u).filter((part) => part.trim() !== '')
}

/** Single kanji that say how, not what: 法人数 is about 法人. */
const looseSuffix = /[数分等側様別用内外中後前時的性上下間目当各約計以]/u

/** Words, each with the single kanji that belongs to it: 担当 and 課 are 担当課. */
function withSuffixes(segments: Intl.Segments): readonly string[] {
  const words: string[] = []
  let open = false
  for (const { segment, isWordLike } of segments) {
    const last = words.at(-1)
    if (
      open &&
      last !== undefined &&
      /^\p{Script=Han}$/u.test(segment) &&
      !looseSuffix.test(segment) &&
      !talk.has(last)
    )
      words[words.length - 1] = last + segment
    else if (isWordLike) words.push(segment)
    open = isWordLike === true && /^[\p{Script=Han}\p{Script=Katakana}ー]{2,}$/u.test(segment)
  }
  return words
}

function contentWord(segment: string): Omit<ContentWord, 'sentence'> | undefined {
  if (/^[a-z'-]+$/u.test(segment)) {
    const word = segment.replace(/'s$/u, '')
    const verb = /(?:ing|ed)$/u.test(word)
    return word.length < 2 || word.endsWith("n't") || englishTalk.has(word)
      ? undefined
      : { word, forms: [word], weight: verb ? 0.35 : 0.7, noun: !verb, abstract: false }
  }
  if (/[\d＿何]/u.test(segment)) return undefined
  if (/^[\p{Script=Hiragana}ー]+$/u.test(segment)) {
    return segment.length >= 4 && !talkInHiragana.test(segment)
      ? { word: segment, forms: [segment], weight: 0.3, noun: false, abstract: false }
      : undefined
  }
  const stem = segment.replace(/[\p{Script=Hiragana}]+$/u, '')
  const kanji = stem.replace(/[\p{Script=Hiragana}]/gu, '')
  if (stem === '' || talk.has(stem) || talk.has(segment) || talk.has(kanji)) return undefined
  const noun = stem.length === segment.length && stem.length > 1
  if (abstract.has(stem)) return { word: stem, forms: [stem], weight: 0.3, noun, abstract: true }
  return { word: stem, forms: [...new Set([stem, kanji])], weight: noun ? 1 : 0.35, noun, abstract: false }
}

const talkInHiragana =
  /^(?:ください|くださ|ありがと|いただ|おしえ|ございま|でしょう|でした|ました|ませんか|なんです|のでしょ|どのよう|どんな|だった|っけ|ちなみ|について|につい|として|とりあえず|それ|これ|あれ|どれ|すべて|ぜんぶ|ところ|という|いくつ|もらえ|ほしい|しました|している|なりま|なって|やっぱ|けっきょく|つまり|もっと|ちょっと|ひとつ|ふたつ|みたい|らしい|ちゃんと|そもそも|たしか|いったい|わかり|わから|みなさ|そんな|こんな|かもしれ|もしか|まだまだ|いろいろ|できれば|あります|いますか|ですか)/u
