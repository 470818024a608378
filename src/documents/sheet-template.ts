import exceljs from 'exceljs'

const headings = [
  { heading: '政策分野', width: 24 },
  { heading: '番号', width: 8 },
  { heading: '事業名', width: 36 },
  { heading: '評価指標', width: 28 },
  { heading: '目標', width: 16 },
  { heading: '実績', width: 16 },
  { heading: '評価', width: 8 },
  { heading: '担当課', width: 18 },
  { heading: '備考', width: 36 },
]
const notes = [
  '1行目に資料の名称（資料３ など）、2行目に一覧の名称と年度、3行目に評価の記号の意味（◎：… ○：… ×：…）を記入してください。',
  '一つの事業に評価指標が複数あるときは、次の行に続け、番号と事業名は空欄のままにしてください。',
  '政策分野は「２　…」のように番号を付けて記入してください。同じ分野が続く行は、セルを結合して構いません。',
  '番号は整数で、同じ番号を二度使わないでください。合計の行、非表示の行と列は取り込まれません。',
]
/** Rows with borders to fill in. */
const rows = 100
/** The row of the headings; three rows above it are for titles and the legend. */
const head = 5

/** An empty status sheet (資料３) as an xlsx, which `readStatusSheet` understands once it is filled in. */
export async function sheetTemplate(): Promise<Uint8Array> {
  const book = new exceljs.Workbook()
  const font = { name: 'ＭＳ 明朝', size: 11 }
  const line = { style: 'thin' } as const
  const border = { top: line, bottom: line, left: line, right: line }
  const sheet = book.addWorksheet('一覧', { views: [{ state: 'frozen', ySplit: head }] })
  sheet.columns = headings.map(({ width }) => ({ width, style: { font } }))
  sheet.getRow(head).values = headings.map(({ heading }) => heading)
  sheet.getRow(head).font = { ...font, bold: true }
  for (let row = head; row <= head + rows; row++)
    for (let column = 1; column <= headings.length; column++) {
      const cell = sheet.getCell(row, column)
      cell.border = border
      cell.alignment = { vertical: 'top', wrapText: true }
    }
  const how = book.addWorksheet('記入の仕方')
  how.columns = [{ width: 120, style: { font } }]
  how.addRows(notes.map((note) => [note]))
  return new Uint8Array(await book.xlsx.writeBuffer())
}
