import type { YearNamed } from './numbers.ts'
import type { PreparedRecord } from './prepared-record.ts'

/** Something that stands in one document's list. */
type Listed = { readonly document: string }

/** The entries of the lists of the years named; all entries where no year is named, or no document of it is held. */
export function ofYears<T extends Listed>(
  entries: readonly T[],
  years: readonly YearNamed[],
  { record, isOfYear }: PreparedRecord,
): readonly T[] {
  const asked = years.filter((year) => record.documents.some((held) => held.years.includes(year.fiscalYear)))
  if (asked.length === 0) return entries
  return entries.filter((entry) => asked.some((year) => isOfYear(entry.document, year.fiscalYear)))
}

/** Of the entries that are the same thing in several lists, those of the newest. */
export function newest<T extends Listed>(
  entries: readonly T[],
  isSame: (one: T, other: T) => boolean,
  prepared: PreparedRecord,
): readonly T[] {
  return entries.filter(
    (entry) => !entries.some((other) => other !== entry && isSame(other, entry) && isNewer(other, entry, prepared)),
  )
}

/** Whether one stands in a newer list than the other; the record's documents are ordered by that. */
export function isNewer(one: Listed, other: Listed, { record }: PreparedRecord): boolean {
  const order = record.documents.map((document) => document.id)
  return order.indexOf(one.document) < order.indexOf(other.document)
}
