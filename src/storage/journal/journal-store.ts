import { Fault } from '../../fault.ts'
import type * as ports from '../../ports.ts'
import { erases } from './compact.ts'
import { Compaction } from './compaction.ts'
import { type Decision, decideBatch, type Request } from './decide.ts'
import type { Disk } from './disk.ts'
import type { JournalFile } from './journal-file.ts'
import { Leases } from './leases.ts'
import type { Lock } from './lock.ts'
import type { Log } from './log.ts'
import { storedOf } from './state.ts'
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
  readonly log: Log
  readonly report: (message: string) => void
}

/** The embedded store: one process, one folder; all of it in memory, and nothing acknowledged before it is on disk. */
export class JournalStore implements ports.Store, ports.AuditChain, AsyncDisposable {
  readonly #parts: Parts
  readonly #leases: Leases
  readonly #queue: WriteQueue
  readonly #compaction: Compaction

  constructor(parts: Parts) {
    this.#parts = parts
    this.#leases = new Leases(parts.clock)
    this.#queue = new WriteQueue((batch) => this.#write(batch))
    this.#compaction = new Compaction(parts, parts.log, this.#queue)
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
    const held = this.#parts.log.state.find(key)
    return held === undefined ? undefined : storedOf(held)
  }

  async list(query: ports.Query): Promise<readonly ports.Stored[]> {
    return this.#parts.log.state.list(query)
  }

  async lease(name: ports.LeaseName, holder: string, ms: number): Promise<ports.Leased> {
    if (this.#isAlone(holder)) return this.#leases.take(name, holder, ms)
    // Between two batches: what was decided under the old lease is on disk before a new one begins.
    return await this.#queue.between(async () => this.#leases.take(name, holder, ms))
  }

  async release(lease: ports.Lease): Promise<void> {
    if (this.#isAlone(lease.holder)) return this.#leases.release(lease)
    await this.#queue.between(async () => this.#leases.release(lease))
  }

  #isAlone(holder: string): boolean {
    return this.#leases.isOnly(holder) && !this.#queue.closed
  }

  async head(): Promise<ports.Head> {
    // Between two batches: the end of the list may not be on disk yet.
    return await this.#queue.between(async () => {
      const { n, head } = this.#parts.log.last()
      return { entries: n, hash: head }
    })
  }

  async verify(published: readonly ports.Published[] = []): Promise<ports.Verified> {
    return await verifyJournal(this.#parts.folder, published)
  }

  /**
   * Replaces what is on disk with a snapshot of what lives; writers go on meanwhile. Happens by itself when the journal
   * has outgrown the snapshot. If it fails, everything stays readable and the next one makes up for it.
   */
  async compact(): Promise<void> {
    await this.#compaction.request()
  }

  async close(): Promise<void> {
    await this.#compaction.idle()
    await this.#queue.close()
    // One that began with the last commits still writes.
    await this.#compaction.idle()
    await this.#parts.file.close()
    await this.#parts.lock.release()
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.close()
  }

  async #write(batch: readonly Request[]): Promise<readonly Decision[]> {
    const { log, clock } = this.#parts
    const isHeld = (lease: ports.Lease) => this.#leases.isHeld(lease)
    const decisions = decideBatch(batch, { ...log.last(), state: log.state, at: clock.now(), isHeld })
    await log.append(decisions.flatMap((decision) => ('entry' in decision ? (decision.entry ?? []) : [])))
    if (this.#compaction.isDue()) void this.#compactQuietly()
    return decisions
  }

  async #compactQuietly(): Promise<void> {
    const { folder, report } = this.#parts
    await this.#compaction.request().catch((fault) => report(`${folder}: the journal was not made smaller: ${fault}`))
  }

  async #eraseFromDisk(): Promise<void> {
    await this.#compaction.request().catch((cause) => {
      throw new Fault(
        'not-erased',
        'the record is deleted, but its text is still on disk; it is erased when the program starts again and the disk has room',
        cause,
      )
    })
  }
}
