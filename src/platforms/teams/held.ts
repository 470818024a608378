import { randomUUID } from 'node:crypto'
import type { Clock } from '../../ports.ts'

/** Things that are held at most, and milliseconds for which each is. */
const most = 100
const life = 24 * 60 * 60_000

/**
 * Holds things for one owner each, under names that nobody can guess, as long as the process runs and a day at most: of more
 * than are held the oldest go.
 */
export class Held<T> {
  readonly #clock: Clock
  readonly #held = new Map<string, { readonly owner: string; readonly thing: T; readonly at: number }>()

  constructor(clock: Clock) {
    this.#clock = clock
  }

  keep(owner: string, thing: T): string {
    const id = randomUUID()
    this.#held.set(id, { owner, thing, at: this.#clock.now() })
    for (const oldest of this.#held.keys()) {
      if (this.#held.size <= most) break
      this.#held.delete(oldest)
    }
    return id
  }

  /** What is held under a name for its owner; undefined for everybody else. */
  find(id: string, owner: string): T | undefined {
    const one = this.#held.get(id)
    return one?.owner === owner && this.#clock.now() - one.at < life ? one.thing : undefined
  }

  /** Holds something else under the same name, for the same owner and as long. */
  replace(id: string, thing: T): void {
    const one = this.#held.get(id)
    if (one !== undefined) this.#held.set(id, { ...one, thing })
  }

  drop(id: string): void {
    this.#held.delete(id)
  }
}
