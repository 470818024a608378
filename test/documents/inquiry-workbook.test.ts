import exceljs from 'exceljs'
import fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import type { InquirySheet } from '../../src/conversation/inquiry-paper.ts'
import { readInquiryPaper } from '../../src/conversation/inquiry-paper.ts'
import { readInquiryFile } from '../../src/documents/inquiry-rows.ts'
import { writeInquiryWorkbook } from '../../src/documents/inquiry-workbook.ts'
import { mangle, openInquiryDesk, order, tableOf } from '../support/inquiry-desk.ts'

async function paperOf(id: string) {
  await using desk = await openInquiryDesk()
  await desk.draft('R8-001-1', '検討してまいりたい。')
  await desk.inquire({ do: 'write', input: order })
  return (await readInquiryPaper(desk.base, id)) ?? expect.unreachable()
}

const { sheet: sound } = await paperOf('2026-1.1')
const withRow = (row: Partial<InquirySheet['rows'][number]>): InquirySheet => ({
  ...sound,
  rows: [{ receipt: 'R8-001-1', agenda: '', project: '', opinion: '', answer: '', remark: '', ...row }],
})

function emptyRows(sheet: exceljs.Worksheet, from: number, to: number): void {
  for (let at = from; at <= to; at++) for (let column = 1; column <= 6; column++) sheet.getCell(at, column).value = null
}

async function opened(bytes: Uint8Array): Promise<exceljs.Workbook> {
  const book = new exceljs.Workbook()
  await book.xlsx.load(bytes.slice().buffer)
  return book
}

describe('the file of an inquiry', () => {
  it('says who asks whom until when, and shows each item under its heading with the draft there is', async () => {
    const book = await opened(await writeInquiryWorkbook(sound))
    const lines: (readonly string[])[] = []
    book.worksheets[0]?.eachRow((row) => {
      lines.push([1, 2, 3, 4, 5, 6].map((column) => row.getCell(column).text))
    })

    expect(lines[0]?.[0]).toBe('照会票')
    expect(lines.slice(1, 6).map(([label, text]) => [label, text])).toEqual([
      ['会議', '令和８年度第１回さっぽろ連携中枢都市圏ビジョン懇談会'],
      ['照会番号', 'sapporo-vision/2026-1.1'],
      ['照会先', '環境課御担当者様'],
      ['回答期限', '令和8年9月10日（木）17時まで'],
      ['問合せ先', '企画課 山田（内線1234）'],
    ])
    expect(lines[6]?.[0]).toContain('文体は「だ・である」調とし、該当がない場合もその旨御記入願います')
    expect(lines.slice(9)).toEqual([
      ['受付番号', '議題', '事業', '御意見', '考え方（案）', '備考'],
      [
        ...['R8-001-1', '', 'No.34「脱炭素に向けた取組の推進」', '【（１）】\n脱炭素の取組について伺いたい。'],
        ...['検討してまいりたい。', '主担当：環境課\n関係課：農政課'],
      ],
      [
        ...['R8-001-2', '', 'No.34「脱炭素に向けた取組の推進」', '【（２）】\n特区の見通しを伺いたい。'],
        ...['', '主担当：環境課\n関係課：農政課'],
      ],
    ])
  })

  it('is printed on A4 across, its headings on every page, in a plain font, every text wrapped', async () => {
    const sheet = (await opened(await writeInquiryWorkbook(sound))).worksheets[0] ?? expect.unreachable()
    const { header, column } = tableOf(sheet)

    expect(sheet.pageSetup).toMatchObject({ paperSize: 9, orientation: 'landscape', fitToWidth: 1, fitToHeight: 0 })
    expect(sheet.pageSetup.printTitlesRow).toBe(`${header}:${header}`)
    const cell = sheet.getRow(header + 1).getCell(column('御意見'))
    expect(cell).toMatchObject({ font: { name: 'ＭＳ 明朝' }, alignment: { wrapText: true } })
  })

  it('names no member, in no part of it', async () => {
    await using desk = await openInquiryDesk()
    await desk.inquire({ do: 'write', input: order })
    const people = (await desk.records.list('members')).flatMap(({ value: { id, name } }) => [
      ...[id, name, name.replaceAll(/\s/gu, ''), ...name.split(/\s+/u)],
    ])

    for (const id of ['2026-1.1', '2026-1.2', '2026-1.3']) {
      const parts = unzipSync(await desk.fileOf(id))
      const all = Object.entries(parts).map(([name, bytes]) => `${name} ${strFromU8(bytes)}`)
      expect(all.length).toBeGreaterThan(8)
      expect(all.join('\n')).toContain('R8-00')
      for (const name of people) expect(all.filter((part) => part.includes(name))).toEqual([])
    }
  })

  it('has its texts as strings that no program computes', async () => {
    const formula = '=HYPERLINK("http://example.jp","x")'
    const bytes = await writeInquiryWorkbook(withRow({ opinion: formula, answer: '@SUM(1)' }))
    const parts = unzipSync(bytes)

    const sheet = (await opened(bytes)).worksheets[0] ?? expect.unreachable()
    const { header, column } = tableOf(sheet)

    expect(sheet.getRow(header + 1).getCell(column('御意見')).value).toBe(formula)
    for (const part of Object.values(parts)) expect(strFromU8(part)).not.toContain('<f>')
  })

  it('shows all of a text that is too long for one row', async () => {
    const opinion = '長い文面。'.repeat(2000)
    const bytes = await writeInquiryWorkbook(withRow({ opinion }))

    const sheet = (await opened(bytes)).worksheets[0] ?? expect.unreachable()
    const { header } = tableOf(sheet)
    const heights = sheet.getRows(header + 1, sheet.rowCount - header)?.map(({ height }) => height) ?? []
    const read = await readInquiryFile(bytes)

    expect(Math.max(...heights)).toBeLessThan(409)
    expect(heights.reduce((sum, height) => sum + height, 0)).toBeGreaterThan((opinion.length / 22) * 13)
    expect(read).toMatchObject({
      rows: [{ receipt: 'R8-001-1', opinion }, ...heights.slice(1).map(() => ({ opinion }))],
    })
  })

  it('comes back as it went, whatever the texts', async () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 60 }).map((one) => one.replaceAll(/_x[\dA-Fa-f]{4}_/gu, ''))
    await fc.assert(
      fc.asyncProperty(text, text, async (opinion, answer) => {
        const read = await readInquiryFile(await writeInquiryWorkbook(withRow({ opinion, answer })))

        expect(read).toMatchObject({
          ...{ kind: 'rows', tokens: [{ committee: 'sapporo-vision', inquiry: '2026-1.1' }] },
          rows: [{ receipt: 'R8-001-1', opinion, answer, formula: false, merged: false }],
        })
      }),
      { numRuns: 25 },
    )
  })
})

