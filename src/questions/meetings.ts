import type { PublishedDocument } from '../record/public-record.ts'
import type { PreparedRecord } from './prepared-record.ts'
import type { Question } from './question.ts'

/** 第1回, 1st meeting, second meeting. */
const numbered = /第(\d+)回|\b(\d+)(?:st|nd|rd|th) meeting|\b(first|second|third|fourth) meeting/gu
const ordinals = ['first', 'second', 'third', 'fourth']

/** The numbers of the meetings that a question names. */
function meetingsNamed(text: string): readonly number[] {
  return [...text.matchAll(numbered)].map(([, japanese, english, word = '']) =>
    Number(japanese ?? english ?? ordinals.indexOf(word) + 1),
  )
}

/** The documents of the years and meetings that a question names; all where it names none, none where it names others. */
export function documentsMeant({ text, years }: Question, { record }: PreparedRecord): readonly PublishedDocument[] {
  const meetings = meetingsNamed(text)
  return record.documents.filter(
    ({ meeting, years: own }) =>
      (years.length === 0 || years.some((year) => own.includes(year.fiscalYear))) &&
      (meetings.length === 0 || meetings.includes(meeting.number)),
  )
}

/** A meeting of a year that is held, as the question names it, which is not held itself. */
export function unheldMeeting(question: Question, prepared: PreparedRecord): string | undefined {
  const { text, years } = question
  const [named] = text.match(numbered) ?? []
  const [year] = years
  if (named === undefined || year === undefined || documentsMeant(question, prepared).length > 0) return undefined
  return `${year.phrase} ${named}`.replace(/ (?=第)/u, '')
}

/** The documents of the meeting that a question names by its number; undefined where it names none that is held. */
export function ofMeeting(question: Question, prepared: PreparedRecord): ReadonlySet<string> | undefined {
  if (meetingsNamed(question.text).length === 0) return undefined
  const documents = documentsMeant(question, prepared)
  return documents.length === 0 ? undefined : new Set(documents.map(({ id }) => id))
}
