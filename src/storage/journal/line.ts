import { crc32 } from 'node:zlib'

const NEWLINE = 0x0a
const CHECKSUM = 8

/** What stands at the end of a file and is not a sound line; `from` is its first byte. */
export type Unsound = { readonly from: number; readonly line: number; readonly oneLine: boolean }

/** The sound lines from a file's beginning, parsed; `end` is the byte after the last of them. */
export type Lines = { readonly values: readonly unknown[]; readonly end: number; readonly unsound: Unsound | null }

/** A line of a file: the CRC-32 of the JSON in 8 digits, a space, the JSON. What is written together is one line. */
export function formatLine(value: unknown): string {
  const json = JSON.stringify(value)
  return `${crc32(json).toString(16).padStart(CHECKSUM, '0')} ${json}\n`
}

/** Reads lines until the first that is not sound: cut short, or with another checksum. */
export function parseLines(bytes: Buffer): Lines {
  const values: unknown[] = []
  let from = 0
  while (from < bytes.length) {
    const newline = bytes.indexOf(NEWLINE, from)
    const json = newline < 0 ? null : soundJson(bytes.subarray(from, newline))
    if (json === null) {
      const oneLine = newline < 0 || newline === bytes.length - 1
      return { values, end: from, unsound: { from, line: values.length + 1, oneLine } }
    }
    values.push(JSON.parse(json.toString('utf8')))
    from = newline + 1
  }
  return { values, end: from, unsound: null }
}

function soundJson(line: Buffer): Buffer | null {
  const json = line.subarray(CHECKSUM + 1)
  const sum = crc32(json).toString(16).padStart(CHECKSUM, '0')
  return line.toString('latin1', 0, CHECKSUM + 1) === `${sum} ` ? json : null
}
