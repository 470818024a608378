import type { Health } from './model-failure.ts'

/**
 * Leaves an endpoint alone that has failed `failures` times in a row: nobody waits for it then. After `pause` milliseconds one
 * call tries it, and the others go on without until that one comes back. What may have failed at what was asked opens it only
 * where several people have asked: nobody takes the model from the others by what he writes.
 */
export class Breaker {
  readonly #failures: number
  readonly #pause: number
  readonly #now: () => number
  #inRow = 0
  /** Doubtful failures that count, by person. */
  readonly #doubtful = new Map<string, number>()
  /** When it may be tried again, in milliseconds. */
  #until = 0
  #trying = false

  constructor({ failures = 3, pause = 30_000, now }: { failures?: number; pause?: number; now: () => number }) {
    this.#failures = failures
    this.#pause = pause
    this.#now = now
  }

  /** Whether a call may be made; who makes it says how it went by `record`. */
  enter(): boolean {
    if (this.#inRow < this.#failures) return true
    if (this.#trying || this.#now() < this.#until) return false
    this.#trying = true
    return true
  }

  /** @returns whether the endpoint rests from now on, and did not before */
  record(health: Health, person: string): boolean {
    this.#trying = false
    if (health === 'well') {
      this.#inRow = 0
      this.#doubtful.clear()
    }
    if (health === 'well' || health === 'unknown') return false
    if (health === 'doubtful') {
      const counted = (this.#doubtful.get(person) ?? 0) + 1
      if (counted === this.#failures) return false
      this.#doubtful.set(person, counted)
    }
    this.#inRow++
    this.#until = this.#now() + this.#pause
    return this.#inRow === this.#failures
  }
}
