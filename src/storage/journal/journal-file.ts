import type { Adapter } from 'lowdb'
import { Fault } from '../../fault.ts'
import type { AppendFile, Disk } from './disk.ts'
import type { Entry } from './entry.ts'
import { journalPath, listFiles } from './files.ts'
import { formatLine } from './line.ts'
import { readJournals, type TornTail } from './read-journals.ts'

/** Errors of a disk that has no room; whatever else a write or a sync reports is final. */
const noRoom = ['ENOSPC', 'EDQUOT', 'EFBIG']

/**
 * lowdb's adapter. The data is the list of entries, which only grows; a write appends those that are not on disk yet as
 * one line, so that they are there together or not at all, and returns after fdatasync.
 */
export class JournalFile implements Adapter<Entry[]> {
  readonly #disk: Disk
  readonly #folder: string
  readonly #options: TornTail
  #file: AppendFile | undefined
  /** Bytes of the file, and the last entry in it, that are safe on disk. */
  #length = 0
  #last = 0
  #failed: Fault | undefined
  /** Bytes of all journals since the newest snapshot. */
  size = 0

  constructor(disk: Disk, folder: string, options: TornTail) {
    this.#disk = disk
    this.#folder = folder
    this.#options = options
  }

  /** @throws Fault `journal-torn`, `journal-damaged` (see `readJournals`). */
  async read(): Promise<Entry[]> {
    const { snapshot, journals } = await listFiles(this.#folder)
    const { entries, size, open } = await readJournals(this.#disk, this.#folder, snapshot, journals, this.#options)
    this.#last = entries.at(-1)?.n ?? snapshot
    this.size = size
    if (open === null) await this.rotate()
    else {
      this.#file = await this.#disk.openAppend(journalPath(this.#folder, open.first))
      this.#length = open.length
    }
    return entries
  }

  /** @throws Fault `disk-full` (the file is as it was), `store-failed` (from now on always). */
  async write(entries: Entry[]): Promise<void> {
    if (this.#failed !== undefined) throw this.#failed
    const last = entries.at(-1)
    if (last === undefined || this.#file === undefined || last.n === this.#last) return
    const line = formatLine(entries.slice(this.#last - last.n))
    try {
      await this.#file.append(line)
    } catch (cause) {
      throw noRoom.includes(codeOf(cause)) ? await this.#cutBack(this.#file, cause) : this.#fail(cause)
    }
    // After a sync that failed nobody knows what is on disk, and a second one would report success.
    await this.#file.sync().catch((cause) => {
      throw this.#fail(cause)
    })
    this.#length += line.length
    this.size += line.length
    this.#last = last.n
  }

  /** Starts a new file for the entries to come. What is on disk stays valid if it fails. */
  async rotate(): Promise<void> {
    const path = journalPath(this.#folder, this.#last + 1)
    const file = await this.#disk.openAppend(path)
    try {
      await this.#disk.syncFolder(this.#folder)
    } catch (cause) {
      await file.close()
      // Left there, it would say that the entries to come are in it.
      await this.#disk.remove(path).catch((second) => this.#fail(second))
      throw cause
    }
    await this.#file?.close()
    this.#file = file
    this.#length = 0
  }

  async close(): Promise<void> {
    await this.#file?.close()
    this.#file = undefined
  }

  async #cutBack(file: AppendFile, cause: unknown): Promise<Fault> {
    try {
      await file.truncate(this.#length)
      await file.sync()
    } catch (second) {
      return this.#fail(second)
    }
    return new Fault(
      'disk-full',
      `the disk is full: nothing was stored. Make room in ${this.#folder}; it works again at once`,
      cause,
    )
  }

  #fail(cause: unknown): Fault {
    this.#failed ??= new Fault(
      'store-failed',
      `the disk did not confirm a write (${codeOf(cause)}) in ${this.#folder}: nothing more is acknowledged. Check the disk, then start again`,
      cause,
    )
    return this.#failed
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error)
}
