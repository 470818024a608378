import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findMisfit } from '../../src/questions/check-translation.ts'
import { numbersOfItsOwn, sameNumbers } from '../../src/questions/same-facts.ts'
import { prepareMidori } from '../support/committee-midori.ts'
import { prepareSapporo } from '../support/sapporo.ts'

const scale = new Set(['◎', '×'])
const quote = '案内所を５か所に増やし、No.34は×とした。'
const sound = 'It has increased the information centres to 5 places and rated No.34 ×.'

describe('a translation', () => {
  it('may stand beside its quote where it is plain English with the same numbers and signs', () => {
    expect(findMisfit(quote, sound, scale)).toBeNull()
  })

  it.each([
    ['empty', ''],
    ['empty', ' \u{3000} '],
    ['length', 'In 5 places, No.34, × it'.slice(0, 8)],
    ['length', `${sound} ${'It is so. '.repeat(60)}`],
    ['length', 'a'.repeat(5_000_000)],
    ['numbers', sound.replace('5 places', '6 places')],
    ['numbers', sound.replace('5 places', 'several places')],
    ['numbers', sound.replace('5 places', '5 places in twelve towns')],
    ['numbers', sound.replace('No.34', 'No.35')],
    ['numbers', sound.replace('No.34', 'Nos. 34 and 21')],
    ['numbers', sound.replace('5 places', '5,000 places')],
    ['signs', sound.replace('×', '◎')],
    ['signs', sound.replace('×', 'as achieved')],
    ['signs', sound.replace('×', '×, and not a triangle')],
    ['markup', `<b>${sound}</b>`],
    ['markup', `${sound} <!channel>`],
    ['markup', `${sound} @everyone`],
    ['markup', `${sound} **now**`],
    ['markup', `${sound} [here](https://evil.example)`],
    ['markup', `${sound} See evil.example for more.`],
    ['markup', `${sound} \u{202e}reversed`],
    ['markup', `${sound}\u{0}`],
    ['language', quote],
    ['language', `${sound} 以上です。`],
    ['language', 'Увеличил до 5 мест и оценил No.34 как ×, что и следовало сделать.'],
  ])('is not shown for its %s: %.60s', (misfit, en) => {
    expect(findMisfit(quote, en, scale)).toBe(misfit)
  })

  it('keeps the letters of a scale too', () => {
    const letters = new Set(['A', 'B', 'C', 'D'])
    const ja = '事業番号７は、評価がＣとなっている。'

    expect(findMisfit(ja, 'Project number 7 is rated C.', letters)).toBeNull()
    expect(findMisfit(ja, 'Project number 7 is rated A.', letters)).toBe('signs')
  })

  it('may be any that people have reviewed, but for few that say otherwise what code can compare', () => {
    const misfits = [prepareSapporo(), prepareMidori()].flatMap(({ record, scale: signs }) =>
      record.passages.flatMap(({ sentences }) =>
        sentences.filter(({ en }) => en !== '').map(({ ja, en }) => findMisfit(ja, en, signs)),
      ),
    )

    expect(misfits.length).toBeGreaterThan(70)
    expect(misfits.filter((misfit) => misfit !== null).length).toBeLessThan(3)
  })
})

describe('numbers', () => {
  it.each([
    ['令和６年度に94人', '94 people in FY2024'],
    ['令和６年度に94人', '94 people in Reiwa 6'],
    ['令和元年', 'in 2019'],
    ['３割', '30 per cent'],
    ['17時まで', 'until 5 p.m.'],
    ['1万2千人', '12,000 people'],
    ['３億５千万円', '350 million yen'],
    ['120万人', '1.2 million people'],
    ['約2倍以上', 'more than doubled'],
    ['7月に', 'in July'],
    ['第2回', 'the second meeting'],
    ['第３４回', 'the 34th meeting'],
    ['①と②', '1 and 2'],
    ['三つの事業', 'three projects'],
    ['三つの事業', 'the projects'],
    ['十二市町村', '12 municipalities'],
    ['両市', 'the two cities'],
    ['１日に', 'a day'],
    ['五月雨', 'it may rain on and on'],
    ['21、52及び55', 'twenty-one, fifty-two and fifty-five'],
    ['２５０人', 'two hundred and fifty people'],
  ])('of %s are those of "%s"', (ja, en) => {
    expect(sameNumbers(ja, en)).toBe(true)
  })

  it.each([
    ['令和６年度に94人', '94 people in FY2025'],
    ['令和６年度に94人', '49 people in FY2024'],
    ['３割', '3 per cent of 30,000'],
    ['17時まで', 'until 7 p.m.'],
    ['1万2千人', '12 people'],
    ['120万人', '120 people'],
    ['３億円', '3 million yen'],
    ['約2倍以上', 'more than tripled'],
    ['7月に', 'in August'],
    ['７月に', 'soon'],
    ['第2回', 'the third meeting'],
    ['①②', '12'],
    ['十二市町村', '13 municipalities'],
    ['市町村', 'two municipalities'],
    ['多くの方', 'thousands of people'],
    ['費用', 'a cost of 5 million'],
  ])('of %s are not those of "%s"', (ja, en) => {
    expect(sameNumbers(ja, en)).toBe(false)
  })

  it('are compared whatever stands in a text, in little time', () => {
    const signs = fc.constantFrom(
      '1',
      '２',
      '万',
      '億',
      '千',
      '.',
      ',',
      '第',
      '年',
      '①',
      '三',
      'two',
      ' ',
      '-',
      'hundred',
    )
    const text = fc.array(signs, { maxLength: 200 }).map((parts) => parts.join(''))

    fc.assert(
      fc.property(text, text, (ja, en) => {
        sameNumbers(ja, en)
        numbersOfItsOwn(ja, [en])
      }),
    )
    const start = performance.now()
    sameNumbers('1万,'.repeat(20_000), 'two hundred 1,'.repeat(20_000))
    expect(performance.now() - start).toBeLessThan(2000)
  })

  it('that stand in no other text are named', () => {
    expect(numbersOfItsOwn('令和８年度に12か所、30人、２割。', ['2026年', '三十人', '十二の町'])).toEqual(['2割'])
    expect(numbersOfItsOwn('５億円を、７月に。', ['5月'])).toEqual(['5億', '7'])
  })
})
