import papaparse from 'papaparse'
import { cleanText } from '../opinions/clean-text.ts'
import { FileFault } from './file-fault.ts'
import { type Cell, type Sheet, type WorkbookLimits, workbookLimits } from './workbook.ts'

declare global {
  /** Of the web's own types, which those of papaparse rest on. */
  type BufferSource = ArrayBufferView | ArrayBuffer
}

export type CsvEncoding = 'utf-8' | 'shift_jis'

/**
 * Reads a CSV (comma, semicolon or tab) in UTF-8, with or without a byte order mark, else in Shift_JIS; `row` counts
 * records, as Excel does.
 * @throws FileFault (`file-unreadable`) where it is neither, has an open quote, or is too large
 */
export function readCsv(
  bytes: Uint8Array,
  limits: Partial<Pick<WorkbookLimits, 'bytes' | 'cells'>> = {},
): { readonly sheet: Sheet; readonly encoding: CsvEncoding } {
  const most = { ...workbookLimits, ...limits }
  if (bytes.length > most.bytes) throw new FileFault('too-large')
  const { text, encoding } = decode(bytes)
  if (text.includes('\0')) throw new FileFault('encoding')
  const { data, errors } = papaparse.parse<string[]>(text, { delimitersToGuess: [',', '\t', ';'] })
  if (errors.some(({ type }) => type === 'Quotes')) throw new FileFault('broken')
  let cells = 0
  const rows = data.map((record, at) =>
    record.flatMap((field, index): Cell[] => {
      const shown = cleanText(field).text
      cells += 1
      if (cells > most.cells) throw new FileFault('too-large')
      return shown === ''
        ? []
        : [
            {
              row: at + 1,
              column: columnName(index),
              text: shown,
              number: null,
              formula: false,
              mergedInto: null,
              hidden: false,
            },
          ]
    }),
  )
  return { sheet: { name: '', hidden: false, rows: rows.filter((row) => row.length > 0) }, encoding }
}

function decode(bytes: Uint8Array): { readonly text: string; readonly encoding: CsvEncoding } {
  for (const encoding of ['utf-8', 'shift_jis'] as const) {
    try {
      return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), encoding }
    } catch {
      // The next may fit.
    }
  }
  throw new FileFault('encoding')
}

/** 0 is A, 26 is AA. */
export function columnName(index: number): string {
  return index < 26 ? String.fromCharCode(65 + index) : columnName(Math.floor(index / 26) - 1) + columnName(index % 26)
}

/** A is 0, AA is 26. */
export function columnIndex(name: string): number {
  return [...name].reduce((index, letter) => index * 26 + letter.charCodeAt(0) - 64, 0) - 1
}
