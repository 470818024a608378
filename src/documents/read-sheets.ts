import exceljs from 'exceljs'
import { strFromU8, strToU8, zipSync } from 'fflate'
import { cleanText } from '../opinions/clean-text.ts'
import { FileFault } from './file-fault.ts'
import { nameLocalFormats } from './local-formats.ts'
import { columnIndex } from './read-csv.ts'
import { showNumber } from './show-number.ts'
import type { Cell, Sheet } from './workbook.ts'

/** What of a sheet is no text; exceljs would spread some of it (validations) over a million cells. */
const ignoreNodes = [
  'dataValidations',
  'conditionalFormatting',
  'hyperlinks',
  'drawing',
  'legacyDrawing',
  'picture',
  'tableParts',
  'extLst',
  'autoFilter',
  'headerFooter',
  'pageSetup',
  'rowBreaks',
  'sheetProtection',
]
/** UTF-16 units of all cells: one text may stand in many cells, and is small in the file. */
const mostCharacters = 10e6
const millisecondsOfDay = 86_400_000
/** Day numbers count from the end of 1899, or in files of old Macs from 1904. */
const epochs = { 1900: Date.UTC(1899, 11, 30), 1904: Date.UTC(1904, 0, 1) }

/** Reads the sheets out of the parts of an xlsx. @throws FileFault `too-large`; whatever exceljs throws */
export async function readSheets(parts: Readonly<Record<string, Uint8Array>>, most: number): Promise<readonly Sheet[]> {
  if (mergedCells(Object.values(parts)) > most) throw new FileFault('too-large')
  const book = new exceljs.Workbook()
  const plain = Object.fromEntries(Object.entries(parts).map(([name, bytes]) => [name, prepared(name, bytes)]))
  await book.xlsx.load(toArrayBuffer(zipSync(plain, { level: 0 })), { ignoreNodes })
  const old = book.properties.date1904 === true
  let cells = 0
  let characters = 0
  return book.worksheets.map((sheet) => {
    const rows: Cell[][] = []
    sheet.eachRow((row) => {
      const read: Cell[] = []
      row.eachCell((cell) => {
        cells += 1
        if (cells > most) throw new FileFault('too-large')
        const one = readCell(cell, row.hidden || sheet.getColumn(cell.col).hidden, old)
        characters += one.text.length
        if (characters > mostCharacters) throw new FileFault('too-large')
        if (one.text !== '' || one.formula) read.push(one)
      })
      if (read.length > 0) rows.push(read)
    })
    return { name: sheet.name, hidden: sheet.state !== 'visible', rows }
  })
}

/**
 * Names (as of print areas) are of no use here, and a large one costs as many cells; styles get what Excel leaves out.
 * exceljs reads `_x0041_` as a character in shared strings and in rich text, but nowhere else: there it is put so that what
 * comes out of it is `_x0041_` too, and is read once wherever it stands.
 */
function prepared(name: string, bytes: Uint8Array): Uint8Array {
  if (/^xl\/(?:sharedStrings|worksheets\/)/u.test(name)) {
    if (!Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes('_x')) return bytes
    const xml = strFromU8(bytes)
    return strToU8(name === 'xl/sharedStrings.xml' ? spelledOut(xml) : xml.replaceAll(/<r>[\s\S]*?<\/r>/gu, spelledOut))
  }
  if (name === 'xl/workbook.xml')
    return strToU8(strFromU8(bytes).replace(/<definedNames\b[^>]*>[\s\S]*?<\/definedNames>/u, ''))
  return name === 'xl/styles.xml' ? strToU8(nameLocalFormats(strFromU8(bytes))) : bytes
}

/** How many cells are merged: exceljs makes each of them one by one. */
function mergedCells(parts: readonly Uint8Array[]): number {
  const area = /<mergeCell\b[^>]*\bref="([A-Z]+)(\d+):([A-Z]+)(\d+)"/gu
  return parts
    .filter((bytes) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes('<mergeCell'))
    .flatMap((bytes) => [...strFromU8(bytes).matchAll(area)])
    .reduce((sum, [, left = '', top, right = '', bottom]) => {
      const columns = columnIndex(right) - columnIndex(left) + 1
      return sum + Math.abs(columns * (Number(bottom) - Number(top) + 1))
    }, 0)
}

function spelledOut(xml: string): string {
  return xml.replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/gu, '_x005F_')
}

function toArrayBuffer(bytes: Uint8Array): ArrayBuffer {
  const copy = new ArrayBuffer(bytes.length)
  new Uint8Array(copy).set(bytes)
  return copy
}

function readCell(cell: exceljs.Cell, hidden: boolean, old: boolean): Cell {
  const master = cell.isMerged && cell.master.address !== cell.address ? cell.master : null
  const shownBy = master ?? cell
  const { text, number } = shown(shownBy.value, shownBy.numFmt, old)
  return {
    row: Number(cell.row),
    column: cell.address.replace(/\d+$/u, ''),
    text,
    number,
    formula: cell.formula !== undefined && cell.formula !== '',
    mergedInto: master?.address ?? null,
    hidden,
  }
}

function shown(
  value: exceljs.CellValue,
  format: string | undefined,
  old: boolean,
): { readonly text: string; readonly number: number | null } {
  if (value === null || value === undefined) return { text: '', number: null }
  if (typeof value === 'string') return { text: unescaped(value), number: null }
  if (typeof value === 'boolean') return { text: value ? 'TRUE' : 'FALSE', number: null }
  if (typeof value === 'number')
    return Number.isFinite(value) ? { text: showNumber(value, format), number: value } : { text: '', number: null }
  if (value instanceof Date) {
    const day = (value.getTime() - (old ? epochs[1904] : epochs[1900])) / millisecondsOfDay
    const number = day + (old ? (epochs[1904] - epochs[1900]) / millisecondsOfDay : 0)
    return { text: showNumber(number, format), number }
  }
  if ('richText' in value) return { text: unescaped(value.richText.map(({ text }) => text).join('')), number: null }
  if ('error' in value) return { text: value.error, number: null }
  if ('formula' in value || 'sharedFormula' in value) return shown(value.result ?? null, format, old)
  return 'text' in value ? shown(value.text, format, old) : { text: '', number: null }
}

/** `_x000D_` is how Excel writes a character that XML has no place for. */
function unescaped(text: string): string {
  const plain = text.replaceAll(/_x([0-9A-Fa-f]{4})_/gu, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  )
  return cleanText(plain).text
}
