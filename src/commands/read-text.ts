import { createHash } from 'node:crypto'
import { fstatSync, readFileSync } from 'node:fs'
import { buffer } from 'node:stream/consumers'
import { Fault } from '../fault.ts'
import { whyUnreadable } from './file-problem.ts'

/**
 * Reads a file of UTF-8; a byte order mark is left out.
 * @throws Fault `file-unreadable` where it cannot be read or holds other bytes.
 */
export function readTextFile(path: string): string {
  return withoutEnd(decode(path, readBytes(path)))
}

/** The SHA-256 (hexadecimal) of a file. */
export function hashFile(path: string): string {
  return createHash('sha256').update(readBytes(path)).digest('hex')
}

/** What was piped into the program; null where nothing is: a terminal, /dev/null, a closed descriptor. */
export async function readPipedText(): Promise<string | null> {
  return isPiped() ? withoutEnd(decode('standard input', await buffer(process.stdin))) : null
}

/** The line end that closes a file is not its writer's. */
function withoutEnd(text: string): string {
  return text.replace(/\r?\n$/u, '')
}

/** Whether standard input brings something: a pipe, a file or a socket; not /dev/null or a closed descriptor. */
export function isPiped(): boolean {
  try {
    const stat = fstatSync(0)
    return stat.isFIFO() || stat.isFile() || stat.isSocket()
  } catch {
    return false
  }
}

/** @throws Fault `file-unreadable` */
export function readBytes(path: string): Uint8Array {
  try {
    return readFileSync(path)
  } catch (cause) {
    throw new Fault('file-unreadable', `${path} cannot be read: ${whyUnreadable(cause)}`, cause)
  }
}

function decode(name: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (cause) {
    throw new Fault('file-unreadable', `${name} is not UTF-8: save the text as UTF-8 and try again`, cause)
  }
}
