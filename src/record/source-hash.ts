import { createHash } from 'node:crypto'

/** The SHA-256 (hexadecimal) of a source, by which a document knows its own. */
export function sourceHash(source: string | Uint8Array): string {
  return createHash('sha256').update(source).digest('hex')
}
