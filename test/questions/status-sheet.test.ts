import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Answer } from '../../src/questions/answer.ts'
import { answerQuestion } from '../../src/questions/answer-question.ts'
import { type PreparedRecord, prepareRecord } from '../../src/questions/prepared-record.ts'
import { buildRecord } from '../../src/record/build-record.ts'
import { readReviewed } from '../../src/record/read-reviewed.ts'
import type { StatusSheet } from '../../src/record/status-sheet.ts'
import { converse } from '../support/committee-midori.ts'
import { csvOf, midoriSheet, sheetDocument } from '../support/status-sheet.ts'

const reviewed = readReviewed('test/committees/midori')
const sheet = await sheetDocument(await midoriSheet())
const prepared = withSheets(sheet)

function withSheets(...sheets: readonly StatusSheet[]): PreparedRecord {
  return prepareRecord(buildRecord(reviewed, [], sheets))
}

/** Each cited cell as `F12 text`. */
function cells(answer: Answer | null): readonly string[] {
  return (answer?.citations ?? []).flatMap(({ position, quote }) =>
    position !== null && 'column' in position ? [`${position.column}${position.row} ${quote}`] : [],
  )
}

describe('a question about a project of a status sheet', () => {
  it.each<[string, readonly string[]]>([
    ['No.5の評価は', ['G7 ○', 'G8 ×']],
    ['No.5の目標は？', ['E7 12件', 'E8 300人']],
    ['5番の実績を教えてください', ['F7 10件', 'F8 120人']],
    ['No.31の担当課はどこですか', ['H9 交通課']],
    ['子ども食堂の支援の評価指標は', ['D7 開催回数', 'D8 参加者数']],
    ['No.5の備考は', ['I7 7月は大雨のため中止']],
    ['No.31の政策分野は', ['A9 ２　移動手段の確保']],
    ['No.５の目標と実績は', ['E7 12件', 'E8 300人', 'F7 10件', 'F8 120人']],
    ['No.5で大雨による中止はありましたか', ['I7 7月は大雨のため中止']],
    ['令和６年度のNo.31の実績は', ['F9 0人']],
    ['令和７年度のNo.31の評価は', ['G9 ×']],
    ['What is the target of No.5?', ['E7 12件', 'E8 300人']],
    ['Who is in charge of No.31?', ['H9 交通課']],
    ['What were the actual results of project 31?', ['F9 0人']],
    ['How was No.31 rated?', ['G9 ×']],
  ])('%j is answered from the cells', (question, expected) => {
    const { answer } = converse(prepared, question)

    expect(cells(answer)).toEqual(expected)
    expect(answer?.outcome).toBe('answered')
  })

  it('is answered in words that name document, sheet, row and column', () => {
    expect(converse(prepared, 'No.5の評価は').text).toBe(
      [
        'No.5「子ども食堂の支援」の評価は、評価指標「開催回数」について○（おおむね達成）と記載されています。',
        'No.5「子ども食堂の支援」の評価は、評価指標「参加者数」について×（未実施）と記載されています。',
        '【資料の記載】「○」',
        '出典：令和７年度第１回 資料３ シート「一覧」 7行 G列',
        '【資料の記載】「×」',
        '出典：令和７年度第１回 資料３ シート「一覧」 8行 G列',
      ].join('\n'),
    )
    expect(converse(prepared, 'What is the division of No.5?').text).toBe(
      [
        'The record gives the division of No.5 (子ども食堂の支援) as 「子育て支援課」.',
        'The document says: 「子育て支援課」',
        'Source: FY2025 1st meeting, 資料３, sheet 「一覧」, row 7, column H',
      ].join('\n'),
    )
  })

  it('that names nothing else is told all of its row', () => {
    expect(cells(converse(prepared, 'No.5').answer)).toEqual([
      ...['A6 １　暮らしの安心', 'D7 開催回数', 'D8 参加者数', 'E7 12件', 'E8 300人', 'F7 10件', 'F8 120人'],
      ...['G7 ○', 'G8 ×', 'H7 子育て支援課', 'I7 7月は大雨のため中止'],
    ])
  })

  it('that goes on from the one before is understood', () => {
    expect(cells(converse(prepared, 'No.5の目標は', 'では実績は？').answer)).toEqual(['F7 10件', 'F8 120人'])
    expect(cells(converse(prepared, 'No.5の備考は', 'No.31は？').answer)).toEqual(['I9 車両の納入が遅れたため'])
  })

  it('is told that the sheet says nothing of it where its cell is empty', () => {
    const { answer, text } = converse(prepared, 'No.3の備考は')

    expect(answer).toMatchObject({ outcome: 'not-in-record', finding: { kind: 'project-lacks', aspect: 'remarks' } })
    expect(text).toContain('No.3「空き家バンクの共同運営」の備考は、公表資料に記載がありません。')
  })

  it.each([
    'No.5の予算は',
    'No.5に対する事務局の考え方は',
    '令和９年度のNo.5の目標は',
    'No.5の会場はどこですか',
    '令和７年度のNo.31の目標は',
  ])('%j is not in the record', (question) => {
    expect(converse(prepared, question).answer).toMatchObject({ outcome: 'not-in-record', citations: [] })
  })

  it('is corrected where it takes another rating for granted', () => {
    expect(converse(prepared, 'No.31は◎ですよね').answer).toMatchObject({
      outcome: 'corrected',
      finding: { kind: 'rating-differs' },
    })
    expect(converse(prepared, 'No.5は×ですよね').answer?.outcome).toBe('answered')
  })
})

