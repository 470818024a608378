import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { splitItems } from '../../src/opinions/split-items.ts'
import { sapporo } from '../support/record-folder.ts'

/** Each item's heading and text. */
function shown(text: string): readonly (readonly [string | null, string])[] {
  return splitItems(text).map(({ heading, span }) => [heading && text.slice(...heading), text.slice(...span)])
}

/** A member's submission as it was published: three headings, six bullets. */
function publishedSubmission(): string {
  const annex = readFileSync(join(sapporo, 'source/2024-2-annex.txt'), 'utf8')
  return annex.slice(
    annex.indexOf(' 【（１）'),
    annex.indexOf('・「３　圏域全体の生活関連機能サービスの向上」の「達成不可」'),
  )
}

describe('a published submission', () => {
  it('is six items under its three headings', () => {
    const text = publishedSubmission()

    const items = shown(text)

    expect(items.map(([heading, item]) => [heading, item.slice(0, 11).replaceAll(/\s/gu, '')])).toEqual([
      ['【（１）「ビジョン懇談会意見について」】', '・「ビジョン懇談会」で'],
      ['【（２）2024年度の連携事業の実施状況等について】', '・全体としては概ね良好'],
      ['【（３）さっぽろ連携中枢圏ビジョンの年次変更案について】', '・（２）に関連して、次'],
      ['【（３）さっぽろ連携中枢圏ビジョンの年次変更案について】', '・「21医療的ケア児'],
      ['【（３）さっぽろ連携中枢圏ビジョンの年次変更案について】', '・「52官民連携の推'],
      ['【（３）さっぽろ連携中枢圏ビジョンの年次変更案について】', '・「55固定資産の評'],
    ])
    expect(items[1]?.[1]).toMatch(/必要\s+がある。$/u)
  })
})

