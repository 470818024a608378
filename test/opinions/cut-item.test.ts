import { describe, expect, it } from 'vitest'
import { cutItem, isCut } from '../../src/opinions/cut-item.ts'

const words = (text: string, places: readonly string[], heading: [number, number] | null = null) => {
  const start = heading?.[1] ?? 0
  const cut = cutItem(text, { span: [start, text.length], heading }, places)
  return isCut(cut) ? cut.map((part) => [part.heading && text.slice(...part.heading), text.slice(...part.span)]) : cut
}

describe('cutItem', () => {
  it('cuts where words begin, in the order of the text, whatever the order in which they are given', () => {
    const text = '道路を直してほしい。\n橋も直してほしい。また、公園も足りない。\n'

    expect(words(text, ['また、', '橋も'])).toEqual([
      [null, '道路を直してほしい。'],
      [null, '橋も直してほしい。'],
      [null, 'また、公園も足りない。'],
    ])
  })

  it('keeps the heading of the item over all of its parts', () => {
    expect(words('【交通】\n道路。橋。', ['橋'], [0, 4])).toEqual([
      ['【交通】', '\n道路。'],
      ['【交通】', '橋。'],
    ])
  })

  it('cuts at headings and bullets where no place is given', () => {
    expect(words('【（１）交通】\n・道路\n・橋\n【（２）福祉】\n・公園', [])).toEqual([
      ['【（１）交通】', '・道路'],
      ['【（１）交通】', '・橋'],
      ['【（２）福祉】', '・公園'],
    ])
  })

  it('leaves a heading of its own among the first words where it stands under another already', () => {
    const text = '【全体】\n１．交通\n・道路\n・橋\n２．福祉\n・公園'

    expect(words(text, [], [0, 4])).toEqual([
      ['【全体】', '１．交通\n・道路'],
      ['【全体】', '・橋'],
      ['２．福祉', '・公園'],
    ])
  })

  it.each([
    ['が違う', { why: 'place-not-found', place: 1 }],
    ['直して', { why: 'place-several', place: 1, times: 2 }],
    ['道路', { why: 'place-at-start', place: 1 }],
    ['  ', { why: 'place-not-found', place: 1 }],
  ])('says which place it cannot cut at: %j', (place, refusal) => {
    expect(words('　道路を直して、橋も直して。', [place])).toEqual(refusal)
    expect(words('　道路を直して、橋も直して。', ['橋も', place])).toEqual({ ...refusal, place: 2 })
  })

  it('finds nothing to split in words without marks', () => {
    expect(words('道路を直して、橋も直して。', [])).toEqual({ why: 'nothing-to-split' })
  })
})
