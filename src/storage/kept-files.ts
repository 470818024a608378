import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Fault } from '../fault.ts'
import { writeWhole } from '../write-whole.ts'

/** Where files that came in are kept byte for byte, each under its SHA-256. */
function filesFolder(stateDir: string): string {
  return join(stateDir, 'files')
}

export function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/**
 * Keeps a file; it is safe on disk once this returns, and the same file again changes nothing. Call it before the commit
 * that names it.
 * @throws Fault `file-not-kept`
 */
export async function keepFile(stateDir: string, bytes: Uint8Array): Promise<string> {
  const sha256 = hashOf(bytes)
  if ((await readIfThere(stateDir, sha256)) !== null) return sha256
  try {
    await writeWhole(filesFolder(stateDir), sha256, bytes)
    return sha256
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException
    throw new Fault(
      'file-not-kept',
      `${filesFolder(stateDir)}: the file could not be kept (${code}), and nothing was taken in; make room there, or make the folder writable, and try again`,
      cause,
    )
  }
}

/**
 * Reads a file that was kept, and compares it with its SHA-256.
 * @throws Fault `file-unreadable` where it is not there or is not what was kept
 */
export async function readKeptFile(stateDir: string, sha256: string): Promise<Uint8Array> {
  const bytes = await readIfThere(stateDir, sha256)
  if (bytes !== null) return bytes
  throw new Fault(
    'file-unreadable',
    `${join(filesFolder(stateDir), sha256)}: it is not there, or not what was kept; put it back from a backup, or import the source file again`,
  )
}

async function readIfThere(stateDir: string, sha256: string): Promise<Uint8Array | null> {
  const bytes = await readFile(join(filesFolder(stateDir), sha256)).catch(() => null)
  return bytes !== null && hashOf(bytes) === sha256 ? bytes : null
}
