import { readStatusSheet } from '../../src/documents/read-status-sheet.ts'
import type { SheetMapping } from '../../src/documents/sheet-mapping.ts'
import type { SheetImport } from '../../src/opinions/import-sheet.ts'
import type { SheetReading } from '../../src/opinions/sheet-reading.ts'
import type { StatusSheet } from '../../src/record/status-sheet.ts'
import { hashOf } from '../../src/storage/kept-files.ts'
import { xlsxBytes } from './xlsx-bytes.ts'

type Read = Extract<SheetReading, { readonly kind: 'read' }>

export const csvOf = (...rows: readonly (readonly (string | number)[])[]) =>
  new TextEncoder().encode(
    rows.map((row) => row.map((cell) => `"${String(cell).replaceAll('"', '""')}"`).join(',')).join('\r\n'),
  )

/** An invented list of the invented committee's, as an office lays it out: titles, a legend, merged areas, two indicators of one project. */
export async function midoriSheet(): Promise<Uint8Array> {
  return await xlsxBytes((book) => {
    const sheet = book.addWorksheet('一覧')
    sheet.addRows([
      ['資料３'],
      ['令和６年度　みどり野圏域　共同事業の実施状況（令和７年度第１回懇談会）'],
      ['◎：目標を達成　○：おおむね達成　×：未実施'],
      ['政策分野', '番号', '事業名', '評価指標', '令和６年度', '', '評価', '担当課', '備考'],
      ['', '', '', '', '目標', '実績', '', '', ''],
      ['１　暮らしの安心', 3, '空き家バンクの共同運営', '登録件数', 15, 18, '◎', '住まい課', ''],
      ['', 5, '子ども食堂の\n支援', '開催回数', 12, 10, '○', '子育て支援課', '7月は大雨のため中止'],
      ['', '', '', '参加者数', 300, 120, '×', '', ''],
      ['２　移動手段の確保', 31, '乗合タクシーの試験運行', '利用者数', 800, 0, '×', '交通課', '車両の納入が遅れたため'],
      ['', '', '合計', '', '', '', '', '', ''],
      ['※ 目標と実績は年度末の値'],
    ])
    sheet.mergeCells('A2:I2')
    sheet.mergeCells('A6:A8')
    for (const column of ['A', 'B', 'C', 'D', 'G', 'H', 'I']) sheet.mergeCells(`${column}4:${column}5`)
    sheet.mergeCells('E4:F4')
    for (const column of ['B', 'C', 'H', 'I']) sheet.mergeCells(`${column}7:${column}8`)
    for (const address of ['E7', 'F7', 'E6', 'F6']) sheet.getCell(address).numFmt = '#,##0"件"'
    for (const address of ['E8', 'F8', 'E9', 'F9']) sheet.getCell(address).numFmt = '#,##0"人"'
  })
}

/** What is read of a file, where its table is understood. */
export async function readTable(bytes: Uint8Array, mapping: Partial<SheetMapping> = {}): Promise<Read> {
  const reading = await readStatusSheet(bytes, { columns: {}, ...mapping })
  if (reading.kind === 'problem') throw new Error(reading.problem.why)
  return reading
}

/** An import of a file as the command makes it. */
export async function sheetImport(bytes: Uint8Array, change: Partial<SheetImport> = {}): Promise<SheetImport> {
  return {
    file: { name: '資料３.xlsx', sha256: hashOf(bytes) },
    reading: await readStatusSheet(bytes, { columns: {} }),
    meeting: '2025-1',
    id: null,
    name: null,
    title: null,
    year: null,
    ...change,
  }
}

/** A file as an accepted document of the record. */
export async function sheetDocument(bytes: Uint8Array, change: Partial<StatusSheet> = {}): Promise<StatusSheet> {
  const { content, year } = await readTable(bytes)
  return {
    id: '2025-1-sheet',
    title: '資料３',
    file: { name: '資料３.xlsx', sha256: hashOf(bytes) },
    meeting: { id: '2025-1', name: '令和７年度第１回', fiscalYear: 2025, number: 1 },
    year,
    ...content,
    ...change,
  }
}
