import { describe, expect, it } from 'vitest'
import { minuteOf, momentOf } from '../../src/opinions/day.ts'
import { withinHours } from '../../src/opinions/notice-hours.ts'

describe('a notice', () => {
  it.each([
    ['2026-08-20T00:00', '2026-08-20T08:00'],
    ['2026-08-20T07:59', '2026-08-20T08:00'],
    ['2026-08-20T08:00', '2026-08-20T08:00'],
    ['2026-08-20T19:59', '2026-08-20T19:59'],
    ['2026-08-20T20:00', '2026-08-21T08:00'],
    ['2026-12-31T23:59', '2027-01-01T08:00'],
  ])('of %s in Japan goes out at %s', (at, from) => {
    expect(minuteOf(withinHours(momentOf(at)))).toBe(from)
  })

  it('goes out in its own millisecond within the hours', () => {
    expect(withinHours(momentOf('2026-08-20T10:00') + 1)).toBe(momentOf('2026-08-20T10:00') + 1)
  })
})