describe('items', () => {
  it.each([
    '・',
    '･',
    '•',
    '●',
    '○',
    '■',
    '□',
    '◆',
    '- ',
    '-',
    '* ',
    '–',
    '– ',
    '①',
    '（１）',
    '(1)',
    '(12) ',
    '１．',
    '1. ',
    '1、',
    '1)',
    '１）',
  ])('begin with %j', (mark) => {
    expect(shown(`${mark}研修を増やす\n${mark}窓口を設ける`)).toEqual([
      [null, `${mark}研修を増やす`],
      [null, `${mark.trimEnd()}${mark.slice(mark.trimEnd().length)}窓口を設ける`],
    ])
  })

  it.each([
    ['a month', '3・4月に行い\n5・6月に終える'],
    ['a hyphen', 'A-B案\nC-D案'],
    ['a number in a line', '御意見(1)と\n資料（２）について'],
    ['a decimal', '1.5億円を\n２．５億円に'],
    ['a year', '2024年に\n2025年に'],
    ['two numbers', '1、2年生と\n3、4年生'],
    ['a negative number', '-5度\n-10度'],
    ['a rule', '---\n***\n–––'],
    ['names left open', '○○委員\n●●市'],
    ['ratings', '○△×の評価\n○◎の基準'],
    ['dots of omission', '・・・\n・・・・'],
    ['a reference where a line is broken', '（１）について\n（２）に関連して\n①と②\n②の案\n①②\n（１）～（３）'],
    ['a speaker', '【委員】賛成です\n【事務局】承知しました'],
    ['marks without words', '・\n・\n（１）\n①'],
    ['three digits', '(123) 研修\n(124) 窓口'],
  ])('do not begin at %s', (_, text) => {
    expect(splitItems(text)).toEqual([])
  })

  it.each([
    ['nothing', ''],
    ['one line', '研修を増やしてください。'],
    ['one bullet', '・研修を増やす'],
    ['one bullet under its heading', '【研修】\n・研修を増やす'],
    ['one numbered line with its details', '１．次のとおり提案する。\n・研修\n・窓口'],
    ['a heading alone', '【研修】'],
    ['headings without anything below', '【研修】\n【窓口】\n【災害】'],
  ])('are none in %s', (_, text) => {
    expect(splitItems(text)).toEqual([])
  })

  it.each([
    [
      'sections where there are no bullets',
      '【研修】\n増やす。\n\n【窓口】\n設ける。',
      [
        [null, '【研修】\n増やす。'],
        [null, '【窓口】\n設ける。'],
      ],
    ],
    [
      'numbered lines under a heading without bullets',
      '【（１）研修について】\n１．増やす\n２．続ける\n【（２）窓口について】\n（１）設ける',
      [
        ['【（１）研修について】', '１．増やす'],
        ['【（１）研修について】', '２．続ける'],
        ['【（２）窓口について】', '（１）設ける'],
      ],
    ],
    [
      'bullets under numbers',
      '（１）研修\n・増やす\n・続ける\n（２）窓口\n・設ける',
      [
        ['（１）研修', '・増やす'],
        ['（１）研修', '・続ける'],
        ['（２）窓口', '・設ける'],
      ],
    ],
    [
      'small bullets under large ones',
      '■研修\n　・増やす\n　・続ける\n■窓口\n　・設ける',
      [
        ['■研修', '・増やす'],
        ['■研修', '・続ける'],
        ['■窓口', '・設ける'],
      ],
    ],
    [
      'circled numbers under numbers, in whichever order they nest',
      '1. 研修\n(1) 内容\n①増やす\n②続ける\n2. 窓口\n(1) 場所',
      [
        ['1. 研修\n(1) 内容', '①増やす'],
        ['1. 研修\n(1) 内容', '②続ける'],
        ['2. 窓口', '(1) 場所'],
      ],
    ],
    [
      'bullets, whatever number of blanks is before them',
      ' ・増やす\n・続ける\n　・設ける',
      [
        [null, '・増やす'],
        [null, '・続ける'],
        [null, '・設ける'],
      ],
    ],
    [
      'what is broken into lines, indented or not',
      '・研修を\n増やす\n\n　そして続ける\n・窓口を\n設ける\n',
      [
        [null, '・研修を\n増やす\n\n　そして続ける'],
        [null, '・窓口を\n設ける'],
      ],
    ],
    [
      'a bullet with what is indented below it',
      '・研修\n　- 増やす\n　①続ける\n・窓口',
      [
        [null, '・研修\n　- 増やす\n　①続ける'],
        [null, '・窓口'],
      ],
    ],
    [
      'a sentence with its bullets',
      '１．次のとおり提案する。\n・増やす\n・続ける\n２．窓口を設ける。',
      [
        [null, '１．次のとおり提案する。\n・増やす\n・続ける'],
        [null, '２．窓口を設ける。'],
      ],
    ],
    [
      'a heading that is broken into lines',
      '（１）研修の\n内容\n・増やす\n・続ける',
      [
        ['（１）研修の\n内容', '・増やす'],
        ['（１）研修の\n内容', '・続ける'],
      ],
    ],
    [
      'the text before the first bullet',
      '\n意見を送ります。\n・増やす\n・続ける',
      [
        [null, '\n意見を送ります。\n・増やす'],
        [null, '・続ける'],
      ],
    ],
    [
      'the text before the first heading, and that heading',
      '意見を送ります。\n【研修】\n・増やす\n・続ける',
      [
        [null, '意見を送ります。\n【研修】\n・増やす'],
        ['【研修】', '・続ける'],
      ],
    ],
    [
      'the text between a heading and its first bullet',
      '【研修】\n次のとおり。\n・増やす\n・続ける',
      [
        ['【研修】', '次のとおり。\n・増やす'],
        ['【研修】', '・続ける'],
      ],
    ],
    [
      'the text behind a heading with a number',
      '【１ 研修】 次のとおり。\n・増やす\n・続ける',
      [
        ['【１ 研修】', '次のとおり。\n・増やす'],
        ['【１ 研修】', '・続ける'],
      ],
    ],
    [
      'a heading without anything below, with the next one',
      '【意見】\n【研修】\n・増やす\n【窓口】\n【場所】\n駅に設ける。',
      [
        ['【意見】\n【研修】', '・増やす'],
        [null, '【窓口】\n【場所】\n駅に設ける。'],
      ],
    ],
    [
      'several headings without anything below, with the next one',
      '【意見】\n【研修】\n【窓口】\n・増やす\n・続ける',
      [
        ['【意見】\n【研修】\n【窓口】', '・増やす'],
        ['【意見】\n【研修】\n【窓口】', '・続ける'],
      ],
    ],
    [
      'the text between two headings, and the second',
      '【意見】\n次のとおり。\n（１）研修\n・増やす\n・続ける\n（２）窓口',
      [
        ['【意見】', '次のとおり。\n（１）研修\n・増やす'],
        ['（１）研修', '・続ける'],
        ['【意見】', '（２）窓口'],
      ],
    ],
    [
      'bullets under a heading that is indented',
      '・増やす\n　　【窓口】\n・設ける',
      [
        [null, '・増やす'],
        ['【窓口】', '・設ける'],
      ],
    ],
    [
      'a heading without anything below at the end, with the last item',
      '・増やす\n・続ける\n【以上】\n',
      [
        [null, '・増やす'],
        [null, '・続ける\n【以上】'],
      ],
    ],
  ])('are %s', (_, text, items) => {
    expect(shown(text)).toEqual(items)
  })

  it('begin at 0 where text stands before them', () => {
    expect(splitItems('　意見です。\n・増やす\n・続ける')[0]?.span[0]).toBe(0)
  })
})

