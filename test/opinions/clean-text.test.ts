import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cleanText, countCharacters } from '../../src/opinions/clean-text.ts'

const anyCodeUnits = fc
  .array(fc.integer({ min: 0, max: 0xffff }))
  .map((units) => units.map((unit) => String.fromCharCode(unit)).join(''))
const telling = fc
  .array(fc.constantFrom(...'\0\r\n\t\x1b\x7f\x85\ud83d\udc00\ue000\u{e0100}\u202e\u200d　葛'), { maxLength: 40 })
  .map((units) => units.join(''))
const texts = fc.oneof(anyCodeUnits, telling)
const isControl = (unit: number) => (unit < 0x20 && unit !== 0x09 && unit !== 0x0a) || (unit >= 0x7f && unit <= 0x9f)

describe('a cleaned text', () => {
  it.each([
    ['one', 'a\r\nb', 'a\nb', 0],
    ['one', 'a\rb', 'a\nb', 0],
    ['two', 'a\r\r\nb', 'a\n\nb', 0],
    ['two', 'a\n\rb', 'a\n\nb', 0],
  ])('has LF for %s line end of %j', (_, raw, text, removed) => {
    expect(cleanText(raw)).toEqual({ text, removed })
  })

  it.each([
    ['NUL', '意\0見', '意見', 1],
    ['control characters', '\x07意\x1b[0m見\x7f', '意[0m見', 3],
    ['C1', '意\x85見\x9f', '意見', 2],
    ['nothing else', '\t意見\n', '\t意見\n', 0],
  ])('is without %s', (_, raw, text, removed) => {
    expect(cleanText(raw)).toEqual({ text, removed })
  })

  it.each([
    ['a high one', '意\ud83d見', '意\ufffd見', 1],
    ['a low one', '意\udc00見', '意\ufffd見', 1],
    ['two in the wrong order', '\udc00\ud83d', '\ufffd\ufffd', 2],
    ['halves that NUL kept apart', '\ud83d\0\ude00', '\ufffd\ufffd', 3],
  ])('shows where lone surrogates were: %s', (_, raw, text, removed) => {
    expect(cleanText(raw)).toEqual({ text, removed })
  })

  it.each([
    ['bidi controls', '\u202e意見\u2066\u2069\u200f\u061c'],
    ['private-use characters', '\ue000\u{f0000}\u{10fffd}'],
    ['variation selectors', '葛\u{e0100}飾 葛\u{e0101}城 ❤\ufe0f'],
    ['combining marks', 'か\u3099ハ\u309ae\u0301'],
    ['joiners', '👩\u200d👧 a\u200cb'],
    ['wide and odd blanks', '　\u00a0\u200b\u2060\ufeff\u2028\u2029'],
    ['noncharacters', '\ufffe\u{1ffff}'],
    ['compatibility characters', '①㈱﨑ｱﾞ№ 神'],
  ])('keeps %s', (_, raw) => {
    expect(cleanText(raw)).toEqual({ text: raw, removed: 0 })
  })

  it('is well formed, cleaned once and for all, and otherwise as it was', () => {
    fc.assert(
      fc.property(texts, (raw) => {
        const { text, removed } = cleanText(raw)
        const lines = raw.replaceAll('\r\n', '\n').replaceAll('\r', '\n')
        const kept = Array.from(lines.toWellFormed()).filter((one) => !isControl(one.codePointAt(0) ?? 0))

        expect(text).toBe(kept.join(''))
        expect(text.isWellFormed()).toBe(true)
        expect(cleanText(text)).toEqual({ text, removed: 0 })
        expect(removed === 0).toBe(text === lines)
      }),
    )
  })

  it('counts every character that is gone or replaced', () => {
    fc.assert(
      fc.property(texts, (raw) => {
        const lines = Array.from(raw.replaceAll('\r\n', '\n').replaceAll('\r', '\n'))
        const wrong = lines.filter((one) => !one.isWellFormed() || isControl(one.codePointAt(0) ?? 0))

        expect(cleanText(raw).removed).toBe(wrong.length)
      }),
    )
  })
})

describe('the number of characters', () => {
  it.each([
    ['', 0],
    ['意見', 2],
    ['𠮷野家', 3],
    ['葛\u{e0100}', 2],
    ['か\u3099', 2],
    ['😀\n', 2],
  ])('of %j is %i', (text, count) => {
    expect(countCharacters(text)).toBe(count)
  })

  it('is that of code points', () => {
    fc.assert(fc.property(texts, (text) => countCharacters(text) === Array.from(text).length))
  })
})
