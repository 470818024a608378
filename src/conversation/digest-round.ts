import { buildDigest } from '../opinions/build-digest.ts'
import type { Calendar } from '../opinions/calendar.ts'
import { dayOf } from '../opinions/day.ts'
import type { Digest } from '../opinions/digest.ts'
import { findLastDigest, isDigestDue, isFirstOfWeek } from '../opinions/digest-day.ts'
import { keepDigest } from '../opinions/keep-digest.ts'
import type { Miss } from '../opinions/miss.ts'
import type { Found, Records } from '../opinions/records.ts'
import { listExpired } from '../opinions/retention.ts'
import type { Store } from '../ports.ts'
import { listStuck } from './list-stuck.ts'
import { carryOutOwn } from './own-acts.ts'
import type { Keeping } from './scene.ts'

/** When the digest is made (`09:00` in Japan), the places it goes to, and who makes it. */
export type DigestRound = {
  readonly time: string
  readonly places: readonly string[]
  readonly calendar: Calendar
  readonly keeping: Keeping
  readonly holder: string
}

/** Milliseconds that the making of one digest is held for one process. */
const hold = 60_000

/**
 * Makes the digest of today where it is due, and puts it into the outbox. One a day whoever asks: a lease on the day, and the
 * record of that day in the same commit as the notices.
 */
export async function makeDigest(store: Store, records: Records, round: DigestRound, at: number): Promise<void> {
  const { time, places, calendar, keeping, holder } = round
  if (!(await isDigestDue(records, calendar, time, at))) return
  const { committee } = records
  const leased = await store.lease({ committee, name: `digest/${dayOf(at)}` }, holder, hold)
  if (leased.outcome === 'taken') return
  try {
    const { digest, misses } = await drawUpDigest(records, keeping, at)
    await carryOutOwn(store, records, keepDigest(records, digest, places, misses), at, { lease: leased.lease })
  } finally {
    await store.release(leased.lease)
  }
}

/** The digest of a moment, and the questions that it counts; nothing is kept. */
export async function drawUpDigest(
  records: Records,
  { chain, retentionYears }: Keeping,
  at: number,
): Promise<{ readonly digest: Digest; readonly misses: readonly Found<Miss>[] }> {
  const today = dayOf(at)
  const last = await findLastDigest(records, today)
  const misses = await records.list('misses')
  const digest = await buildDigest(records, {
    ...{ at, last, misses: misses.map(({ value }) => value) },
    undelivered: (await listStuck(records, at)).length,
    expired: (await listExpired(records, retentionYears, today)).map(({ call }) => call),
    head: chain === null ? null : await chain.head(),
    isFirstOfWeek: isFirstOfWeek(today, last),
  })
  return { digest, misses }
}
