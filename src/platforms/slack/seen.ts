import { tolerance } from './signature.ts'

/** Milliseconds for which a signed request is taken: its time may be off either way. */
const life = 2 * tolerance * 1000

/** Remembers names as long as a request that has one would be taken: the same comes once. */
export class Seen {
  readonly #seen = new Map<string, number>()

  /** Whether a name is new at a moment (milliseconds since 1970); from then on it is not. */
  take(name: string, now: number): boolean {
    // They lie in the order in which they came.
    for (const [one, at] of this.#seen) {
      if (now - at <= life) break
      this.#seen.delete(one)
    }
    if (this.#seen.has(name)) return false
    this.#seen.set(name, now)
    return true
  }

  /** What could not be taken may come again. */
  forget(name: string): void {
    this.#seen.delete(name)
  }
}
