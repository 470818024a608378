import type { Day, Minute } from '../../opinions/day.ts'

/** How people read days and minutes of Japan; the server's time zone has no part in it. */
type Dates = {
  readonly day: (day: Day) => string
  readonly fullDay: (day: Day) => string
  readonly minute: (minute: Minute) => string
  readonly fullMinute: (minute: Minute) => string
  /** For lists. */
  readonly shortDay: (day: Day) => string
  readonly shortMinute: (minute: Minute) => string
}

type Part = 'era' | 'year' | 'month' | 'day' | 'weekday'

/** Reads parts of a date off a locale's calendar, so that eras and names of days are those of Intl. */
function partsBy(locale: string, options: Intl.DateTimeFormatOptions): (day: Day) => Readonly<Record<Part, string>> {
  const format = new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' })
  return (day) => {
    const parts = format.formatToParts(new Date(`${day}T00:00Z`))
    const part = (type: Part) => parts.find((one) => one.type === type)?.value ?? ''
    return { era: part('era'), year: part('year'), month: part('month'), day: part('day'), weekday: part('weekday') }
  }
}

const japanese = partsBy('ja-JP-u-ca-japanese', {
  era: 'long',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  weekday: 'short',
})
const english = partsBy('en-GB', { year: 'numeric', month: 'long', day: 'numeric', weekday: 'long' })

const dayIn = (minute: Minute): Day => minute.slice(0, 10)
const timeIn = (minute: Minute) => minute.slice(11)

function japaneseTime(minute: Minute): string {
  const [hours = 0, minutes = 0] = timeIn(minute).split(':').map(Number)
  return minutes === 0 ? `${hours}時` : `${hours}時${minutes}分`
}

/** 8月28日（金）, 令和8年8月28日（金）, 8月28日（金）17時, 令和8年8月20日（木）21時14分, 8/25・火, 8/28・金 17時. */
export const datesJa: Dates = {
  day: (day) => {
    const date = japanese(day)
    return `${date.month}月${date.day}日（${date.weekday}）`
  },
  fullDay: (day) => {
    const date = japanese(day)
    return `${date.era}${date.year === '1' ? '元' : date.year}年${datesJa.day(day)}`
  },
  minute: (minute) => `${datesJa.day(dayIn(minute))}${japaneseTime(minute)}`,
  fullMinute: (minute) => `${datesJa.fullDay(dayIn(minute))}${japaneseTime(minute)}`,
  shortDay: (day) => {
    const date = japanese(day)
    return `${date.month}/${date.day}・${date.weekday}`
  },
  shortMinute: (minute) => `${datesJa.shortDay(dayIn(minute))} ${japaneseTime(minute)}`,
}

/** Friday 28 August, Friday 28 August 2026, Friday 28 August, 17:00, Thursday 20 August 2026, 21:14, Tue 25 Aug, Fri 28 Aug, 17:00. */
export const datesEn: Dates = {
  day: (day) => {
    const date = english(day)
    return `${date.weekday} ${date.day} ${date.month}`
  },
  fullDay: (day) => `${datesEn.day(day)} ${english(day).year}`,
  minute: (minute) => `${datesEn.day(dayIn(minute))}, ${timeIn(minute)}`,
  fullMinute: (minute) => `${datesEn.fullDay(dayIn(minute))}, ${timeIn(minute)}`,
  shortDay: (day) => {
    const date = english(day)
    return `${date.weekday.slice(0, 3)} ${date.day} ${date.month.slice(0, 3)}`
  },
  shortMinute: (minute) => `${datesEn.shortDay(dayIn(minute))}, ${timeIn(minute)}`,
}