describe('a question about the list', () => {
  it.each<[string, readonly number[], readonly string[]]>([
    ['×の事業は', [5, 31], ['G8 ×', 'G9 ×']],
    ['未実施の事業を教えてください', [5, 31], ['G8 ×', 'G9 ×']],
    ['評価が◎の事業は何件ですか', [3], ['G6 ◎']],
    ['Which projects are rated ×?', [5, 31], ['G8 ×', 'G9 ×']],
    ['政策分野２の事業は', [31], ['A9 ２　移動手段の確保', 'C9 乗合タクシーの試験運行']],
    ['暮らしの安心の事業は', [3, 5], ['A6 １　暮らしの安心', 'C6 空き家バンクの共同運営', 'C7 子ども食堂の\n支援']],
    ['「子ども」に関する事業は', [5], ['C7 子ども食堂の\n支援']],
    ['大雨に関する事業はありますか', [5], ['I7 7月は大雨のため中止']],
    ['住まい課の事業は', [3], ['C6 空き家バンクの共同運営', 'H6 住まい課']],
    [
      '事業の一覧を教えてください',
      [3, 5, 31],
      ['C6 空き家バンクの共同運営', 'C7 子ども食堂の\n支援', 'C9 乗合タクシーの試験運行'],
    ],
  ])('%j lists its projects', (question, numbers, expected) => {
    const { answer } = converse(prepared, question)

    expect(answer?.finding.kind).toBe('listed')
    expect(answer?.projects).toEqual(numbers)
    expect(cells(answer)).toEqual(expected)
  })

  it('is put into one sentence with the rows that bear it out', () => {
    expect(converse(prepared, '×の事業は').text).toBe(
      [
        '令和７年度第１回 資料３に記載されている評価が×（未実施）の事業は、次の2件です。',
        '・No.5「子ども食堂の支援」',
        '・No.31「乗合タクシーの試験運行」',
        '【資料の記載】「×」',
        '出典：令和７年度第１回 資料３ シート「一覧」 8行、9行 G列',
      ].join('\n'),
    )
  })

  it.each(['△の事業は', '「宇宙」に関する事業は'])('%j that finds none says so', (question) => {
    expect(converse(prepared, question).answer).toMatchObject({ outcome: 'not-in-record', finding: { kind: 'listed' } })
  })

  it('tells what a sign means by the legend of the sheet alone', () => {
    expect(converse(prepared, '○の意味は').text).toContain('○は、資料では「おおむね達成」と記載されています。')
  })
})

