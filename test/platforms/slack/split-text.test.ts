import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { escapedLength } from '../../../src/platforms/slack/slack-text.ts'
import { splitText } from '../../../src/platforms/slack/split-text.ts'
import { texts } from './texts.ts'

const graphemes = new Intl.Segmenter('ja', { granularity: 'grapheme' })

describe('a split text', () => {
  it.each([
    ['at the end of a line', '一二三四五\n六七八九十', 8, ['一二三四五\n', '六七八九十']],
    ['at the end of a line rather than of a sentence', '一二三。四\n五。六七八', 8, ['一二三。四\n', '五。六七八']],
    ['at the end of a sentence', '一二三四。五六七八九十', 8, ['一二三四。', '五六七八九十']],
    ['behind the bracket that ends a sentence', '「一二三四。」五六七八九', 8, ['「一二三四。」', '五六七八九']],
    ['behind the space after an English sentence', 'One two. Three four.', 12, ['One two. ', 'Three four.']],
    ['in the second half only', '一\n二三四五六七八九十', 8, ['一\n二三四五六七', '八九十']],
    ['between characters', '一二三四五六七八九十', 4, ['一二三四', '五六七八', '九十']],
    ['not within a family', `一二三四${'👨‍👩‍👧'}五六七八`, 8, ['一二三四', '👨‍👩‍👧', '五六七八']],
    [
      'not before a selector behind a full stop',
      '一二三四。\ufe01五六七八九十',
      6,
      ['一二三四。\ufe01', '五六七八九十'],
    ],
    ['with room for what is escaped', '<<<<', 8, ['<<', '<<']],
    ['not at all where it fits', '一二', 2, ['一二']],
    ['into nothing where it is empty', '', 2, []],
  ])('parts %s', (_, text, most, parts) => {
    expect(splitText(text, most)).toEqual(parts)
  })

  it('is whole when joined, within the limit, and parts no character that fits', () => {
    fc.assert(
      fc.property(texts, fc.integer({ min: 5, max: 200 }), (raw, most) => {
        const text = raw.toWellFormed().slice(0, 3000).toWellFormed()

        const parts = splitText(text, most)

        expect(parts.join('')).toBe(text)
        expect(parts.filter((part) => part === '' || escapedLength(part) > most || !part.isWellFormed())).toEqual([])
        const characters = Array.from(graphemes.segment(text), ({ segment, index }) => ({ segment, index }))
        if (characters.some(({ segment }) => escapedLength(segment) > most)) return
        const starts = new Set(characters.map(({ index }) => index))
        let at = 0
        for (const part of parts) {
          expect(starts.has(at)).toBe(true)
          at += part.length
        }
      }),
      { numRuns: 10_000 },
    )
  })
})
