import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readStatusSheet } from '../../src/documents/read-status-sheet.ts'
import { sheetTemplate } from '../../src/documents/sheet-template.ts'
import type { SheetContent } from '../../src/record/status-sheet.ts'
import { csvOf, midoriSheet, readTable } from '../support/status-sheet.ts'
import { xlsxBytes } from '../support/xlsx-bytes.ts'

const head = ['番号', '事業名', '評価指標', '目標', '実績', '評価', '担当課', '備考']

/** Column, field and heading of what was understood. */
const columnsOf = ({ columns }: SheetContent) =>
  columns.map(({ column, field, heading }) => `${column} ${field} ${heading}`)
const projectsOf = ({ projects, cells }: SheetContent) =>
  projects.map(({ number, at, rows }) => [
    number,
    cells[at.title],
    rows.map((row) => row.map(({ cell }) => cells[cell])),
  ])

describe('a status sheet as an office lays it out', () => {
  it('is understood: titles, merged headings and areas, further indicators, numbers as shown', async () => {
    const { content, titles, year, report } = await readTable(await midoriSheet())

    expect(titles).toEqual(['資料３', '令和６年度　みどり野圏域　共同事業の実施状況（令和７年度第１回懇談会）'])
    expect(year).toBe(2024)
    expect(content.sheet).toBe('一覧')
    expect(columnsOf(content)).toEqual([
      'A area 政策分野',
      'B number 番号',
      'C title 事業名',
      'D indicator 評価指標',
      'E target 令和６年度 目標',
      'F result 令和６年度 実績',
      'G rating 評価',
      'H division 担当課',
      'I remarks 備考',
    ])
    expect(projectsOf(content)).toEqual([
      [3, '空き家バンクの共同運営', [['登録件数', '15件', '18件', '◎', '住まい課']]],
      [
        5,
        '子ども食堂の\n支援',
        [
          ['開催回数', '12件', '10件', '○', '子育て支援課', '7月は大雨のため中止'],
          ['参加者数', '300人', '120人', '×', '子育て支援課', '7月は大雨のため中止'],
        ],
      ],
      [31, '乗合タクシーの試験運行', [['利用者数', '800人', '0人', '×', '交通課', '車両の納入が遅れたため']]],
    ])
    expect(content.projects.map(({ at }) => at.area)).toEqual(['A6', 'A6', 'A9'])
    expect(content.legend).toEqual([
      { sign: '◎', meaning: '目標を達成', cell: 'A3' },
      { sign: '○', meaning: 'おおむね達成', cell: 'A3' },
      { sign: '×', meaning: '未実施', cell: 'A3' },
    ])
    expect(report).toMatchObject({
      encoding: 'xlsx',
      headingRow: 5,
      skipped: [
        { row: 10, why: 'total', text: '合計' },
        { row: 11, why: 'note', text: '※ 目標と実績は年度末の値' },
      ],
      duplicates: [],
      carried: [],
      formulas: 0,
      hidden: 0,
    })
  })

  it.each([
    [['No.', '連携事業名', 'KPI', '目標値', '実績値', '進捗', '所管課', '特記事項']],
    [['事業番号', '取組名', '成果指標', '令和７年度目標', 'R6実績', '達成状況', '担当部署', '備考欄']],
    [['№', '事業', '評価指標（KPI）', '数値目標', '実績（令和６年度末）', '評価（自己）', '担当', '摘要']],
    [['事業\n番号', '事 業 名', '指　標', '目標', '実績', '判定', '所管', '備　考']],
  ])('may head its columns %j', async (headings) => {
    const { content } = await readTable(csvOf(headings, [1, '朝市', '出店数', 10, 8, '○', '商工課', 'なし']))

    expect(content.columns.map(({ field }) => field)).toEqual([
      ...['number', 'title', 'indicator', 'target', 'result', 'rating', 'division', 'remarks'],
    ])
  })

  it('leaves columns out that it does not understand, and says so', async () => {
    const { report } = await readTable(csvOf(['番号', '事業名', '事業内容', '予算'], [1, '朝市', '毎月', 100]))

    expect(report.ignored).toEqual([
      { column: 'C', heading: '事業内容' },
      { column: 'D', heading: '予算' },
    ])
  })

  it('takes headings and columns from a mapping, by words or by letters', async () => {
    const bytes = csvOf(['整理', 'やること', 'しるし', '評価'], [1, '朝市', '○', '自由記述'])

    const { content } = await readTable(bytes, {
      columns: { number: 'A', title: 'やること', rating: ['しるし'] },
      headerRow: 1,
    })

    expect(columnsOf(content)).toEqual(['A number 整理', 'B title やること', 'C rating しるし'])
  })

  it.each([
    [['◎：達成済み　○：概ね達成　×：未実施'], { '◎': '達成済み', '○': '概ね達成', '×': '未実施' }, ['◎', '○', '×']],
    [
      ['【評価】Ａ…計画どおり、Ｂ…やや遅れ、Ｃ…遅れ'],
      { Ａ: '計画どおり', Ｂ: 'やや遅れ', Ｃ: '遅れ' },
      ['A', 'B', 'C'],
    ],
    [['S=目標を上回る／A=達成／B=未達成'], { S: '目標を上回る', A: '達成', B: '未達成' }, ['S', 'A', 'B']],
    [['①：完了\n②：実施中\n③：未着手'], { '①': '完了', '②': '実施中', '③': '未着手' }, ['①', '②', '③']],
    [['※ 評価の「×」は未実施'], { '×': '未実施' }, ['×']],
    [['（◎:80%以上、△:50%以上80%未満、✕:50%未満）'], { '◎': '80%以上', '△': '50%以上80%未満', '✕': '50%未満' }, ['◎']],
    [['評価は担当課による。'], {}, ['A']],
    [['B：資料の番号'], {}, ['◎']],
  ])('takes the legend from %j', async (lines, meanings, signs) => {
    const rows = signs.map((sign, at) => [at + 1, `事業${at + 1}`, '', '', '', sign, '', ''])

    const { content } = await readTable(csvOf(...lines.map((line) => [line]), head, ...rows))

    expect(Object.fromEntries(content.legend.map(({ sign, meaning }) => [sign, meaning]))).toEqual(meanings)
  })

  it('takes a legend from two cells beside each other, below the table too', async () => {
    const { content } = await readTable(
      csvOf(head, [1, '朝市', '', '', '', '○', '', ''], [], ['○', '実施した'], ['×', '実施していない']),
    )

    expect(content.legend.map(({ sign, meaning, cell }) => `${sign} ${meaning} ${cell}`)).toEqual([
      '○ 実施した B4',
      '× 実施していない B5',
    ])
  })

  it('leaves a sign without a meaning that is explained in two ways', async () => {
    const { content, report } = await readTable(
      csvOf(['○：達成　×：未実施'], head, [1, '朝市', '', '', '', '○', '', ''], [], ['○：継続']),
    )

    expect(content.legend.map(({ sign }) => sign)).toEqual(['×'])
    expect(report.conflicts).toEqual(['○'])
  })

  it.each([
    ['令和７年度　実施状況', 2025],
    ['実施状況（Ｒ７年度）', 2025],
    ['R7 実施状況', 2025],
    ['令和元年度実施状況', 2019],
    ['2025年度の状況', 2025],
    ['令和７年度第１回懇談会', null],
    ['令和６年度及び令和７年度の状況', null],
    ['実施状況', null],
  ])('is of the year that %j names: %s', async (title, year) => {
    expect((await readTable(csvOf([title], head, [1, '朝市']))).year).toBe(year)
  })

  it('is of the year in the headings of its results where the titles name none', async () => {
    const bytes = csvOf(['番号', '事業名', 'R7目標', 'R6実績'], [1, '朝市', 10, 8])

    expect((await readTable(bytes)).year).toBe(2024)
  })

  it('gives rows over the whole width to the policy area of what follows, and says so', async () => {
    const { content, report } = await readTable(
      csvOf(['番号', '事業名', '評価'], ['１　暮らし'], [1, '見守り', '○'], ['２　産業'], [2, '朝市', '×']),
    )

    expect(content.projects.map(({ at }) => at.area)).toEqual(['A2', 'A4'])
    expect(report.sections).toEqual([
      { row: 2, text: '１　暮らし' },
      { row: 4, text: '２　産業' },
    ])
  })

  it('carries a policy area down blank cells, and says for which', async () => {
    const { content, report } = await readTable(
      csvOf(['分野', '番号', '事業名'], ['１　暮らし', 1, '見守り'], ['', 2, '子ども食堂']),
    )

    expect(content.projects.map(({ at }) => at.area)).toEqual(['A2', 'A2'])
    expect(report.carried).toEqual([2])
  })

  it('reports every row that is no project', async () => {
    const { content, report } = await readTable(
      csvOf(
        head,
        [1, '朝市'],
        head,
        ['２番目', '番号のない事業', '', '', '', '○'],
        ['', '番号が空の事業', '', '', '', '○'],
        [4, ''],
        [5, '見守り（再掲）'],
        ['小計', '', '', 10],
        ['※ 注記'],
      ),
    )

    expect(content.projects.map(({ number }) => number)).toEqual([1])
    expect(report.skipped.map(({ row, why }) => `${row} ${why}`)).toEqual([
      ...['3 again', '4 number-unreadable', '5 no-number', '6 no-title', '7 listed-elsewhere', '8 total', '9 note'],
    ])
  })

  it('names numbers that stand twice', async () => {
    const { report } = await readTable(csvOf(head, [1, '朝市'], ['No.1', '夜市'], ['２', '見守り'], ['(2)', '声かけ']))

    expect(report.duplicates).toEqual([1, 2])
  })

  it('reads what formulas have come to, and names those without a result', async () => {
    const bytes = await xlsxBytes((book) => {
      const sheet = book.addWorksheet('一覧')
      sheet.addRows([['番号', '事業名', '実績']])
      sheet.getCell('A2').value = { formula: 'ROW()-1', result: 1 }
      sheet.getCell('B2').value = '朝市'
      sheet.getCell('C2').value = { formula: 'SUM(D2:D9)' } as never
    })

    const { content, report } = await readTable(bytes)

    expect(projectsOf(content)).toEqual([[1, '朝市', [[]]]])
    expect(report).toMatchObject({ formulas: 1, blank: ['C2'] })
  })

  it('leaves hidden rows and columns out, and counts them', async () => {
    const bytes = await xlsxBytes((book) => {
      const sheet = book.addWorksheet('一覧')
      sheet.addRows([
        ['番号', '事業名', '備考'],
        [1, '朝市', '内部メモ'],
        [2, '未公表の事業', ''],
      ])
      sheet.getRow(3).hidden = true
      sheet.getColumn(3).hidden = true
    })

    const { content, report } = await readTable(bytes)

    expect(projectsOf(content)).toEqual([[1, '朝市', [[]]]])
    expect(report.hidden).toBe(4)
    expect(JSON.stringify(content)).not.toContain('メモ')
  })
})

