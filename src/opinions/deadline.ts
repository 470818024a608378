import * as z from 'zod'
import { type Calendar, type ClosedDay, refuseClosedDay } from './calendar.ts'
import { Day, Minute, momentOf } from './day.ts'

/** A deadline as staff set it: a minute, or a day, which means 17:00 of it. */
export const Deadline = z.union([
  Day.transform((day): Minute => `${day}T17:00`),
  Minute.refine((minute) => Day.safeParse(minute.slice(0, 10)).success),
])

export type DeadlineRefusal =
  | { readonly kind: 'refused'; readonly why: 'deadline-past'; readonly deadline: Minute }
  | ClosedDay

/** Why a deadline cannot be set at a moment (milliseconds since 1970), or null. */
export function refuseDeadline(deadline: Minute, at: number, calendar: Calendar): DeadlineRefusal | null {
  if (momentOf(deadline) <= at) return { kind: 'refused', why: 'deadline-past', deadline }
  return refuseClosedDay(dayOfDeadline(deadline), calendar)
}

/** The day in Japan on which a deadline lies. */
export function dayOfDeadline(deadline: Minute): Day {
  return deadline.slice(0, 10)
}
