import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildSearchIndex } from '../../../src/questions/search/search-index.ts'

const record = [
  { id: 'bus', title: 'コミュニティバスの運行', text: '駅と病院を結ぶ路線を増便します。' },
  { id: 'library', title: '図書館', text: '図書館の開館時間と本の予約について。' },
  { id: 'garbage', title: 'ごみの収集', text: '粗大ごみの収集は予約が必要です。' },
  { id: 'english', text: 'Residents recycled plastic bottles.' },
]
const index = buildSearchIndex(record)
const ids = (query: string, limit = 10) => index.search(query, limit).map(({ id }) => id)

const words = fc.array(fc.constantFrom('予約', '図書館', '粗大ごみ', 'バス', 'の', 'recycling', '火星', '①', ' '))
const sentence = words.map((parts) => parts.join(''))
const corpora = fc
  .array(fc.record({ title: sentence, text: sentence }), { maxLength: 12 })
  .map((texts) => texts.map((text, i) => ({ id: `d${i}`, ...text })))

describe('search', () => {
  it.each([
    ['図書館で本を予約したい', 'library'],
    ['粗大ごみの予約', 'garbage'],
    ['病院へ行くバス', 'bus'],
    ['ＲＥＣＹＣＬＩＮＧ', 'english'],
  ])('answers %s with %s first', (query, expected) => {
    expect(ids(query)[0]).toBe(expected)
  })

  it('finds nothing where no word is shared', () => {
    expect(ids('火星探査')).toEqual([])
    expect(ids('')).toEqual([])
    expect(buildSearchIndex([]).search('予約', 10)).toEqual([])
    expect(buildSearchIndex([{ id: 'empty', text: '' }]).search('予約', 10)).toEqual([])
  })

  it('prefers a document that holds all words to one that repeats some', () => {
    const both = { id: 'both', text: 'library opening and many other things that nobody asked for here' }
    const repeats = { id: 'repeats', text: 'library library library library' }
    const other = { id: 'other', text: 'garbage' }

    const [first] = buildSearchIndex([repeats, both, other]).search('library opening', 1)

    expect(first?.id).toBe('both')
  })

  it('prefers a word in the title to the same word in the text', () => {
    const inText = { id: 'a', title: 'garbage', text: 'library' }
    const inTitle = { id: 'b', title: 'library', text: 'garbage' }

    const hits = buildSearchIndex([inText, inTitle]).search('library', 2)

    expect(hits.map(({ id }) => id)).toEqual(['b', 'a'])
  })

  it('breaks ties by id, also where the limit cuts through them', () => {
    const twins = ['c', 'a', 'd', 'b'].map((id) => ({ id, text: '予約' }))

    expect(
      buildSearchIndex(twins)
        .search('予約', 3)
        .map(({ id }) => id),
    ).toEqual(['a', 'b', 'c'])
  })

  it('gives full coverage to a document that holds the whole question, less when a word is unknown', () => {
    const [known] = index.search('図書館', 1)
    const [partly] = index.search('図書館 火星', 1)

    expect(known?.coverage).toBe(1)
    expect(partly?.coverage).toBeGreaterThan(0)
    expect(partly?.coverage).toBeLessThan(1)
  })

  it('counts a word that the query repeats once', () => {
    expect(index.search('bottles bottles', 1)).toEqual(index.search('bottles', 1))
  })

  it('scores as BM25 times the root of coverage', () => {
    const tiny = buildSearchIndex([
      { id: 'a', text: 'cat dog' },
      { id: 'b', text: 'bird' },
    ])

    const [hit] = tiny.search('cat fish', 1)

    // idf: ln(1 + 1.5/1.5) for cat, ln(1 + 2.5/0.5) for fish; length 2 against an average of 1.5.
    const coverage = Math.log(2) / (Math.log(2) + Math.log(6))
    const bm25 = (Math.log(2) * 2.2) / (1 + 1.2 * (0.25 + (0.75 * 2) / 1.5))
    expect(hit?.coverage).toBeCloseTo(coverage, 10)
    expect(hit?.score).toBeCloseTo(bm25 * Math.sqrt(coverage), 10)
  })

  it('keeps coverage within 0 and 1, the order by score then id, and every shorter list a start of the longer', () => {
    fc.assert(
      fc.property(corpora, sentence, fc.nat(13), (documents, query, limit) => {
        const built = buildSearchIndex(documents)

        const all = built.search(query, Infinity)

        expect(all.every(({ score, coverage }) => score > 0 && coverage > 0 && coverage <= 1)).toBe(true)
        expect(all).toEqual(all.toSorted((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1)))
        expect(built.search(query, limit)).toEqual(all.slice(0, limit))
      }),
    )
  })
})

describe('idf', () => {
  it('is highest for unknown tokens, lower for common ones, and never below 0', () => {
    expect(index.idf('火星')).toBeGreaterThan(index.idf('図書'))
    expect(index.idf('図書')).toBeGreaterThan(index.idf('予約'))
    expect(index.idf('予約')).toBeGreaterThan(index.idf('の'))
    expect(index.idf('の')).toBeGreaterThan(0)
  })
})
