import type { Low } from 'lowdb'
import { link, sealOf } from './chain.ts'
import type { Stretch } from './compact.ts'
import type { Entry } from './entry.ts'
import type { JournalFile } from './journal-file.ts'
import type { Snapshot } from './snapshot.ts'
import type { State } from './state.ts'

/** A snapshot without its records: they are in the state. */
type Taken = Pick<Snapshot, 'base' | 'size'>

/** The entries since the newest snapshot, on disk and in lowdb's list, and what they come to beside it. */
export class Log {
  readonly #db: Low<Entry[]>
  readonly #file: JournalFile
  readonly state: State
  #snapshot: Taken

  constructor(db: Low<Entry[]>, file: JournalFile, state: State, snapshot: Taken) {
    this.#db = db
    this.#file = file
    this.state = state
    this.#snapshot = snapshot
  }

  /** Where the chain stands. */
  last(): { readonly n: number; readonly head: string } {
    return this.#db.data.at(-1) ?? this.#snapshot.base
  }

  /** Bytes of the snapshot, and of the journals after it. */
  sizes(): { readonly snapshot: number; readonly journals: number } {
    return { snapshot: this.#snapshot.size, journals: this.#file.size }
  }

  /** Appends entries, safe on disk when it returns. If it fails, memory is as the disk is. */
  async append(entries: readonly Entry[]): Promise<void> {
    const { data } = this.#db
    const before = data.length
    data.push(...entries)
    try {
      await this.#db.write()
    } catch (fault) {
      data.length = before
      throw fault
    }
    for (const entry of entries) this.state.apply(entry)
  }

  /** Seals what lives now, and starts a new journal for what comes. */
  async endStretch(at: number): Promise<Stretch & { readonly size: number }> {
    const { n, head } = this.last()
    const records = this.state.records()
    await this.append([link(head, { n: n + 1, at, changes: [], seal: sealOf(records) })])
    await this.#file.rotate()
    return { base: this.#snapshot.base, entries: [...this.#db.data], records, size: this.#file.size }
  }

  /** Lets go of a stretch that a snapshot has replaced. */
  replace({ entries, size }: Stretch & { readonly size: number }, snapshot: Taken): void {
    this.#db.data.splice(0, entries.length)
    this.#file.size -= size
    this.#snapshot = snapshot
  }
}
