import { mkdir, open, rename } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'

/** Writes a file (0600) of which the folder has all or nothing, also after a power cut; makes the folder (0700) if need be. */
export async function writeWhole(folder: string, name: string, bytes: Uint8Array | string): Promise<void> {
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

/** Makes a folder (0700) with those above it, each of them safe on disk. */
export async function makeFolder(path: string): Promise<void> {
  const first = await mkdir(path, { recursive: true, mode: 0o700 })
  if (first === undefined) return
  for (let made = path; made.length >= first.length; made = dirname(made)) await syncFolder(dirname(made))
}

/** fsync of a folder: its files' names survive a power cut once this returns. */
export async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}
