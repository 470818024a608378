import { Fault } from '../../fault.ts'
import type { Decision, Request } from './decide.ts'

export type Made = Exclude<Decision, { readonly fault: unknown }>
type Waiting = {
  readonly request: Request
  readonly resolve: (made: Made) => void
  readonly reject: (fault: unknown) => void
}

/** Requests that share one write at most: a burst of any length does not make a line of any length. */
const MOST = 1000

/** Group commit: while one batch is being written, all that come meanwhile wait and are the next one. */
export class WriteQueue {
  readonly #write: (batch: readonly Request[]) => Promise<readonly Decision[]>
  readonly #waiting: Waiting[] = []
  readonly #tasks: (() => Promise<void>)[] = []
  #running: Promise<void> | undefined
  #closed = false

  /** `write` puts a batch on disk and says what became of each; if it throws, none of them was written. */
  constructor(write: (batch: readonly Request[]) => Promise<readonly Decision[]>) {
    this.#write = write
  }

  /** Whether nothing more is taken. */
  get closed(): boolean {
    return this.#closed
  }

  add(request: Request): Promise<Made> {
    return new Promise((resolve, reject) => {
      if (this.#closed) return reject(closedFault())
      this.#waiting.push({ request, resolve, reject })
      this.#running ??= this.#run()
    })
  }

  /** Runs a task while nothing is being written. */
  between<T>(task: () => Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      if (this.#closed) return reject(closedFault())
      this.#tasks.push(() => task().then(resolve, reject))
      this.#running ??= this.#run()
    })
  }

  /** Takes nothing more, and returns when all that waited is done. */
  async close(): Promise<void> {
    this.#closed = true
    await this.#running
  }

  async #run(): Promise<void> {
    // A moment for all who commit together.
    await Promise.resolve()
    for (;;) {
      const task = this.#tasks.shift()
      if (task !== undefined) await task()
      else if (this.#waiting.length > 0) await this.#writeBatch(this.#waiting.splice(0, MOST))
      else break
    }
    this.#running = undefined
  }

  async #writeBatch(batch: readonly Waiting[]): Promise<void> {
    try {
      const decisions = await this.#write(batch.map(({ request }) => request))
      for (const [index, { resolve, reject }] of batch.entries()) {
        const decision = decisions[index]!
        if ('fault' in decision) reject(decision.fault)
        else resolve(decision)
      }
    } catch (fault) {
      for (const { reject } of batch) reject(fault)
    }
  }
}

function closedFault(): Fault {
  return new Fault('store-closed', 'the store is closed: the program is ending')
}
