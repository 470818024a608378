import type { Calendar } from './calendar.ts'
import { addDays, type Day, dayOf, momentOf } from './day.ts'
import type { Digest } from './digest.ts'
import { postsOn } from './read-roster.ts'
import type { Records } from './records.ts'

/**
 * Whether the digest of today is to be made at a moment (milliseconds since 1970): on a working day, from `time` (`09:00`) on,
 * once, while somebody of the staff is there to read it. A day that was missed is not made up for: the next covers it.
 */
export async function isDigestDue(records: Records, calendar: Calendar, time: string, at: number): Promise<boolean> {
  const today = dayOf(at)
  if (calendar.isClosed(today) || at < momentOf(`${today}T${time}`)) return false
  if ((await records.find('digests', today)) !== undefined) return false
  return (await records.list('staff')).some(({ value }) => postsOn(value, today).length > 0)
}

/** The newest digest before a day. */
export async function findLastDigest(records: Records, day: Day): Promise<Digest | null> {
  const digests = (await records.list('digests')).map(({ value }) => value).filter((one) => one.day < day)
  return digests.toSorted((a, b) => a.at - b.at).at(-1) ?? null
}

/** Whether no digest was made yet in the week (from Monday) of a day: so on its first working day, or after downtime later. */
export function isFirstOfWeek(day: Day, last: Digest | null): boolean {
  const weekday = new Date(`${day}T00:00Z`).getUTCDay()
  const monday = addDays(day, -((weekday + 6) % 7))
  return last === null || last.day < monday
}
