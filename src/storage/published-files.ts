import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { ReviewedSource } from '../record/build-record.ts'

/**
 * Keeps the published annexes as files too, for those who read the record without the store: `record/ID.json` and the
 * sources they name. The store is the truth; the files follow it. A reader finds each document whole or not at all: sources are
 * named after what they say, written before the file that names them and removed after it.
 * @returns what brings the files up to date; of the same list it does nothing. It never throws: what fails is reported,
 * and done by the next call.
 */
export function publishedFiles(folder: string, report: (message: string) => void) {
  let kept: readonly ReviewedSource[] | null = null
  let running: Promise<void> = Promise.resolve()
  return (read: () => Promise<readonly ReviewedSource[]>): Promise<void> => {
    running = running.then(async () => {
      try {
        const documents = await read()
        if (documents === kept) return
        kept = null
        await writeAll(folder, documents)
        kept = documents
      } catch (error) {
        const code = (error as NodeJS.ErrnoException).code ?? 'unknown'
        report(
          `${folder}: what is published could not be written for "ask" (${code}); it is tried again within a minute`,
        )
      }
    })
    return running
  }
}

async function writeAll(folder: string, documents: readonly ReviewedSource[]): Promise<void> {
  const sources = new Map(documents.map(({ source, reviewed }) => [basename(reviewed.document.source), source]))
  const records = new Map(
    documents.map(({ reviewed }) => [`${reviewed.document.id}.json`, `${JSON.stringify(reviewed, null, 1)}\n`]),
  )
  if (documents.length === 0 && (await namesIn(folder)).length === 0) return
  const source = join(folder, 'source')
  const record = join(folder, 'record')
  for (const path of [source, record]) await mkdir(path, { recursive: true, mode: 0o700 })
  await write(source, sources)
  await write(record, records)
  await removeOthers(record, records)
  await removeOthers(source, sources)
}

/** Writes what is not there as it should be, each file in one step. */
async function write(folder: string, files: ReadonlyMap<string, string>): Promise<void> {
  for (const [name, text] of files) {
    const path = join(folder, name)
    const there = await readFile(path, 'utf8').catch(() => null)
    if (there === text) continue
    const file = await open(`${path}.new`, 'w', 0o600)
    try {
      await file.writeFile(text)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(`${path}.new`, path)
  }
}

async function removeOthers(folder: string, files: ReadonlyMap<string, string>): Promise<void> {
  for (const name of await namesIn(folder)) if (!files.has(name)) await rm(join(folder, name), { recursive: true })
}

async function namesIn(folder: string): Promise<readonly string[]> {
  return await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw error
  })
}
