import type { Clock, Lease, Leased, LeaseName } from '../../ports.ts'

/**
 * Leases end with the process that holds the journal, and the lock proves that no other process commits: so they need
 * no disk. Fences follow the clock, so that they grow across a restart too.
 */
export class Leases {
  readonly #clock: Clock
  readonly #leases = new Map<string, Lease>()
  #fence = 0

  constructor(clock: Clock) {
    this.#clock = clock
  }

  take({ committee, name }: LeaseName, holder: string, ms: number): Leased {
    const now = this.#clock.now()
    const found = this.#leases.get(nameOf({ committee, name }))
    if (found !== undefined && found.holder !== holder && found.until > now) {
      return { outcome: 'taken', holder: found.holder, until: found.until }
    }
    const fence = found?.holder === holder ? found.fence : this.#nextFence(now)
    const lease = { committee, name, holder, fence, until: now + ms }
    this.#leases.set(nameOf(lease), lease)
    return { outcome: 'held', lease }
  }

  release(lease: Lease): void {
    if (this.isHeld(lease)) this.#leases.delete(nameOf(lease))
  }

  /** A lease that is over is still held until somebody else takes it. */
  isHeld(lease: Lease): boolean {
    return this.#leases.get(nameOf(lease))?.fence === lease.fence
  }

  #nextFence(now: number): number {
    this.#fence = Math.max(this.#fence + 1, now)
    return this.#fence
  }
}

function nameOf({ committee, name }: LeaseName): string {
  return `${committee}\0${name}`
}
