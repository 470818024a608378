import type { Calendar } from '../../src/opinions/calendar.ts'
import { addDays, type Day } from '../../src/opinions/day.ts'

/** A calendar that knows weekends, and the closed days that it is given. */
export function weekendsAnd(...closed: readonly Day[]): Calendar {
  const isClosed = (day: Day) => closed.includes(day) || [0, 6].includes(new Date(`${day}T00:00Z`).getUTCDay())
  const workingDayFrom = (day: Day): Day => (isClosed(day) ? workingDayFrom(addDays(day, 1)) : day)
  const workingDaysBefore = (day: Day, count: number): Day => {
    if (count === 0) return day
    const before = addDays(day, -1)
    return workingDaysBefore(before, isClosed(before) ? count : count - 1)
  }
  return { isClosed, workingDayFrom, workingDaysBefore }
}

export const weekends = weekendsAnd()
