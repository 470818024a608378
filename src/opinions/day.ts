import * as z from 'zod'

/** A day of the calendar in Japan, as `2026-08-28`. */
export const Day = z.iso.date()
export type Day = z.infer<typeof Day>

/** A minute in Japan, as `2026-08-28T17:00`. */
export const Minute = z.string().regex(/^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d$/u)
export type Minute = z.infer<typeof Minute>

/** Japan has kept to UTC+9 all year since 1952, so no time zone of the server's comes into it. */
const offset = 9 * 60 * 60 * 1000

/** The day in Japan at a moment (milliseconds since 1970). */
export function dayOf(at: number): Day {
  return new Date(at + offset).toISOString().slice(0, 10)
}

/** The minute in Japan at a moment (milliseconds since 1970). */
export function minuteOf(at: number): Minute {
  return new Date(at + offset).toISOString().slice(0, 16)
}

/** The moment (milliseconds since 1970) at which a minute in Japan begins. */
export function momentOf(minute: Minute): number {
  return Date.parse(`${minute}:00Z`) - offset
}

/** The day `days` after (or before, where negative) another. */
export function addDays(day: Day, days: number): Day {
  return new Date(Date.parse(`${day}T00:00Z`) + days * 24 * 60 * 60 * 1000).toISOString().slice(0, 10)
}

/** The fiscal year, which begins on 1 April. */
export function fiscalYearOf(day: Day): number {
  return Number(day.slice(0, 4)) - (day.slice(5) < '04-01' ? 1 : 0)
}
