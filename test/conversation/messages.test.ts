import { describe, expect, it } from 'vitest'
import { en } from '../../src/conversation/messages/en.ts'
import { ja } from '../../src/conversation/messages/ja.ts'

/** The paths of all sentences: `said.member`, `help.0`. */
function paths(messages: object, prefix = ''): readonly string[] {
  return Object.entries(messages).flatMap(([key, value]) =>
    typeof value === 'object' && value !== null ? paths(value, `${prefix}${key}.`) : [`${prefix}${key}`],
  )
}

/** Every text of a function's or value's source: the sentences, also those that need a value. */
function textsOf(messages: object): readonly string[] {
  return Object.values(messages).flatMap((value) => {
    if (typeof value === 'object' && value !== null) return textsOf(value)
    return value === null ? [] : [String(value)]
  })
}

describe('the messages', () => {
  it('are the same sentences in Japanese and English', () => {
    expect(paths(en)).toEqual(paths(ja))
  })

  it('are no empty sentences', () => {
    for (const text of [...textsOf(ja), ...textsOf(en)]) expect(text.trim()).not.toBe('')
  })

  it('have no exclamation mark', () => {
    const marks = [...textsOf(ja), ...textsOf(en)].filter((text) => /！|[\p{L}\p{P}]!(?!=)/u.test(text))

    expect(marks).toEqual([])
  })

  it('never say 間違い, エラー or 無効 in Japanese, nor できません alone', () => {
    const alone = /^[^。]*できません。?$/u
    const harsh = textsOf(ja).filter((text) => /間違|エラー|無効|不正/u.test(text) || alone.test(text))

    expect(harsh).toEqual([])
  })

  it('are civil: every Japanese sentence ends in です or ます', () => {
    const sentences = textsOf(ja)
      .flatMap((text) => text.replaceAll(/（[^（）]*）(?=。)/gu, '').match(/[^。'`\n]+。/gu) ?? [])
      .filter((sentence) => /\p{Script=Hiragana}/u.test(sentence))
      .filter(
        (sentence) =>
          !/(?:ですか?|ますか?|ました|ません|ませんでした|ください|でしょうか|ございません)。$/u.test(sentence),
      )

    expect(sentences).toEqual([])
  })

  it.each([
    ['×', '未実施', '×（未実施）', '× (未実施)'],
    ['◎', null, '◎（二重丸）', '◎ (double circle)'],
  ])('never show %s by itself', (sign, meaning, japanese, english) => {
    expect(ja.rating(sign, meaning, '二重丸')).toBe(japanese)
    expect(en.rating(sign, meaning, 'double circle')).toBe(english)
  })
})
