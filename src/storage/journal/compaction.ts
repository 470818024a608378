import type { Clock } from '../../ports.ts'
import { compact } from './compact.ts'
import type { Disk } from './disk.ts'
import type { Log } from './log.ts'
import type { WriteQueue } from './write-queue.ts'

/** Journals of less than this are not worth a snapshot, in bytes. */
const SMALL = 16 * 1024 * 1024

type Place = { readonly disk: Disk; readonly folder: string; readonly clock: Clock }

/** Makes snapshots, one after another, while writers go on. */
export class Compaction {
  readonly #place: Place
  readonly #log: Log
  readonly #queue: WriteQueue
  #running: Promise<void> = Promise.resolve()
  #next: Promise<void> | undefined
  /** The size of the journals, in bytes, at which a snapshot pays. */
  #due: number

  constructor(place: Place, log: Log, queue: WriteQueue) {
    this.#place = place
    this.#log = log
    this.#queue = queue
    this.#due = Math.max(SMALL, log.sizes().snapshot)
  }

  /** Whether the journals have outgrown the snapshot; said once, until the next one is made or has failed. */
  isDue(): boolean {
    if (this.#log.sizes().journals < this.#due) return false
    this.#due = Number.POSITIVE_INFINITY
    return true
  }

  /** A snapshot that begins after this call; all who ask before it begins share it. */
  request(): Promise<void> {
    this.#next ??= this.#running.then(() => {
      this.#next = undefined
      const now = this.#make()
      this.#running = now.catch(() => {})
      return now
    })
    return this.#next
  }

  /** Returns when no snapshot is being made or waited for. */
  async idle(): Promise<void> {
    await this.#next?.catch(() => {})
    await this.#running
  }

  async #make(): Promise<void> {
    const { disk, folder, clock } = this.#place
    try {
      const stretch = await this.#queue.between(() => this.#log.endStretch(clock.now()))
      const snapshot = await compact(disk, folder, stretch)
      await this.#queue.between(async () => this.#log.replace(stretch, snapshot))
    } finally {
      const { snapshot, journals } = this.#log.sizes()
      this.#due = journals + Math.max(SMALL, snapshot)
    }
  }
}