describe('a CSV', () => {
  const text = '番号,事業名,評価\r\n1,"朝市、""夜市""\r\nの支援",○\r\n'

  it.each([
    ['utf-8', new TextEncoder().encode(text)],
    ['utf-8', new TextEncoder().encode(`\ufeff${text}`)],
    ['shift_jis', Buffer.from('94d48d862c8e968bc696bc2c955d89bf0d0a312c92a98e732c819b0d0a', 'hex')],
  ])('is read in %s, and says so', async (encoding, bytes) => {
    const { content, report } = await readTable(bytes)

    expect(report.encoding).toBe(encoding)
    expect(projectsOf(content)).toEqual([[1, encoding === 'utf-8' ? '朝市、"夜市"\nの支援' : '朝市', [['○']]]])
  })

  it.each([
    [new TextEncoder().encode('番号,事業名\n1,"朝市'), 'broken'],
    [Buffer.from('8180ff00fe', 'hex'), 'encoding'],
  ])('that is none is refused', async (bytes, problem) => {
    await expect(readStatusSheet(bytes, { columns: {} })).rejects.toMatchObject({ code: 'file-unreadable', problem })
  })
})

describe('a file whose table is not understood', () => {
  const problemOf = async (bytes: Uint8Array, mapping = {}) => {
    const reading = await readStatusSheet(bytes, { columns: {}, ...mapping })
    return reading.kind === 'problem' ? reading.problem : null
  }
  const twoSheets = () =>
    xlsxBytes((book) => {
      for (const name of ['案１', '案２'])
        book.addWorksheet(name).addRows([
          ['番号', '事業名'],
          [1, '朝市'],
        ])
    })

  it('says why, and which sheets there are', async () => {
    expect(await problemOf(csvOf(['氏名', '住所'], ['a', 'b']))).toEqual({ why: 'no-table', sheets: [''] })
    expect(await problemOf(csvOf(head, ['※ なし']))).toMatchObject({ why: 'no-projects' })
    expect(await problemOf(await twoSheets())).toEqual({ why: 'which-sheet', sheets: ['案１', '案２'] })
    expect(await problemOf(await twoSheets(), { sheet: '案３' })).toMatchObject({ why: 'no-such-sheet', name: '案３' })
    expect(await problemOf(csvOf(head, [1, 'あ'.repeat(5001)]))).toMatchObject({ why: 'too-much' })
  })

  it.each([
    ['brackets that never close', '「'.repeat(30_000)],
    ['a legend of blanks', `◎：${'　'.repeat(30_000)}x`],
    ['blanks and a line', `${' '.repeat(30_000)}x\ny`],
  ])(
    'takes no time over a cell of %s, wherever it stands',
    async (_, text) => {
      const reading = await readStatusSheet(csvOf([text], [text, text], [...head, text], [1, '学び'], ['', text]), {
        columns: {},
      })

      // A minute and more, where it is looked through again from each of its characters.
      expect(reading.kind).toBe('read')
    },
    20_000,
  )

  it('is too much where it has more columns than a list has', async () => {
    const wide = Array.from({ length: 15_000 }, () => 'x')

    expect(await problemOf(csvOf([...head, ...wide], [1, '学び', ...wide]))).toMatchObject({ why: 'too-much' })
  })

  it('is understood where the sheet is named', async () => {
    const { content, report } = await readTable(await twoSheets(), { sheet: '案２' })

    expect(content.sheet).toBe('案２')
    expect(report.otherSheets).toEqual(['案１'])
  })

  it('is the empty form, until something is filled in', async () => {
    const form = await sheetTemplate()

    expect(await problemOf(form)).toMatchObject({ why: 'no-projects' })
  })
})

describe('any table', () => {
  const text = fc.string({ unit: fc.constantFrom(...'事業◎○×１2、。：\n 「」=+あA計※R'.split('')), maxLength: 12 })

  it('keeps every cell that it takes exactly as the file has it', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(30), fc.array(text, { minLength: 7, maxLength: 7 })), { minLength: 1, maxLength: 12 }),
        async (rows) => {
          const table = rows.map(([number, cells]) => [number, ...cells])
          const reading = await readStatusSheet(csvOf(head, ...table), { columns: {} })
          if (reading.kind === 'problem') return
          for (const [address, shown] of Object.entries(reading.content.cells)) {
            const column = address.charCodeAt(0) - 65
            expect(shown).toBe(String([head, ...table][Number(address.slice(1)) - 1]?.[column]))
          }
        },
      ),
      { numRuns: 300 },
    )
  })
})