describe('two documents that have a project', () => {
  const later = { id: '2026-1-sheet', meeting: { id: '2026-1', name: '令和８年度第１回', fiscalYear: 2026, number: 1 } }

  it('are answered from the newest, and the other is named where it rates otherwise', async () => {
    const bytes = csvOf(['令和７年度'], ['番号', '事業名', '評価'], [20, '共同ごみ処理場の建替え', 'Ｃ'])
    const both = withSheets(await sheetDocument(bytes))

    const { answer, text } = converse(both, 'No.20の評価は')

    expect(cells(answer)).toEqual(['C3 Ｃ'])
    expect(text).toContain(
      'なお、令和５年度第３回 別紙２では、No.20「共同ごみ処理場の建替え」の評価はD（未着手）と記載されています。',
    )
    expect(answer?.citations.some(({ document }) => document.id === '2023-3-annex')).toBe(true)
  })

  it('keep the reason that only the older gives', async () => {
    const bytes = csvOf(['番号', '事業名', '評価'], [20, '共同ごみ処理場の建替え', 'Ｄ'])
    const both = withSheets(await sheetDocument(bytes))

    const { answer, text } = converse(both, 'No.20はなぜDなのですか')

    expect(answer?.finding.kind).toBe('rating-reason')
    expect(text).toContain('用地の選定について')
  })

  it('name what a number stands for in an older list that numbers otherwise', async () => {
    const bytes = csvOf(['番号', '事業名', '評価'], [3, '朝市', '○'])
    const both = withSheets(sheet, await sheetDocument(bytes, later))

    const { answer, text } = converse(both, 'No.3の評価は')

    expect(cells(answer)[0]).toBe('C2 ○')
    expect(text).toContain('令和７年度第１回 資料３では、No.3「空き家バンクの共同運営」')
    expect(cells(converse(both, '令和７年度のNo.3の担当課は').answer)).toEqual(['H6 住まい課'])
  })

  it('list the projects of a sign from the newest sheet, or from that of the year asked for', async () => {
    const bytes = csvOf(['番号', '事業名', '評価'], [1, '朝市', '×'])
    const both = withSheets(sheet, await sheetDocument(bytes, later))

    expect(cells(converse(both, '×の事業は').answer)).toEqual(['C2 ×'])
    expect(cells(converse(both, '令和６年度の×の事業は').answer)).toEqual(['G8 ×', 'G9 ×'])
  })

  it('take columns of several years apart', async () => {
    const bytes = csvOf(
      ['番号', '事業名', '令和５年度実績', '令和６年度実績', '令和７年度目標'],
      [1, '朝市', '8回', '9回', '12回'],
    )
    const years = withSheets(await sheetDocument(bytes))

    expect(cells(converse(years, 'No.1の実績は').answer)).toEqual(['C2 8回', 'D2 9回'])
    expect(cells(converse(years, '令和５年度のNo.1の実績は').answer)).toEqual(['C2 8回'])
    expect(cells(converse(years, 'R7のNo.1の目標は').answer)).toEqual(['E2 12回'])
  })
})

describe('the rest of the record', () => {
  it.each([
    'No.7はなぜCなのですか',
    'No.20はなぜDなのですか',
    '令和４年度のNo.3の評価は',
    '議題は何でしたか',
    '大型絵本についての意見は',
  ])('answers %j as without the sheet', (question) => {
    const before = answerQuestion(withSheets(), question).answer

    expect(answerQuestion(prepared, question).answer.citations.map(({ quote }) => quote)).toEqual(
      before.citations.map(({ quote }) => quote),
    )
  })
})

describe('any cell', () => {
  it('is quoted exactly as it is', () => {
    const unit = fc.constantFrom(...'あ評価◎○×、。\n 　「」…=+-A1％<&\'"😀'.split(''))
    const filled = fc.string({ unit, minLength: 1, maxLength: 40 }).filter((one) => one.trim() !== '')
    fc.assert(
      fc.property(filled, filled, filled, (target, remarks, division) => {
        const cellTexts = { A1: '1', B1: '朝市', C1: target, D1: remarks, E1: division }
        const any: StatusSheet = {
          ...sheet,
          columns: (['number', 'title', 'target', 'remarks', 'division'] as const).map((field, at) => ({
            ...{ field, column: 'ABCDE'.charAt(at), heading: field, year: null },
          })),
          cells: cellTexts,
          legend: [],
          projects: [
            {
              number: 1,
              at: { number: 'A1', title: 'B1', area: null },
              rows: [['C', 'D', 'E'].map((column) => ({ column, cell: `${column}1` }))],
            },
          ],
        }
        const record = withSheets(any)
        for (const [question, text] of [
          ['No.1の目標は', target],
          ['No.1の備考は', remarks],
          ['No.1の担当課は', division],
        ] as const)
          expect(answerQuestion(record, question).answer.citations.map(({ quote }) => quote)).toEqual([text])
      }),
      { numRuns: 100 },
    )
  })
})
