import type { Day } from './day.ts'

/** The office's working days, with its own closed days in it. */
export type Calendar = {
  readonly isClosed: (day: Day) => boolean
  /** The day itself, or the next working day after it. */
  readonly workingDayFrom: (day: Day) => Day
  /** The working day that lies `count` working days before a day; the day itself is not counted. */
  readonly workingDaysBefore: (day: Day, count: number) => Day
}

/** A day that the office is closed on, with the next working day offered in its place. */
export type ClosedDay = {
  readonly kind: 'refused'
  readonly why: 'closed-day'
  readonly day: Day
  readonly offered: Day
}

/** The refusal of a day that the office is closed on; null for a working day. */
export function refuseClosedDay(day: Day, calendar: Calendar): ClosedDay | null {
  if (!calendar.isClosed(day)) return null
  return { kind: 'refused', why: 'closed-day', day, offered: calendar.workingDayFrom(day) }
}
