import { createHash } from 'node:crypto'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { syncFolder } from '../../write-whole.ts'

const longestName = 60

/** The name of a notice's mail: no other key has it, and none leads out of a folder. */
export function mailFileName(key: string): string {
  const readable = key.replaceAll(/[^\w-]+/gu, '-').slice(0, longestName)
  return `${readable}-${createHash('sha256').update(key).digest('hex').slice(0, 16)}.eml`
}

/** Whether the file is there, also after a power cut. */
export async function hasMailFile(folder: string, name: string): Promise<boolean> {
  const found = await stat(join(folder, name)).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
  if (found === undefined) return false
  // The process may have ended between the rename and the fsync of the folder.
  await syncFolder(folder)
  return true
}
