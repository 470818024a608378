import type { Clock } from '../../ports.ts'

/** Milliseconds after which a channel may be posted to once more (source: about one post a second and channel). */
const interval = 1000
/** Posts that a channel takes at once after it was quiet. */
const burst = 2

/** Slack's pace: each channel for itself, so that a busy one keeps nobody waiting elsewhere. */
export class PostPace {
  readonly #clock: Clock
  /** For each channel, when it will have been quiet. */
  readonly #until = new Map<string, number>()
  #swept = 0

  constructor(clock: Clock) {
    this.#clock = clock
  }

  /** Takes the next turn in a channel; returns the milliseconds to wait until it comes. */
  take(channel: string): number {
    const now = this.#clock.now()
    const start = Math.max(this.#until.get(channel) ?? 0, now - (burst - 1) * interval)
    this.#until.set(channel, start + interval)
    this.#sweep(now)
    return Math.max(0, start - now)
  }

  /** Nothing goes to a channel before a moment. */
  hold(channel: string, until: number): void {
    this.#until.set(channel, Math.max(this.#until.get(channel) ?? 0, until))
  }

  #sweep(now: number): void {
    if (now - this.#swept < 60_000) return
    this.#swept = now
    for (const [channel, until] of this.#until) if (until < now - burst * interval) this.#until.delete(channel)
  }
}
