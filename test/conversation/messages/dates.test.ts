import { expect, it } from 'vitest'
import { describeInTimeZones } from '../../support/time-zones.ts'

const load = () => import('../../../src/conversation/messages/dates.ts')

describeInTimeZones('days and minutes as people read them', load, (dates) => {
  it.each([
    ['2026-08-28', '8月28日（金）', '令和8年8月28日（金）', '8/28・金'],
    ['2026-01-01', '1月1日（木）', '令和8年1月1日（木）', '1/1・木'],
    ['2019-05-01', '5月1日（水）', '令和元年5月1日（水）', '5/1・水'],
    ['2019-04-30', '4月30日（火）', '平成31年4月30日（火）', '4/30・火'],
    ['2028-02-29', '2月29日（火）', '令和10年2月29日（火）', '2/29・火'],
  ])('are days in Japanese: %s', (day, short, full, shortest) => {
    expect(dates().datesJa.day(day)).toBe(short)
    expect(dates().datesJa.fullDay(day)).toBe(full)
    expect(dates().datesJa.shortDay(day)).toBe(shortest)
  })

  it.each([
    ['2026-08-28T17:00', '8月28日（金）17時', '令和8年8月28日（金）17時'],
    ['2026-08-28T17:05', '8月28日（金）17時5分', '令和8年8月28日（金）17時5分'],
    ['2026-08-20T21:14', '8月20日（木）21時14分', '令和8年8月20日（木）21時14分'],
    ['2026-08-28T00:00', '8月28日（金）0時', '令和8年8月28日（金）0時'],
    ['2026-08-28T23:59', '8月28日（金）23時59分', '令和8年8月28日（金）23時59分'],
  ])('are minutes in Japanese: %s', (minute, short, full) => {
    expect(dates().datesJa.minute(minute)).toBe(short)
    expect(dates().datesJa.fullMinute(minute)).toBe(full)
  })

  it.each([
    ['2026-08-28', 'Friday 28 August', 'Friday 28 August 2026', 'Fri 28 Aug'],
    ['2026-01-01', 'Thursday 1 January', 'Thursday 1 January 2026', 'Thu 1 Jan'],
    ['2026-09-01', 'Tuesday 1 September', 'Tuesday 1 September 2026', 'Tue 1 Sep'],
  ])('are days in English: %s', (day, short, full, shortest) => {
    expect(dates().datesEn.day(day)).toBe(short)
    expect(dates().datesEn.fullDay(day)).toBe(full)
    expect(dates().datesEn.shortDay(day)).toBe(shortest)
  })

  it.each([
    ['2026-08-28T17:00', 'Friday 28 August, 17:00', 'Friday 28 August 2026, 17:00'],
    ['2026-08-28T00:05', 'Friday 28 August, 00:05', 'Friday 28 August 2026, 00:05'],
  ])('are minutes in English: %s', (minute, short, full) => {
    expect(dates().datesEn.minute(minute)).toBe(short)
    expect(dates().datesEn.fullMinute(minute)).toBe(full)
  })
})
