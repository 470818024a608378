import { momentOf } from '../../src/opinions/day.ts'
import type { Digest } from '../../src/opinions/digest.ts'

/** A digest in which there is nothing to tell. */
export function digestWith(change: Partial<Digest> = {}): Digest {
  const day = change.day ?? '2026-08-27'
  return {
    day,
    at: momentOf(`${day}T09:00`),
    since: null,
    kind: 'full',
    overdue: { count: 0, first: [] },
    soon: { count: 0, first: [] },
    ...{ filed: 0, onBehalf: 0, edited: 0, withdrawn: 0, toCheck: 0, replies: 0, corrections: 0 },
    calls: [],
    misses: [],
    ...{ undelivered: 0, expired: 0 },
    head: { entries: 5, hash: `3f9ac2${'0'.repeat(58)}` },
    marks: [],
    ...change,
  }
}
