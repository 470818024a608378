import holidayJp from '@holiday-jp/holiday_jp'
import type { Calendar } from './calendar.ts'
import { addDays, type Day } from './day.ts'

/** The office's calendar, with its own closed days in it. */
export function officeCalendar(own: ReadonlySet<Day>): Calendar {
  return {
    isClosed: (day) => isClosed(day, own),
    workingDayFrom: (day) => workingDayFrom(day, own),
    workingDaysBefore: (day, count) => workingDaysBefore(day, count, own),
  }
}

/** Saturdays and Sundays. */
function isWeekend(day: Day): boolean {
  return [0, 6].includes(new Date(`${day}T00:00Z`).getUTCDay())
}

/** The turn of the year, 29 December to 3 January, on which Japanese public offices are closed by law. */
function isTurnOfYear(day: Day): boolean {
  const date = day.slice(5)
  return date >= '12-29' || date <= '01-03'
}

/**
 * Whether the office is closed: on Saturdays, Sundays, national holidays, from 29 December to 3 January and on its own
 * days. National holidays are those of the table of @holiday-jp/holiday_jp, which ends with 2050: those of later years
 * are unknown here and count as open. Its functions are not used, they take the day from the server's time zone.
 */
export function isClosed(day: Day, own: ReadonlySet<Day>): boolean {
  return isWeekend(day) || isTurnOfYear(day) || own.has(day) || Object.hasOwn(holidayJp.holidays, day)
}

/** The first open day on or after a day. */
export function workingDayFrom(day: Day, own: ReadonlySet<Day>): Day {
  let found = day
  while (isClosed(found, own)) found = addDays(found, 1)
  return found
}

/** The open day that is the `count`th before a day, which itself does not count; the day itself for 0. */
export function workingDaysBefore(day: Day, count: number, own: ReadonlySet<Day>): Day {
  let found = day
  for (let left = count; left > 0; ) {
    found = addDays(found, -1)
    if (!isClosed(found, own)) left -= 1
  }
  return found
}
