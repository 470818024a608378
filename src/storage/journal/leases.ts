import type { Clock, Lease, Leased, LeaseName } from '../../ports.ts'

/**
 * Leases end with the process that holds the journal, and the lock proves that no other process commits: so they need
 * no disk. Fences follow the clock, so that they grow across a restart too.
 */
export class Leases {
  readonly #clock: Clock
  readonly #leases = new Map<string, Lease>()
  /** Whoever has ever taken one. */
  readonly #holders = new Set<string>()
  #fence = 0

  constructor(clock: Clock) {
    this.#clock = clock
  }

  take({ committee, name }: LeaseName, holder: string, ms: number): Leased {
    this.#holders.add(holder)
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

  /** Whether nobody else has ever taken a lease here: then nothing is being written under another's. */
  isOnly(holder: string): boolean {
    return this.#holders.size === 0 || (this.#holders.size === 1 && this.#holders.has(holder))
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
