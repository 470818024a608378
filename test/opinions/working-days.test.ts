import { describe, expect, it } from 'vitest'
import { isClosed } from '../../src/opinions/working-days.ts'
import { describeInTimeZones } from '../support/time-zones.ts'

const none: ReadonlySet<string> = new Set()
const own: ReadonlySet<string> = new Set(['2026-10-01'])

const load = () => import('../../src/opinions/working-days.ts')

describeInTimeZones('the office', load, (loaded) => {
  it.each([
    ['a Saturday', '2026-08-29'],
    ['a Sunday', '2026-08-30'],
    ['a national holiday', '2026-08-11'],
    ['a holiday in lieu', '2026-05-06'],
    ['a day between two holidays', '2026-09-22'],
    ['29 December', '2026-12-29'],
    ['31 December', '2026-12-31'],
    ["New Year's Day", '2027-01-01'],
    ['3 January', '2025-01-03'],
    ['a day of its own', '2026-10-01'],
    ['the last holiday that is known', '2050-11-23'],
  ])('is closed on %s', (_, day) => {
    expect(loaded().isClosed(day, own)).toBe(true)
  })

  it.each([
    ['a Friday', '2026-08-28'],
    ['a Monday', '2026-08-31'],
    ['the day before a holiday', '2026-08-10'],
    ['the day after a holiday', '2026-08-12'],
    ['28 December', '2026-12-28'],
    ['4 January', '2027-01-04'],
    ["another year's day of its own", '2027-10-01'],
    ['a holiday of a year that is not known yet', '2051-02-23'],
  ])('is open on %s', (_, day) => {
    expect(loaded().isClosed(day, own)).toBe(false)
  })

  it.each([
    ['2026-08-28', '2026-08-28'],
    ['2026-08-29', '2026-08-31'],
    ['2026-05-02', '2026-05-07'],
    ['2026-09-19', '2026-09-24'],
    ['2026-12-29', '2027-01-04'],
    ['2026-10-01', '2026-10-02'],
  ])('takes in what is due on %s on %s', (day, open) => {
    expect(loaded().workingDayFrom(day, own)).toBe(open)
  })

  it.each([
    ['2026-08-28', 0, '2026-08-28'],
    ['2026-08-28', 3, '2026-08-25'],
    ['2026-08-31', 1, '2026-08-28'],
    ['2026-08-29', 1, '2026-08-28'],
    ['2026-05-07', 2, '2026-04-30'],
    ['2027-01-05', 2, '2026-12-28'],
    ['2026-10-02', 1, '2026-09-30'],
  ])('counts back from %s by %i to %s', (day, count, before) => {
    expect(loaded().workingDaysBefore(day, count, own)).toBe(before)
  })
})

describe('days of its own', () => {
  it('are those given, and no others', () => {
    expect(isClosed('2026-10-01', none)).toBe(false)
  })
})
