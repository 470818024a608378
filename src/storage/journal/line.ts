import { crc32 } from 'node:zlib'

const NEWLINE = 0x0a
/** The checksum and the length, 8 digits each, with a space after either. */
const PREFIX = 18

/**
 * What stands at the end of a file and is not a sound line; `from` is its first byte. `oneLine`: no more than the last
 * line is unsound, so it may be a write that was cut short; else what was sound once has been damaged.
 */
export type Unsound = { readonly from: number; readonly line: number; readonly oneLine: boolean }

/** The sound lines from a file's beginning, parsed; `end` is the byte after the last of them. */
export type Lines = { readonly values: readonly unknown[]; readonly end: number; readonly unsound: Unsound | null }

/** A line of a file: CRC-32 and length of the JSON (bytes), the JSON. What is written together is one line. */
export function formatLine(value: unknown): Buffer {
  const line = Buffer.from(`${' '.repeat(PREFIX)}${JSON.stringify(value)}\n`)
  line.write(prefixOf(line.subarray(PREFIX, -1)), 'latin1')
  return line
}

/** Reads lines until the first that is not sound: cut short, or not as its prefix says. */
export function parseLines(bytes: Buffer): Lines {
  const values: unknown[] = []
  let from = 0
  while (from < bytes.length) {
    const newline = bytes.indexOf(NEWLINE, from)
    const json = newline < 0 ? null : soundJson(bytes.subarray(from, newline))
    if (json === null) {
      const oneLine = isOneLine(bytes.subarray(from))
      return { values, end: from, unsound: { from, line: values.length + 1, oneLine } }
    }
    values.push(JSON.parse(json.toString('utf8')))
    from = newline + 1
  }
  return { values, end: from, unsound: null }
}

function prefixOf(json: Buffer): string {
  return `${digits(crc32(json))} ${digits(json.length)} `
}

function digits(value: number): string {
  return value.toString(16).padStart(8, '0')
}

function soundJson(line: Buffer): Buffer | null {
  const json = line.subarray(PREFIX)
  return line.toString('latin1', 0, PREFIX) === prefixOf(json) ? json : null
}

/** Two lines whose newline was lost are longer than the first of them says. */
function isOneLine(rest: Buffer): boolean {
  const newline = rest.indexOf(NEWLINE)
  const length = Number.parseInt(rest.toString('latin1', 9, PREFIX), 16)
  const longer = rest.length > PREFIX + length + 1
  return (newline < 0 || newline === rest.length - 1) && !longer
}
