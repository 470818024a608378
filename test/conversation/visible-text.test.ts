import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { visibleText } from '../../src/conversation/visible-text.ts'

const hidden = [
  ...[0x202a, 0x202b, 0x202c, 0x202d, 0x202e, 0x2066, 0x2067, 0x2068, 0x2069, 0x200e, 0x200f, 0x061c],
  ...[0x200b, 0x2060, 0xfeff, 0x00ad, 0x034f, 0x180e, 0x2028, 0x2029, 0x2061, 0x2062, 0x2063, 0x2064, 0x3164],
]

describe('a text that is shown', () => {
  it.each(hidden.map((code) => [code.toString(16).toUpperCase().padStart(4, '0'), code] as const))(
    'names U+%s, which nobody would see',
    (name, code) => {
      expect(visibleText(`賛成${String.fromCharCode(code)}反対`)).toBe(`賛成［U+${name}］反対`)
    },
  )

  it('names tags, which could hold a whole hidden text', () => {
    expect(visibleText('賛成\u{e0041}\u{e007f}')).toBe('賛成［U+E0041］［U+E007F］')
  })

  it.each([
    ['joiners', '👩\u200d👧 a\u200cb'],
    ['variation selectors', '葛\u{e0100} ❤\ufe0f'],
    ['private-use characters', '\ue000\u{f0000}'],
    ['blanks and line ends', '　\u00a0\t\n'],
    ['what looks like a name', '［U+202E］'],
  ])('keeps %s', (_, text) => {
    expect(visibleText(text)).toBe(text)
  })

  it('keeps every character but these', () => {
    const units = fc.array(fc.oneof(fc.integer({ min: 0, max: 0xffff }), fc.constantFrom(...hidden)))

    fc.assert(
      fc.property(units, (codes) => {
        const text = codes.map((code) => String.fromCharCode(code)).join('')
        const shown = codes.map((code) =>
          hidden.includes(code) ? visibleText(String.fromCharCode(code)) : String.fromCharCode(code),
        )

        expect(visibleText(text)).toBe(shown.join(''))
        expect(hidden.some((code) => visibleText(text).includes(String.fromCharCode(code)))).toBe(false)
      }),
    )
  })
})
