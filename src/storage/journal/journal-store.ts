import type { Low } from 'lowdb'
import { Fault } from '../../fault.ts'
import type * as ports from '../../ports.ts'
import { headerOf, nextHead, sealOf } from './chain.ts'
import { compact, erases, type Stretch } from './compact.ts'
import { type Decision, decideBatch, type Request } from './decide.ts'
import type { Disk } from './disk.ts'
import type { Entry } from './entry.ts'
import type { JournalFile } from './journal-file.ts'
import { Leases } from './leases.ts'
import type { Lock } from './lock.ts'
import type { Snapshot } from './snapshot.ts'
import { type State, storedOf } from './state.ts'
import { storable } from './storable.ts'
import { verifyJournal } from './verify.ts'
import { WriteQueue } from './write-queue.ts'

/** What an open store rests on. */
export type Parts = {
  readonly disk: Disk
  readonly folder: string
  readonly clock: ports.Clock
  readonly lock: Lock
  readonly file: JournalFile
  readonly db: Low<Entry[]>
  readonly snapshot: Pick<Snapshot, 'base' | 'size'>
  readonly state: State
  readonly report: (message: string) => void
}

/** Journals of less than this are not worth a snapshot, in bytes. */
const SMALL = 4 * 1024 * 1024

/** The embedded store: one process, one folder; all of it in memory, and nothing acknowledged before it is on disk. */
export class JournalStore implements ports.Store, ports.AuditChain, AsyncDisposable {
  readonly #parts: Parts
  readonly #leases: Leases
  readonly #queue: WriteQueue
  #snapshot: Pick<Snapshot, 'base' | 'size'>
  #compacting: Promise<void> = Promise.resolve()
  #nextCompaction: Promise<void> | undefined
  /** The size of the journals, in bytes, at which a snapshot pays. */
  #compactAt: number

  constructor(parts: Parts) {
    this.#parts = parts
    this.#leases = new Leases(parts.clock)
    this.#queue = new WriteQueue((batch) => this.#write(batch))
    this.#snapshot = parts.snapshot
    this.#compactAt = Math.max(SMALL, parts.snapshot.size)
  }

  async commit(
    changes: readonly ports.Change[] | ports.Numbered,
    conditions: ports.Conditions = {},
  ): Promise<ports.Committed> {
    const request = { changes: 'counter' in changes ? changes : changes.map(storable), conditions }
    const { committed, entry } = await this.#queue.add(request)
    if (entry !== null && erases(entry)) await this.#eraseFromDisk()
    return committed
  }

  async find(key: ports.Key): Promise<ports.Stored | undefined> {
    const held = this.#parts.state.find(key)
    return held === undefined ? undefined : storedOf(held)
  }

  async list(query: ports.Query): Promise<readonly ports.Stored[]> {
    return this.#parts.state.list(query)
  }

  async lease(name: ports.LeaseName, holder: string, ms: number): Promise<ports.Leased> {
    // Between two batches: what was decided under the old lease is on disk before a new one begins.
    return await this.#queue.between(async () => this.#leases.take(name, holder, ms))
  }

  async release(lease: ports.Lease): Promise<void> {
    this.#leases.release(lease)
  }

  async head(): Promise<ports.Head> {
    const { n, head } = this.#last()
    return { entries: n, hash: head }
  }

  async verify(published: readonly ports.Published[] = []): Promise<ports.Verified> {
    return await verifyJournal(this.#parts.folder, published)
  }

  /**
   * Replaces what is on disk with a snapshot of what lives; writers go on meanwhile. Happens by itself when the journal
   * has outgrown the snapshot. If it fails, everything stays readable and the next one makes up for it.
   */
  compact(): Promise<void> {
    this.#nextCompaction ??= this.#compacting.then(() => {
      this.#nextCompaction = undefined
      const now = this.#compactNow()
      this.#compacting = now.catch(() => {})
      return now
    })
    return this.#nextCompaction
  }

  async close(): Promise<void> {
    await this.#nextCompaction?.catch(() => {})
    await this.#compacting
    await this.#queue.close()
    // A compaction that began with the last commits still writes.
    await this.#compacting
    await this.#parts.file.close()
    await this.#parts.lock.release()
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.close()
  }

  #last(): { readonly n: number; readonly head: string } {
    return this.#parts.db.data.at(-1) ?? this.#snapshot.base
  }

  async #write(batch: readonly Request[]): Promise<readonly Decision[]> {
    const { state, clock, file, report } = this.#parts
    const isHeld = (lease: ports.Lease) => this.#leases.isHeld(lease)
    const decisions = decideBatch(batch, { ...this.#last(), state, at: clock.now(), isHeld })
    await this.#append(decisions.flatMap((decision) => ('entry' in decision ? (decision.entry ?? []) : [])))
    if (file.size >= this.#compactAt) {
      this.#compactAt = Number.POSITIVE_INFINITY
      this.compact().catch((fault) => report(`${this.#parts.folder}: the journal was not made smaller: ${fault}`))
    }
    return decisions
  }

  async #append(entries: readonly Entry[]): Promise<void> {
    const { db, state } = this.#parts
    const before = db.data.length
    db.data.push(...entries)
    try {
      await db.write()
    } catch (fault) {
      db.data.length = before
      throw fault
    }
    for (const entry of entries) state.apply(entry)
  }

  async #compactNow(): Promise<void> {
    const { disk, folder, file, db } = this.#parts
    try {
      const { size, ...stretch } = await this.#queue.between(() => this.#endStretch())
      const snapshot = await compact(disk, folder, stretch)
      await this.#queue.between(async () => {
        db.data.splice(0, stretch.entries.length)
        file.size -= size
        this.#snapshot = snapshot
      })
    } finally {
      this.#compactAt = file.size + Math.max(SMALL, this.#snapshot.size)
    }
  }

  /** Seals what lives now, and starts a new journal for what comes. */
  async #endStretch(): Promise<Stretch & { readonly size: number }> {
    const { state, clock, file, db } = this.#parts
    const { n, head } = this.#last()
    const records = state.records()
    const bare = { n: n + 1, at: clock.now(), changes: [], seal: sealOf(records) }
    await this.#append([{ ...bare, head: nextHead(head, headerOf(bare)) }])
    await file.rotate()
    return { base: this.#snapshot.base, entries: [...db.data], records, size: file.size }
  }

  async #eraseFromDisk(): Promise<void> {
    await this.compact().catch((cause) => {
      throw new Fault(
        'not-erased',
        'the record is deleted, but its text is still on disk; it is erased when the program starts again and the disk has room',
        cause,
      )
    })
  }
}
