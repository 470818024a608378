import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { tokenize } from '../../../src/questions/search/tokenize.ts'

const anyCodeUnits = fc
  .array(fc.integer({ min: 0, max: 0xffff }))
  .map((units) => units.map((unit) => String.fromCharCode(unit)).join(''))
const telling = fc
  .array(fc.constantFrom(...'取組市々〇あみーアバﾊﾞ１1①Ⅳ№aYs’,. 。\0\ud83d\udc00\u0301'), { maxLength: 60 })
  .map((characters) => characters.join(''))

describe('tokenize', () => {
  it.each([
    ['half and full width', 'ｻｰﾋﾞｽ ＧＸ ３４', 'サービス gx 34'],
    ['capitals', 'DX Plan', 'dx plan'],
    ['a joined №', '№３４', 'No 34'],
    ['Roman numerals', '第Ⅳ期', '第 IV 期'],
    ['English inflections', "the city's running projects", 'the city run project'],
    ['commas in amounts', '３，０００円', '3000円'],
    ['composed and decomposed kana', 'データベース', 'データベース'.normalize('NFD')],
    ['long vowel marks held down', 'すごーーい', 'すごーい'],
    ['々 and the kanji it repeats', '個々', '個個'],
  ])('reads %s alike', (_, one, other) => {
    expect(tokenize(one)).toEqual(tokenize(other))
  })

  it('meets 取り組み and 取組 in every token', () => {
    const noun = tokenize('取組')

    expect(tokenize('取り組み')).toEqual(noun)
    expect(noun).toContain('取組')
  })

  it('gives words, pairs of content characters and single kanji', () => {
    expect(tokenize('保育園の入園')).toEqual(
      expect.arrayContaining(['保育園', 'の', '入園', '保育', '育園', '園入', '保', '育', '園', '入']),
    )
  })

  it('pairs a number with its unit as a whole', () => {
    expect(tokenize('第34番')).toEqual(['第', '34', '番', '第', '第34', '34番', '番'])
    expect(tokenize('34と35番')).toEqual(['34', 'と', '35', '番', '35番', '番'])
  })

  it('finds no pairs in Latin words', () => {
    expect(tokenize('open data')).toEqual(['open', 'data'])
  })

  it('keeps neighbouring circled numbers apart', () => {
    expect(tokenize('①②')).toEqual(['1', '2'])
    expect(tokenize('①と②')).toEqual(['1', 'と', '2'])
  })

  it('drops the final long vowel mark of long words only', () => {
    expect(tokenize('サーバー')).toContain('サーバ')
    expect(tokenize('キー')).not.toContain('キ')
  })

  it('counts 〇 among the digits of a number', () => {
    expect(tokenize('二〇二四')).toEqual(expect.arrayContaining(['二〇', '〇二', '二四']))
  })

  it.each(['', ' 。、\n\0'])('finds nothing in %j', (text) => {
    expect(tokenize(text)).toEqual([])
  })

  it.each([
    ['any code units', anyCodeUnits],
    ['telling characters', telling],
  ])('takes every string of %s and gives no empty token', (_, strings) => {
    fc.assert(
      fc.property(strings, (text) => {
        expect(tokenize(text)).not.toContain('')
      }),
    )
  })

  it.each([
    ['kanji', '市'],
    ['hiragana', 'あ'],
    ['long vowel marks', 'ー'],
    ['repetition marks', '市々々'],
    ['Latin letters', 'ab'],
    ['lone surrogates', '\udc00\ud800'],
    ['combining marks', '\u0301\u0323'],
    ['voiced marks in half width', '\u0301ﾞ'],
    ['commas', '1,111'],
    ['NUL', '\0'],
  ])('takes 100,000 %s in under a second', (_, pattern) => {
    const text = pattern.repeat(100_000 / pattern.length)
    const start = performance.now()

    tokenize(`か${text}`)

    expect(performance.now() - start).toBeLessThan(1000)
  })
})