describe('a file that comes back', () => {
  it.each([
    ['its hidden sheet dropped', (_: exceljs.Worksheet, book: exceljs.Workbook): void => book.removeWorksheet(2)],
    ['its head deleted', (sheet: exceljs.Worksheet): void => emptyRows(sheet, 1, 9)],
    [
      'its number in full width',
      (sheet: exceljs.Worksheet): void =>
        void Object.assign(sheet.getCell('B3'), { value: 'Ｓapporo-vision／２０２６-１.１' }),
    ],
  ])('is known with %s', async (_, change: Parameters<typeof mangle>[1]) => {
    const bytes = await mangle(await writeInquiryWorkbook(sound), change)

    expect(await readInquiryFile(bytes)).toMatchObject({
      tokens: [{ committee: 'sapporo-vision', inquiry: '2026-1.1' }],
      rows: [{ receipt: 'R8-001-1' }, { receipt: 'R8-001-2' }],
    })
  })

  it.each([
    ['a row of headings gone', 'no-columns', (sheet: exceljs.Worksheet): void => emptyRows(sheet, 10, 10)],
    [
      'a second column of answers',
      'columns-twice',
      (sheet: exceljs.Worksheet): void => void Object.assign(sheet.getCell('H10'), { value: '考え方（修正案）' }),
    ],
  ] as const)('is not read with %s', async (_, problem, change: (sheet: exceljs.Worksheet) => void) => {
    const bytes = await mangle(await writeInquiryWorkbook(sound), change)

    expect(await readInquiryFile(bytes)).toEqual({ kind: 'unreadable', problem })
  })

  it('is not read where it is larger than may be', async () => {
    expect(await readInquiryFile(await writeInquiryWorkbook(sound), { bytes: 100 })).toEqual({
      ...{ kind: 'unreadable', problem: 'too-large' },
    })
  })
})
