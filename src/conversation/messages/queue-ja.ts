import { officeJa } from './office-ja.ts'

/** The queue of items (項目): who answers what by when, and what is drafted, in Japanese: the source by which the English is typed. */
export const queueJa = {
  lead: '項目の一覧',
  refused: { 'not-staff': officeJa.refused['not-staff'] },
}
