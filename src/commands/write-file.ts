import { constants } from 'node:fs'
import { mkdir, open, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import { Fault } from '../fault.ts'
import { whyUnwritable } from './file-problem.ts'

/** UTF-16 units of a file's name at most: 255 bytes are what file systems take. */
const longestName = 60

/** A name that leads nowhere but into its folder, on any system. */
export function safeFileName(name: string): string {
  const safe = name
    .normalize('NFC')
    .replaceAll(/[\p{Cc}\p{Cf}\s\\/:*?"<>|]+/gu, '_')
    .replace(/^[._]+|[._]+$/gu, '')
  return [...safe].slice(0, longestName).join('') || '_'
}

/** Times that another name is tried. */
const mostTries = 1000

/**
 * Writes files of one name and several endings into a folder, which is made if need be, for nobody else to read (0600). No
 * file is ever written over: where one of them is there already, all get another name. Returns their paths.
 * @throws Fault `file-unwritable`
 */
export async function writeNewFiles(
  folder: string,
  name: string,
  files: Readonly<Record<string, Uint8Array | string>>,
): Promise<readonly string[]> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    for (let count = 1; count <= mostTries; count++) {
      const base = join(folder, `${safeFileName(name)}${count === 1 ? '' : ` (${count})`}`)
      const written = await writeAll(base, files)
      if (written !== undefined) return written
    }
  } catch (cause) {
    throw new Fault('file-unwritable', `${folder} cannot be written to: ${whyUnwritable(cause)}`, cause)
  }
  throw new Fault('file-unwritable', `${folder} has too many files called ${name}: move them elsewhere and try again`)
}

async function writeAll(
  base: string,
  files: Readonly<Record<string, Uint8Array | string>>,
): Promise<readonly string[] | undefined> {
  const written: string[] = []
  try {
    for (const [ending, content] of Object.entries(files)) {
      const path = `${base}.${ending}`
      const file = await open(path, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL, 0o600)
      written.push(path)
      try {
        await file.writeFile(content)
        await file.sync()
      } finally {
        await file.close()
      }
    }
    return written
  } catch (error) {
    await Promise.all(written.map(async (path) => await unlink(path)))
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return undefined
    throw error
  }
}
