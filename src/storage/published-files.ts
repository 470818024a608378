import { readdir, readFile, rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { ReviewedSource } from '../record/build-record.ts'
import type { StatusSheet } from '../record/status-sheet.ts'
import { writeWhole } from '../write-whole.ts'

/** What is public besides the reviewed files; each of the two is the same list again while nothing has changed. */
type Published = { readonly annexes: readonly ReviewedSource[]; readonly sheets: readonly StatusSheet[] }

/**
 * Keeps what is published as files too, for those who read the record without the store: annexes as `record/ID.json` and the
 * sources they name, accepted status sheets as `ID.json`. The store is the truth; the files follow it. A reader finds each
 * document whole or not at all: sources are named after what they say, written before the file that names them and removed
 * after it.
 * @returns what brings the files up to date; of the same lists it does nothing. It never throws: what fails is reported,
 * and done by the next call.
 */
export function publishedFiles(
  folders: { readonly annexes: string; readonly sheets: string },
  report: (message: string) => void,
) {
  let kept: Partial<Published> = {}
  let running: Promise<void> = Promise.resolve()
  return (read: () => Promise<Published>): Promise<void> => {
    running = running.then(async () => {
      try {
        const { annexes, sheets } = await read()
        if (annexes !== kept.annexes) await writeAnnexes(folders.annexes, annexes)
        kept = { ...kept, annexes }
        if (sheets !== kept.sheets) await writeSheets(folders.sheets, sheets)
        kept = { annexes, sheets }
      } catch (error) {
        kept = {}
        const code = (error as NodeJS.ErrnoException).code ?? 'unknown'
        report(
          `${folders.annexes}: what is published could not be written for "ask" (${code}); it is tried again within a minute`,
        )
      }
    })
    return running
  }
}

async function writeAnnexes(folder: string, annexes: readonly ReviewedSource[]): Promise<void> {
  const sources = new Map(annexes.map(({ source, reviewed }) => [basename(reviewed.document.source), source]))
  const records = new Map(
    annexes.map(({ reviewed }) => [`${reviewed.document.id}.json`, `${JSON.stringify(reviewed, null, 1)}\n`]),
  )
  const [source, record] = [join(folder, 'source'), join(folder, 'record')]
  await write(source, sources)
  await write(record, records)
  await removeOthers(record, records)
  await removeOthers(source, sources)
}

async function writeSheets(folder: string, sheets: readonly StatusSheet[]): Promise<void> {
  const files = new Map(sheets.map((sheet) => [`${sheet.id}.json`, `${JSON.stringify(sheet)}\n`]))
  await write(folder, files)
  await removeOthers(folder, files)
}

/** Writes what is not there as it should be. */
async function write(folder: string, files: ReadonlyMap<string, string>): Promise<void> {
  for (const [name, text] of files) {
    const there = await readFile(join(folder, name), 'utf8').catch(() => null)
    if (there !== text) await writeWhole(folder, name, text)
  }
}

async function removeOthers(folder: string, files: ReadonlyMap<string, string>): Promise<void> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw error
  })
  for (const name of names) if (!files.has(name)) await rm(join(folder, name), { recursive: true })
}
