import { createHash } from 'node:crypto'
import { mkdir, open, rename, stat } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'

const longestName = 60

/** The name of a notice's mail: no other key has it, and none leads out of a folder. */
export function mailFileName(key: string): string {
  const readable = key.replaceAll(/[^\w-]+/gu, '-').slice(0, longestName)
  return `${readable}-${createHash('sha256').update(key).digest('hex').slice(0, 16)}.eml`
}

/** Writes a file (0600) of which the folder has all or nothing, also after a power cut; makes the folder (0700) if need be. */
export async function writeMailFile(folder: string, name: string, bytes: Uint8Array): Promise<void> {
  await makeFolder(resolve(folder))
  const unfinished = join(folder, `${name}.new`)
  const file = await open(unfinished, 'w', 0o600)
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(unfinished, join(folder, name))
  await syncFolder(folder)
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

async function makeFolder(path: string): Promise<void> {
  const first = await mkdir(path, { recursive: true, mode: 0o700 })
  if (first === undefined) return
  for (let made = path; made.length >= first.length; made = dirname(made)) await syncFolder(dirname(made))
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}
