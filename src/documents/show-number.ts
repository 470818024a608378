import { showDate } from './show-date.ts'

/**
 * A number as Excel shows it by a format code: decimals, thousands, percent, literals, sections for negative and zero,
 * dates and wareki. A code of another kind (fractions, conditions) shows the number as it is.
 */
export function showNumber(value: number, format = 'General'): string {
  const sections = splitSections(format)
  const [first = 'General', negative, zero] = sections
  if (/\[[<>=]/u.test(format)) return general(value)
  if (isDateFormat(first)) return value < 0 ? general(value) : showDate(value, first)
  if (value === 0 && zero !== undefined) return inSection(0, zero)
  if (value < 0) return negative === undefined ? `-${inSection(-value, first)}` : inSection(-value, negative)
  return inSection(value, first)
}

/** Float noise goes, digits stay: 0.1 + 0.2 is 0.3. */
function general(value: number): string {
  return String(Number(value.toPrecision(15)))
}

/** A part of a format code: text to print, or what stands for digits. */
const token = /"([^"]*)"|\\(.)|_.|\*.|\[[^\]]*\]|([0#?.,]+)|(General|@)|(%)|([\s\S])/gu

function inSection(value: number, section: string): string {
  const tokens = [...section.matchAll(token)]
  const digits = tokens.filter((match) => match[3] !== undefined)
  if (digits.length > 1 || /[Ee][+-]|\/\?|\?\//u.test(section)) return general(value)
  const scaled = tokens.some((match) => match[5] !== undefined) ? value * 100 : value
  return tokens
    .map(([, quoted, escaped, pattern, whole, percent, literal]) => {
      if (pattern !== undefined) return inPattern(scaled, pattern)
      if (whole !== undefined) return general(value)
      return quoted ?? escaped ?? percent ?? literal ?? ''
    })
    .join('')
    .trim()
}

/** `#,##0.0#`: digits before and after the point; commas at the end count thousands. */
function inPattern(value: number, pattern: string): string {
  const [whole = '', decimals = ''] = pattern.split('.')
  const places = decimals.replace(/[^0#?]/gu, '').length
  const thousands = /,+$/u.exec(pattern)?.[0].length ?? 0
  const rounded = roundDecimal(Math.abs(value) / 1000 ** thousands, places)
  const [integer = '0', fraction = ''] = rounded.toFixed(places).split('.')
  const padded = integer
    .padStart(whole.replace(/[^0]/gu, '').length, '0')
    .replace(/^0$/u, whole.includes('0') ? '0' : '')
  const grouped = /[0#?],[0#?]/u.test(whole) ? padded.replaceAll(/\B(?=(?:\d{3})+$)/gu, ',') : padded
  const kept = fraction.replace(/0+$/u, '').length
  const least = decimals.replace(/[^0]/gu, '').length
  const shownFraction = fraction.slice(0, Math.max(kept, least))
  return pattern.includes('.') && (shownFraction !== '' || least > 0) ? `${grouped}.${shownFraction}` : grouped
}

/** Half away from zero on the decimal digits, as Excel does. */
function roundDecimal(value: number, places: number): number {
  const text = String(Number(value.toPrecision(15)))
  return text.includes('e') ? value : Number(`${Math.round(Number(`${text}e${places}`))}e-${places}`)
}

function splitSections(format: string): readonly string[] {
  return [...format.matchAll(/(?:"[^"]*"|\\.|\[[^\]]*\]|[^;])+|(?<=;)(?=;|$)/gu)].map(([section]) => section)
}

function isDateFormat(section: string): boolean {
  const bare = section.replaceAll(/"[^"]*"|\\.|_.|\*./gu, '').replaceAll(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/giu, '')
  return !/General|[0#?]/u.test(bare.replace(/[sS]\.0+/u, 's')) && /[ymdhsge]|aaa/iu.test(bare)
}
