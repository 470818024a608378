/** How fast a channel may be posted to: milliseconds from one post to the next, and how many it takes at once after it was quiet. */
export type Pace = { readonly interval: number; readonly burst: number }

/** Slack's own (source: about one post a second and channel). */
export const slackPace: Pace = { interval: 1000, burst: 2 }

/** Keeps to a pace, each channel for itself, so that a busy one keeps nobody waiting elsewhere. Milliseconds are real ones. */
export class PostPace {
  readonly #pace: Pace
  /** For each channel, when it will have been quiet. */
  readonly #until = new Map<string, number>()
  #swept = 0

  constructor(pace: Pace) {
    this.#pace = pace
  }

  /** Takes the next turn in a channel; returns the milliseconds to wait until it comes. */
  take(channel: string): number {
    const { interval, burst } = this.#pace
    const now = performance.now()
    const start = Math.max(this.#until.get(channel) ?? 0, now - (burst - 1) * interval)
    this.#until.set(channel, start + interval)
    this.#sweep(now)
    return Math.max(0, start - now)
  }

  /** Nothing goes to a channel for so many milliseconds. */
  hold(channel: string, ms: number): void {
    this.#until.set(channel, Math.max(this.#until.get(channel) ?? 0, performance.now() + ms))
  }

  #sweep(now: number): void {
    if (now - this.#swept < 60_000) return
    this.#swept = now
    for (const [channel, until] of this.#until)
      if (until < now - this.#pace.burst * this.#pace.interval) this.#until.delete(channel)
  }
}
