import { addDays, dayOf, minuteOf, momentOf } from './day.ts'

/** Members are written to from 8:00 until 20:00 in Japan, except for receipts. Milliseconds since 1970: `at`, or the next 8:00. */
export function withinHours(at: number): number {
  const time = minuteOf(at).slice(11)
  if (time >= '08:00' && time < '20:00') return at
  return momentOf(`${time < '08:00' ? dayOf(at) : addDays(dayOf(at), 1)}T08:00`)
}
