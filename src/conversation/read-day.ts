import { addDays, Day } from '../opinions/day.ts'
import { normalText } from '../questions/normal-text.ts'
import { findYears } from '../questions/numbers.ts'

/** Characters (UTF-16 units) of a day however it is written. */
const longestDay = 40

/** Reads a day that has been, as people write it (今日, 8/20, 8月20日, 令和8年8月20日, 2026-08-20); without a year the last such day. */
export function readPastDay(text: string, today: Day): Day | undefined {
  if (text.length > longestDay) return undefined
  const said = normalText(text)
  if (/^(?:今日|本日|today)$/u.test(said)) return today
  if (/^(?:昨日|きのう|yesterday)$/u.test(said)) return addDays(today, -1)
  const parts = /(?:(\d{4})[-/.年]\s?)?(\d{1,2})[-/.月]\s?(\d{1,2})日?(?:\(.\))?$/u.exec(said)
  if (parts === null) return undefined
  const [, western, month = '', day = ''] = parts
  const era = western === undefined ? findYears(said).find(({ phrase }) => /年/u.test(phrase)) : undefined
  const year = western ?? (era === undefined ? undefined : calendarYear(era.fiscalYear, Number(month)))
  const on = (of: string | number) => Day.safeParse(`${of}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`).data
  const thisYear = Number(today.slice(0, 4))
  const candidates = year === undefined ? [on(thisYear), on(thisYear - 1)] : [on(year)]
  return candidates.find((one) => one !== undefined && one <= today)
}

function calendarYear(fiscalYear: number, month: number): number {
  return month < 4 ? fiscalYear + 1 : fiscalYear
}