const lines = fc.constantFrom(
  ...[
    '研修を増やす',
    '　続ける。',
    '',
    ' ',
    '2024年度',
    '1.5億円',
    '3・4月',
    '【研修】',
    ' 【（１）「窓口」】',
    '【２ 場所】 駅',
    '【委員】賛成',
  ],
  ...['（１）研修', '(2) 窓口を設ける。', '１．研修', '　2、窓口', '３）場所', '①研修', '　②窓口。', '①と②'],
  ...['・増やす', ' ・続ける', '　- 設ける', '- 窓口', '■研修', '○場所。', '○○委員', '* 駅', '・', '\ufeff', '😀'],
)
const texts = fc.array(lines, { maxLength: 14 }).map((chosen) => chosen.join('\n'))
const withoutBlanks = (text: string) => text.replaceAll(/\s/gu, '')

describe('any text', () => {
  it('is split into at least two spans that are in order and do not overlap, or not at all', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const spans = splitItems(text).map(({ span }) => span)

        expect(spans.length).not.toBe(1)
        for (const [index, [start, end]] of spans.entries()) {
          expect(start).toBeGreaterThanOrEqual(spans[index - 1]?.[1] ?? 0)
          expect(end).toBeGreaterThan(start)
        }
      }),
      { numRuns: 1000 },
    )
  })

  it('loses nothing: what is in no item is in the heading of the next, and they join to the text', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const items = splitItems(text)
        fc.pre(items.length > 0)
        let written = 0
        const parts = items.map(({ heading, span }) => {
          const before = heading !== null && heading[0] >= written ? text.slice(...heading) : ''
          written = span[1]
          return before + text.slice(...span)
        })

        expect(withoutBlanks(parts.join(''))).toBe(withoutBlanks(text))
      }),
      { numRuns: 1000 },
    )
  })

  it('has a heading before each item that has one, outside of it', () => {
    fc.assert(
      fc.property(texts, (text) => {
        for (const { heading, span } of splitItems(text)) {
          if (heading === null) continue
          expect(heading[1]).toBeLessThanOrEqual(span[0])
          expect(text.slice(...heading).trim()).toBe(text.slice(...heading))
          expect(heading[1]).toBeGreaterThan(heading[0])
        }
      }),
    )
  })

  it('is not split where all of its marks are within lines', () => {
    const words = fc.array(fc.constantFrom('研修', '・', '（１）', '①', '-', '１．', '【窓口】', ' '), { maxLength: 8 })

    fc.assert(
      fc.property(fc.array(words, { maxLength: 5 }), (all) => {
        expect(splitItems(all.map((line) => `駅${line.join('')}`).join('\n'))).toEqual([])
      }),
    )
  })
})
