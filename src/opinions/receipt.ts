import { type Day, fiscalYearOf } from './day.ts'
import { halfWidth } from './half-width.ts'
import { itemId } from './queue-item.ts'

const eraYear = new Intl.DateTimeFormat('ja-JP-u-ca-japanese', {
  era: 'narrow',
  year: 'numeric',
  timeZone: 'Asia/Tokyo',
})

/** The counter of receipts of the fiscal year in which a day lies: the letter and year of the Japanese era on its 1 April, `R8`. */
export function counterOf(day: Day): string {
  const parts = eraYear.formatToParts(new Date(`${fiscalYearOf(day)}-04-01T12:00+09:00`))
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? ''
  return `${part('era')}${part('year').replace('元', '1')}`
}

/** A receipt such as `R8-012`: the counter's number has three digits at least; `prefix` (`V-`) stands before it as it is. */
export function receiptOf(prefix: string, counter: string, number: number): string {
  return `${prefix}${counter}-${String(number).padStart(3, '0')}`
}

/** The letters of the eras that fiscal years of receipts may have; a new era is among them once Node knows it. */
const eras = [...new Set(Array.from({ length: 80 }, (_, year) => counterOf(`${2020 + year}-04-01`).slice(0, 1)))]

/**
 * The receipt that a message is or names, in the form of `receiptOf`, however it is written: r8-12, Ｒ８－０１２,
 * 「R8-012」を直したい, R8-012-1 (the item is left out), with or without the prefix. The first where there are several.
 * Nothing says that it was ever given.
 */
export function findReceipt(text: string, prefix: string): string | undefined {
  return readReceipt(text, prefix)?.receipt
}

/** The item that a message is or names, as `R8-012-1`, however it is written; undefined where it names only a receipt. */
export function findItem(text: string, prefix: string): string | undefined {
  const { receipt, item } = readReceipt(text, prefix) ?? {}
  return receipt === undefined || item === undefined ? undefined : itemId(receipt, Number(item))
}

function readReceipt(text: string, prefix: string) {
  const [found, era = '', year = '', number = '', item] = receiptPattern(prefix).exec(halfWidth(text)) ?? []
  if (found === undefined) return undefined
  return { receipt: receiptOf(prefix, `${era.toUpperCase()}${year}`, Number(number)), item }
}

/** No part of a longer word or number (a telephone number, another committee's receipt), and no span of years or months. */
function receiptPattern(prefix: string): RegExp {
  const before = String.raw`(?<![a-z\d]-?)(?:${RegExp.escape(halfWidth(prefix))})?`
  const receipt = String.raw`([${eras.join('')}])0?([1-9]\d?) ?- ?0{0,5}([1-9]\d{0,5})`
  const item = String.raw`(?: ?- ?0?([1-9]\d?))?`
  return new RegExp(`${before}${receipt}${item}${String.raw`(?![a-z\d]|[-.]\d|[年月])`}`, 'iu')
}
