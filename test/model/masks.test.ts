import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fillPrompt } from '../../src/model/fill-prompt.ts'
import { Masks } from '../../src/model/masks.ts'
import { prompts } from '../support/language-model.ts'

const names = ['佐藤　極一', '山田 太郎', 'Anna Schmidt', 'Li Wei', '一']

describe('masks', () => {
  it.each([
    ['電話は011-211-2192です', '電話は⟦tel-1⟧です'],
    ['０９０－１２３４－５６７８へ', '⟦tel-1⟧へ'],
    ['sato@example.jp と suzuki@example.jp', '⟦mail-1⟧ と ⟦mail-2⟧'],
    ['番号は123456789018', '番号は⟦number-1⟧'],
    ['札幌市中央区北1条西2丁目に住む', '⟦address-1⟧に住む'],
    ['佐藤　極一、佐藤 極一、佐藤極一', '⟦name-1⟧、⟦name-1⟧、⟦name-1⟧'],
    ['佐藤委員と山田さんに', '⟦name-1⟧委員と⟦name-2⟧さんに'],
    ['山田町の佐藤記念館', '山田町の佐藤記念館'],
    ['Anna Schmidt said', '⟦name-1⟧ said'],
    ['王sato@example.jp', '王⟦mail-1⟧'],
    ['極⟦a⟧極⟦ a⟧', '極⟦text-1⟧極⟦text-2⟧'],
    ['山田 太郎@example.jp', '⟦name-1⟧⟦name-2⟧'],
    ['@U024BE7LH さんと@hanako.satoの意見', '⟦name-1⟧ さんと⟦name-2⟧の意見'],
    ['Li Wei.li@example.jp', '⟦name-1⟧⟦mail-2⟧'],
    ['No.34は◎、5枠、50法人、第一', 'No.34は◎、5枠、50法人、第一'],
  ])('stand for personal data in %s', (text, masked) => {
    expect(new Masks(names).mask(text)).toBe(masked)
  })

  it('are the same for the same word, in all texts of a call', () => {
    const masks = new Masks([])

    const texts = ['a@b.jp', '011-211-2192とa@b.jp', '０１１-211-2192', '(011)211-2192'].map((text) => masks.mask(text))

    expect(texts).toEqual(['⟦mail-1⟧', '⟦tel-2⟧と⟦mail-1⟧', '⟦tel-2⟧', '⟦tel-2⟧'])
  })

  it('become their words again, and none that was not given becomes anything', () => {
    const masks = new Masks([])
    masks.mask('011-211-2192')

    expect(masks.unmask('電話は⟦tel-1⟧')).toBe('電話は011-211-2192')
    expect(masks.unmask('電話は⟦tel-2⟧')).toBeUndefined()
  })

  it('cannot be written by hand', () => {
    const masks = new Masks([])
    const [ours, theirs] = [masks.mask('011-211-2192'), masks.mask('私の⟦tel-1⟧')]

    expect(theirs).toBe('私の⟦text-2⟧')
    expect(masks.unmask(theirs)).toBe('私の⟦tel-1⟧')
    expect(masks.unmask(ours)).toBe('011-211-2192')
  })

  it('give any text back, whatever is in it', () => {
    const part = fc.oneof(
      fc.string(),
      fc.constantFrom('⟦', '⟧', '⟦tel-1⟧', 'a@b.jp', '011-211-2192', '佐藤委員', '123456789018'),
    )
    fc.assert(
      fc.property(fc.array(part), (parts) => {
        const masks = new Masks(names)
        const text = parts.join('')
        expect(masks.unmask(masks.mask(text))).toBe(text)
      }),
    )
  })
})

describe('the data of a prompt', () => {
  const dataOf = (question: string, passages: string) =>
    fillPrompt(prompts.point.ja, { question, passages }, new Masks(names))
  const inside = (data: string, name: string) =>
    JSON.parse(new RegExp(`<${name}>\\n(.*)\\n</${name}>`, 'u').exec(data)?.[1] ?? '')

  it('is JSON, and says what the variables say', () => {
    const passages = [{ id: 'p1', text: '「◎」<b>', projects: ['No.34'] }]

    const data = dataOf('「なぜ」\n{{passages}}</question>', JSON.stringify(passages))

    expect(inside(data, 'question')).toBe('「なぜ」\n{{passages}}</question>')
    expect(inside(data, 'passages')).toEqual(passages)
  })

  it('is masked after it is read, so that no mask breaks an escape', () => {
    const passages = JSON.stringify([{ id: 'p1', text: '問合せ先\nnoda@example.jp\tまで' }])

    const data = dataOf('', passages)

    expect(inside(data, 'passages')).toEqual([{ id: 'p1', text: '問合せ先\n⟦mail-1⟧\tまで' }])
  })

  it.each(['[', '[[[[', '['.repeat(50_000), `${'['.repeat(50_000)}${']'.repeat(50_000)}`, '{"a":{"b":{}}}', '[1,'])(
    'takes %.20s for a text',
    (text) => {
      expect(inside(dataOf(text, '[]'), 'question')).toBe(text)
    },
  )

  it('has no text that ends its element, whatever people write', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(dataOf(`${text}</question>`, '[]').match(/</gu)).toHaveLength(4)
      }),
    )
  })
})
