import exceljs from 'exceljs'
import type { InquirySheet } from '../conversation/inquiry-paper.ts'

const font = { name: 'ＭＳ 明朝', family: 1, size: 10.5 } as const
const line = { style: 'thin' } as const
const border = { top: line, left: line, bottom: line, right: line } as const
/** Widths in Excel's unit, about one half-width character each: together what A4 landscape has room for. */
const widths = { receipt: 11, agenda: 14, project: 18, opinion: 46, answer: 46, remark: 16 } as const
type Column = keyof typeof widths
const columns = Object.keys(widths) as readonly Column[]

/** Points of a line of text, and the most that Excel lets a row have. */
const lineHeight = 14
const tallest = 400

/**
 * An inquiry's file: A4 landscape, the headings repeated on every page, every text a string that no program computes. What
 * it is known by stands in the head, and on a hidden sheet. Nobody is named in its properties.
 */
export async function writeInquiryWorkbook(paper: InquirySheet): Promise<Uint8Array> {
  const book = new exceljs.Workbook()
  const made = new Date(paper.at)
  const [maker = ''] = paper.token.split('/')
  Object.assign(book, { creator: maker, lastModifiedBy: maker, created: made, modified: made })
  const sheet = book.addWorksheet(paper.title, {
    pageSetup: {
      ...{ paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
      margins: { left: 0.5, right: 0.5, top: 0.6, bottom: 0.6, header: 0.3, footer: 0.3 },
    },
    headerFooter: { oddFooter: '&C&P / &N' },
  })
  sheet.columns = columns.map((key) => ({ key, width: widths[key] }))
  const last = columns.length
  const title = sheet.addRow([literal(paper.title)])
  title.font = { ...font, size: 14, bold: true }
  for (const [label, text] of paper.head) {
    const row = sheet.addRow([literal(label), literal(text)])
    row.font = font
    row.alignment = { vertical: 'top', wrapText: true }
    sheet.mergeCells(row.number, 2, row.number, last)
    row.height = lineHeight * linesOf(text, widthFrom(1)) + 3
  }
  for (const text of paper.instructions) {
    const row = sheet.addRow([literal(text)])
    row.font = font
    row.alignment = { vertical: 'top', wrapText: true }
    sheet.mergeCells(row.number, 1, row.number, last)
    row.height = lineHeight * linesOf(text, widthFrom(0)) + 3
  }
  const header = sheet.addRow(columns.map((key) => literal(paper.columns[key])))
  header.font = { ...font, bold: true }
  header.alignment = { vertical: 'middle', horizontal: 'center', wrapText: true }
  header.eachCell((cell) => {
    Object.assign(cell, { border, fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFE7E6E6' } } })
  })
  sheet.pageSetup.printTitlesRow = `${header.number}:${header.number}`
  sheet.views = [{ state: 'frozen', ySplit: header.number }]
  for (const row of paper.rows) addRow(sheet, row)
  const mark = book.addWorksheet('照会番号', { state: 'veryHidden' })
  mark.addRow([literal(paper.token)])
  return new Uint8Array(await book.xlsx.writeBuffer())
}

/** A text too long for one row of Excel's has several, merged into one cell. */
function addRow(sheet: exceljs.Worksheet, texts: Readonly<Record<Column, string>>): void {
  const height = lineHeight * Math.max(...columns.map((key) => linesOf(texts[key], widths[key]))) + 4
  const count = Math.max(1, Math.ceil(height / tallest))
  const first = sheet.addRow(columns.map((key) => literal(texts[key])))
  for (let more = 1; more < count; more++) sheet.addRow([])
  for (let at = first.number; at < first.number + count; at++) sheet.getRow(at).height = Math.ceil(height / count)
  columns.forEach((_, index) => {
    if (count > 1) sheet.mergeCells(first.number, index + 1, first.number + count - 1, index + 1)
    for (let at = first.number; at < first.number + count; at++)
      Object.assign(sheet.getCell(at, index + 1), {
        ...{ font, border, alignment: { vertical: 'top', wrapText: true }, numFmt: '@' },
      })
  })
}

/** `_x0041_` means a character in this format; where it is text, its first sign is spelled out. */
function literal(text: string): string {
  return text.replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/gu, '_x005F_')
}

function widthFrom(index: number): number {
  return columns.slice(index).reduce((sum, key) => sum + widths[key], 0)
}

/** Lines that a text takes in a column, full-width characters as two; rather one too many. */
function linesOf(text: string, width: number): number {
  return text
    .split('\n')
    .map((one) =>
      Math.max(1, Math.ceil([...one].reduce((sum, sign) => sum + (sign < '\u0100' ? 1 : 2.1), 0) / (width - 1))),
    )
    .reduce((sum, lines) => sum + lines, 0)
}
