import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findPersonalData } from '../../src/opinions/personal-data.ts'
import { sapporo } from '../support/record-folder.ts'

/** What is found: its kind and the words of the text. */
function found(text: string): readonly (readonly [string, string])[] {
  return findPersonalData(text).map(({ kind, span }) => [kind, text.slice(...span)])
}

describe('personal data', () => {
  it.each([
    '011-123-4567',
    '090-1234-5678',
    '(011)123-4567',
    '（011）123-4567',
    '011(123)4567',
    '０１１－１２３－４５６７',
    '０９０ー１２３４ー５６７８',
    '011‐123‐4567',
    '011−123−4567',
    '0111234567',
    '09012345678',
    '０９０１２３４５６７８',
    '0120-123-456',
    '0123-45-6789',
    '011 123 4567',
    '011.123.4567',
    '(011)1234567',
    '011-1234567',
    '+81-11-123-4567',
    '+81 90 1234 5678',
    '+81 (0)11-123-4567',
    '＋８１－１１－１２３－４５６７',
    '+819012345678',
    '+81111234567',
  ])('is the telephone number %s', (number) => {
    expect(found(number)).toEqual([['telephone', number]])
    expect(found(`電話は${number}です。`)).toEqual([['telephone', number]])
    expect(found(`TEL:${number}\n`)).toEqual([['telephone', number]])
  })

  it.each([
    'yamada@example.jp',
    'Taro.Yamada+vision@mail.example.co.jp',
    'yamada＠example.jp',
    'ｙａｍａｄａ＠ｅｘａｍｐｌｅ．ｊｐ',
    '0111234567@example.jp',
  ])('is the mail address %s', (address) => {
    expect(found(address)).toEqual([['mail', address]])
    expect(found(`連絡先は${address}まで。`)).toEqual([['mail', address]])
  })

  it.each([
    '〒060-8611',
    '〒０６０－８６１１',
    '〒 0608611',
    '札幌市中央区北1条西2丁目',
    '札幌市中央区北１条西２丁目',
    '札幌市中央区北一条西二丁目',
    '札幌市 中央区 北1条 西2丁目',
    '中央区南3条西4丁目1-2',
    '中央区南３条西４丁目１ー２',
    '中央区南3条西4',
    '北区あいの里1条5丁目',
    '厚別区厚別中央1条5丁目3番2号',
    '江別市高砂町6番地',
    '江別市高砂町6',
    '江別市高砂町6-1',
    '石狩市花川北6条1丁目30番地2',
    '北広島市中央4丁目2番地1',
    '岩見沢市鳩が丘1-1-1',
    '小樽市花園2-12-1',
    '新篠津村第47線北13番地',
    '北海道石狩郡当別町白樺町58番地9',
    '東京都千代田区霞が関2-1-2',
  ])('is the address %s', (address) => {
    expect(found(address)).toEqual([['address', address]])
    expect(found(`住所：${address}。`)).toEqual([['address', address]])
  })

  it.each([
    '123456789018',
    '1234 5678 9018',
    '1234-5678-9018',
    '１２３４　５６７８　９０１８',
    '１２３４－５６７８－９０１８',
    '100000000005',
    '000000000060',
    '000000000019',
  ])('is the individual number %s', (number) => {
    expect(found(number)).toEqual([['individual-number', number]])
    expect(found(`番号は${number}です`)).toEqual([['individual-number', number]])
  })

  it.each([
    '',
    'No.34',
    '2024-2025',
    '令和6年度第2回',
    'R8-012',
    'R8-012-1',
    '50法人94人',
    '500ヵ所以上',
    '1,234,567円',
    '2026-08-28',
    '2026年8月28日',
    '2026/08/28 10:00',
    '10:00-12:00',
    '8時45分から17時15分まで',
    'ISBN 0306406152',
    'ISBN-10: 0306406152',
    'ISBN978-4-06-519981-6',
    'ISBN 978 4 06 519981 6',
    '0.0123456789',
    '0-306-40615-2',
    '060-8611',
    '123456789012',
    '123456789019',
    '1234567890182',
    '1234-5678-9018-3456',
    '12345678901',
    '0123456',
    '00000000000',
    '01234567890',
    '札幌市',
    '12市町村',
    '圏域12市町村の3事業',
    '江別市',
    '江別市や当別町の3園',
    '北海道当別町3名',
    '長沼町2024年度',
    '札幌市2024年度第3回',
    '札幌市条例第3条',
    '札幌市自治基本条例第3条第2項',
    '江別市2026-08-28',
    '札幌市資料3-2-1',
    '札幌市の34番の事業',
    '3丁目の公園',
    '@yamada',
    '<@U012AB3CD>',
    'yamada@',
    'a@b',
    '+8',
    '1+81=82',
    '3.11以降、2.5倍',
  ])('is not %j', (text) => {
    expect(found(text)).toEqual([])
    expect(found(`　${text}について`)).toEqual([])
  })

  it('is nowhere in a published annex', () => {
    expect(found(readFileSync(join(sapporo, 'source/2024-2-annex.txt'), 'utf8'))).toEqual([])
  })

  it('is found in its order and its place', () => {
    const text =
      '😀山田（０１１－１２３－４５６７、yamada@example.jp）\n〒060-8611 札幌市中央区北1条西2丁目\n011-123-4567 090-1234-5678'

    expect(found(text)).toEqual([
      ['telephone', '０１１－１２３－４５６７'],
      ['mail', 'yamada@example.jp'],
      ['address', '〒060-8611'],
      ['address', '札幌市中央区北1条西2丁目'],
      ['telephone', '011-123-4567'],
      ['telephone', '090-1234-5678'],
    ])
  })

  it('is an individual number for one check digit in ten', () => {
    fc.assert(
      fc.property(fc.integer({ min: 10_000_000_000, max: 99_999_999_999 }), (number) => {
        const valid = Array.from({ length: 10 }, (_, digit) => found(`${number}${digit}`).length)

        expect(valid.reduce((sum, one) => sum + one, 0)).toBe(1)
      }),
    )
  })

  it('has spans in order, without overlaps, in any text', () => {
    const parts = fc.constantFrom(...'0112-ー－.( ＠@a中市町条丁目番1北〒+81', '0111234567', '090-', '中央区北1条西')

    fc.assert(
      fc.property(fc.array(parts, { maxLength: 60 }), (chosen) => {
        const text = chosen.join('')
        let last = 0

        for (const { span } of findPersonalData(text)) {
          expect(span[0]).toBeGreaterThanOrEqual(last)
          expect(span[1]).toBeGreaterThan(span[0])
          last = span[1]
        }
        expect(last).toBeLessThanOrEqual(text.length)
      }),
    )
  })

  it.each([
    '0',
    '1',
    '-',
    '0-',
    '01-',
    '1234-',
    '市',
    '中市町',
    'a',
    'a@',
    'a.',
    '+81',
    '〒0',
    '（',
    ' ',
    '0 ',
    '北1',
    'あ',
    'isbn ',
    'ー',
    '1条',
  ])('is looked for in 10,000 times %j within a second', (part) => {
    const before = performance.now()

    findPersonalData(part.repeat(10_000))

    expect(performance.now() - before).toBeLessThan(1000)
  })
})
