import { setTimeout as sleep } from 'node:timers/promises'

/** How fast a place may be posted to: milliseconds from one post to the next, and how many it takes at once after it was quiet. */
export type Pace = { readonly interval: number; readonly burst: number }

/** Milliseconds that only go forward, and the way to wait for some. */
export type Timer = { readonly now: () => number; readonly sleep: (ms: number) => Promise<unknown> }

const real: Timer = { now: () => performance.now(), sleep }

/** Keeps to a pace, each place for itself, so that a busy one keeps nobody waiting elsewhere. */
export class PostPace {
  readonly #pace: Pace
  readonly #timer: Timer
  /** For each place, when it will have been quiet. */
  readonly #until = new Map<string, number>()
  #swept = 0

  constructor(pace: Pace, timer = real) {
    this.#pace = pace
    this.#timer = timer
  }

  /** Takes the next turn at a place, and ends when it has come. */
  async turn(place: string): Promise<void> {
    const { interval, burst } = this.#pace
    const now = this.#timer.now()
    const start = Math.max(this.#until.get(place) ?? Number.NEGATIVE_INFINITY, now - (burst - 1) * interval)
    this.#until.set(place, start + interval)
    this.#sweep(now)
    if (start > now) await this.#timer.sleep(start - now)
  }

  /** Nothing goes to a place for so many milliseconds. */
  hold(place: string, ms: number): void {
    this.#until.set(place, Math.max(this.#until.get(place) ?? Number.NEGATIVE_INFINITY, this.#timer.now() + ms))
  }

  #sweep(now: number): void {
    if (now - this.#swept < 60_000) return
    this.#swept = now
    for (const [place, until] of this.#until)
      if (until < now - this.#pace.burst * this.#pace.interval) this.#until.delete(place)
  }
}
