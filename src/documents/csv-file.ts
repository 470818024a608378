import Papa from 'papaparse'
import { printableText } from './printable-text.ts'

declare global {
  /** Of the web's own types, which those of papaparse rest on. */
  type BufferSource = ArrayBufferView | ArrayBuffer
}

/**
 * What a table of figures takes for a formula: these signs, full-width ones too, first or after blanks. Such a cell gets an
 * apostrophe in front.
 */
const formula = /^[\s\ufeff]*[=+\-@＝＋－＠−\t\r]/u

/** A table as CSV that spreadsheets open as it is: UTF-8 with a byte order mark, CRLF, every cell quoted. */
export function csvFile(rows: readonly (readonly string[])[]): string {
  const safe = rows.map((cells) => cells.map(printableText))
  return `\ufeff${Papa.unparse(safe, { quotes: true, newline: '\r\n', escapeFormulae: formula })}\r\n`
}
