import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cleanLine, line, prose } from '../../src/opinions/form-text.ts'

const typed = fc.string({ unit: 'binary', maxLength: 60 })

describe('a line', () => {
  it.each([
    [' 佐藤　一郎 ', '佐藤　一郎'],
    ['佐藤\r\n一郎\0', '佐藤 一郎'],
    ['佐藤\u202e一郎\u200b', '佐藤一郎'],
    ['\ud800', '\ufffd'],
    ['髙橋\u{e0101}', '髙橋\u{e0101}'],
  ])('%j is kept as %j', (text, kept) => {
    expect(cleanLine(text)).toBe(kept)
  })

  it('is the same when it is cleaned again', () => {
    fc.assert(fc.property(typed, (text) => cleanLine(cleanLine(text)) === cleanLine(text)))
  })

  it('holds no control characters, and no more than it may', () => {
    fc.assert(
      fc.property(typed, (text) => {
        const { success, data = '' } = line(20).safeParse(text)
        const clean = cleanLine(text)
        expect(success).toBe(clean.length > 0 && clean.length <= 20)
        expect(data).not.toMatch(/[\p{Cc}\p{Cf}]/u)
        expect(data.isWellFormed()).toBe(true)
      }),
    )
  })
})

describe('a text', () => {
  it.each([
    ['一\r\n二\r三\n', '一\n二\n三'],
    ['・\t一\0\u202e', '・\t一'],
  ])('%j is kept as %j', (text, kept) => {
    expect(prose(100).parse(text)).toBe(kept)
  })

  it('is the same when it is parsed again', () => {
    fc.assert(
      fc.property(typed, (text) => {
        const { data } = prose(100).safeParse(text)
        if (data !== undefined) expect(prose(100).parse(data)).toBe(data)
      }),
    )
  })
})
