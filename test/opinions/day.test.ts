import fc from 'fast-check'
import { expect, it } from 'vitest'
import { describeInTimeZones } from '../support/time-zones.ts'

const moments = fc.date({ min: new Date('1953-01-01'), max: new Date('2999-01-01'), noInvalidDate: true })

const load = () => import('../../src/opinions/day.ts')

describeInTimeZones('days in Japan', load, (loaded) => {
  it.each([
    ['2026-08-27T14:59:59.999Z', '2026-08-27', '2026-08-27T23:59'],
    ['2026-08-27T15:00:00.000Z', '2026-08-28', '2026-08-28T00:00'],
    ['2026-12-31T15:00:00.000Z', '2027-01-01', '2027-01-01T00:00'],
    ['2028-02-28T15:00:00.000Z', '2028-02-29', '2028-02-29T00:00'],
  ])('begin at midnight in Japan: %s is on %s', (moment, day, minute) => {
    const { dayOf, minuteOf } = loaded()
    const at = Date.parse(moment)

    expect(dayOf(at)).toBe(day)
    expect(minuteOf(at)).toBe(minute)
  })

  it.each([
    ['2026-03-31T14:59:59.999Z', 2025],
    ['2026-03-31T15:00:00.000Z', 2026],
    ['2026-12-31T15:00:00.000Z', 2026],
  ])('begin a fiscal year on 1 April: %s is in %i', (moment, year) => {
    const { dayOf, fiscalYearOf } = loaded()

    expect(fiscalYearOf(dayOf(Date.parse(moment)))).toBe(year)
  })

  it('have minutes that begin at one moment each', () => {
    const { Day, dayOf, Minute, minuteOf, momentOf } = loaded()

    expect(momentOf('2026-08-28T17:00')).toBe(Date.parse('2026-08-28T08:00:00Z'))
    fc.assert(
      fc.property(moments, (date) => {
        const minute = minuteOf(date.getTime())

        expect(Minute.parse(minute)).toBe(minute)
        expect(Day.parse(dayOf(date.getTime()))).toBe(minute.slice(0, 10))
        expect(minuteOf(momentOf(minute))).toBe(minute)
        expect(momentOf(minute)).toBe(Math.floor(date.getTime() / 60_000) * 60_000)
      }),
    )
  })

  it.each([
    ['2026-03-31', 1, '2026-04-01'],
    ['2026-01-01', -1, '2025-12-31'],
    ['2028-02-28', 1, '2028-02-29'],
    ['2026-03-07', 2, '2026-03-09'],
    ['2026-08-28', 0, '2026-08-28'],
  ])('are counted on: %s and %i is %s', (day, days, other) => {
    expect(loaded().addDays(day, days)).toBe(other)
  })
})
