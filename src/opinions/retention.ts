import type { Call } from './call.ts'
import { type Day, dayOf, fiscalYearOf } from './day.ts'
import type { Records } from './records.ts'

/** A round that has been kept as long as it is to be kept; `over` is the first day after that. */
export type ExpiredRound = {
  readonly call: string
  readonly name: string
  readonly closed: Day
  readonly published: Day
  readonly over: Day
}

/**
 * The rounds that are past their retention on a day: closed, published, and `years` whole fiscal years after the one in
 * which the later of the two happened are over (so a round of the fiscal year 2026, kept 5 years, from 1 April 2032 on). What
 * is open or not published never is; without years nothing is.
 */
export async function listExpired(
  records: Records,
  years: number | null,
  today: Day,
): Promise<readonly ExpiredRound[]> {
  if (years === null) return []
  const calls = await records.list('calls')
  const rounds = await Promise.all(calls.map(async ({ value }) => await findExpired(records, value, years, today)))
  return rounds.filter((round) => round !== null)
}

async function findExpired(records: Records, call: Call, years: number, today: Day): Promise<ExpiredRound | null> {
  const published = (await records.find('releases', call.id))?.value.published?.day
  if (call.closed === null || published === undefined) return null
  const closed = dayOf(call.closed)
  const [, last = closed] = [closed, published].sort()
  const over = `${fiscalYearOf(last) + years + 1}-04-01`
  return today < over ? null : { call: call.id, name: call.name, closed, published, over }
}
