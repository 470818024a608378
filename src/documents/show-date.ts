/** The eras since Meiji: first day, name, and its first letters. The days before are shown in the western calendar. */
const eras = [
  { from: '2019-05-01', name: '令和', letter: 'R' },
  { from: '1989-01-08', name: '平成', letter: 'H' },
  { from: '1926-12-25', name: '昭和', letter: 'S' },
  { from: '1912-07-30', name: '大正', letter: 'T' },
  { from: '1868-01-25', name: '明治', letter: 'M' },
]
const weekdays = ['日', '月', '火', '水', '木', '金', '土']
const english = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']
const months = 'January February March April May June July August September October November December'.split(' ')

const token =
  /"([^"]*)"|\\(.)|_.|\*.|\[(h+|m+|s+)\]|\[[^\]]*\]|(AM\/PM|A\/P|午前\/午後)|(g+|e+|y+|m+|d+|a{3,4}|h+|s+(?:\.0+)?)|([\s\S])/giu

/** A day number (1 is 1900-01-01) by a format code of dates and times, wareki included: `[$-411]ggge"年"m"月"d"日"`. */
export function showDate(value: number, format: string): string {
  const tokens = [...format.matchAll(token)]
  const seconds = Math.round(value * 86_400)
  const date = new Date(Date.UTC(1899, 11, value < 60 ? 31 : 30) + seconds * 1000)
  if (Number.isNaN(date.getTime())) return String(value)
  const day = date.toISOString().slice(0, 10)
  const era = eras.find(({ from }) => day >= from)
  const gannen = /x-gannen/u.test(format)
  const half = tokens.some((match) => match[4] !== undefined)
  const hour = date.getUTCHours()
  let last = ''
  return tokens
    .map(([, quoted, escaped, elapsed, noon, part, literal], index) => {
      if (elapsed !== undefined) {
        last = elapsed.charAt(0).toLowerCase()
        return two(Math.floor(seconds / unitSeconds(last)), elapsed.length)
      }
      if (noon !== undefined) return noon === '午前/午後' ? (hour < 12 ? '午前' : '午後') : hour < 12 ? 'AM' : 'PM'
      if (part === undefined) return quoted ?? escaped ?? literal ?? ''
      const kind = part.charAt(0).toLowerCase()
      const next = tokens.slice(index + 1).find((match) => match[5] !== undefined)?.[5] ?? ''
      const isMinute = kind === 'm' && part.length < 3 && (last === 'h' || next.toLowerCase().startsWith('s'))
      last = kind
      return isMinute ? two(date.getUTCMinutes(), part.length) : shownPart(kind, part.length)
    })
    .join('')
    .trim()

  function shownPart(kind: string, length: number): string {
    const year = date.getUTCFullYear()
    switch (kind) {
      case 'g':
        return era === undefined ? '' : length === 1 ? era.letter : length === 2 ? era.name.charAt(0) : era.name
      case 'e': {
        if (era === undefined) return String(year)
        const count = year - Number(era.from.slice(0, 4)) + 1
        return count === 1 && gannen ? '元' : two(count, length)
      }
      case 'y':
        return length <= 2 ? two(year % 100, 2) : String(year)
      case 'm': {
        const name = months[date.getUTCMonth()] ?? ''
        return length === 3 ? name.slice(0, 3) : length > 3 ? name : two(date.getUTCMonth() + 1, length)
      }
      case 'd': {
        const name = english[date.getUTCDay()] ?? ''
        return length === 3 ? name.slice(0, 3) : length > 3 ? name : two(date.getUTCDate(), length)
      }
      case 'a':
        return `${weekdays[date.getUTCDay()] ?? ''}${length > 3 ? '曜日' : ''}`
      case 'h':
        return two(half ? hour % 12 || 12 : hour, length)
      default:
        return two(date.getUTCSeconds(), Math.min(length, 2))
    }
  }
}

function unitSeconds(unit: string): number {
  return unit === 'h' ? 3600 : unit === 'm' ? 60 : 1
}

function two(value: number, length: number): string {
  return String(value).padStart(Math.min(length, 2), '0')
}
