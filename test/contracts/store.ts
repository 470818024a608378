import { describeChain } from './store/chain.ts'
import { describeCommits } from './store/commits.ts'
import { describeHistories } from './store/histories.ts'
import { describeLeases } from './store/leases.ts'
import type { Place } from './store/place.ts'
import { describeRecords } from './store/records.ts'

/**
 * What every store promises. `make` gives a new, empty place; `tidy` does what the store does to itself in quiet hours.
 */
export function describeStore(name: string, make: () => Promise<Place & { readonly tidy: () => Promise<void> }>): void {
  describeRecords(name, make)
  describeCommits(name, make)
  describeLeases(name, make)
  describeChain(name, make)
  describeHistories(name, make)
}
