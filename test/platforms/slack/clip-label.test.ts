import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clipLabel } from '../../../src/platforms/slack/clip-label.ts'
import { modalTitle } from '../../../src/platforms/slack/modal-blocks.ts'
import { texts } from './texts.ts'

describe('a label', () => {
  it.each([
    ['stays where it fits', '提出する', 4, '提出する'],
    ['ends in … where it does not', '提出する', 3, '提出…'],
    ['is one line', '一\n二', 10, '一 二'],
    ['never ends within a character', '一👨‍👩‍👧二三四五六七八九', 9, '一…'],
    ['has room for what is escaped', '<<<', 10, '<<…'],
    ['is never empty', ' \0', 10, '…'],
  ])('%s', (_, text, most, label) => {
    expect(clipLabel(text, most)).toBe(label)
  })

  it('of a modal has 24 characters at most', () => {
    expect(modalTitle('令和８年度第１回さっぽろ連携中枢都市圏ビジョン懇談会')).toBe(
      '令和８年度第１回さっぽろ連携中枢都市圏ビジョン…',
    )
    fc.assert(
      fc.property(texts, (text) => {
        const title = modalTitle(text)

        expect(title.length).toBeLessThanOrEqual(24)
        expect(title.trim()).not.toBe('')
        expect(title.isWellFormed()).toBe(true)
        expect(title).not.toMatch(/[\n\0]/u)
      }),
      { numRuns: 10_000 },
    )
  })
})
