import exceljs from 'exceljs'
import { describe, expect, it } from 'vitest'
import { sheetTemplate } from '../../src/documents/sheet-template.ts'
import { readTable } from '../support/status-sheet.ts'

describe('the empty status sheet', () => {
  it('is understood in all its columns once it is filled in', async () => {
    const book = new exceljs.Workbook()
    const form = await sheetTemplate()
    const copy = new ArrayBuffer(form.length)
    new Uint8Array(copy).set(form)
    await book.xlsx.load(copy)
    const sheet = book.getWorksheet('一覧')
    if (sheet === undefined) throw new Error('no sheet')
    sheet.getCell('A1').value = '資料３'
    sheet.getCell('A3').value = '○：実施　×：未実施'
    sheet.getRow(6).values = ['１　暮らし', 1, '見守り', '登録者数', '100人', '120人', '○', '福祉課', '備考の文']

    const { content, report } = await readTable(new Uint8Array(await book.xlsx.writeBuffer()))

    expect(content.columns.map(({ field }) => field)).toEqual([
      ...['area', 'number', 'title', 'indicator', 'target', 'result', 'rating', 'division', 'remarks'],
    ])
    expect(content.projects.map(({ number }) => number)).toEqual([1])
    expect(content.legend.map(({ meaning }) => meaning)).toEqual(['実施', '未実施'])
    expect(report).toMatchObject({ ignored: [], skipped: [], otherSheets: ['記入の仕方'] })
  })
})
