import { officeJa } from './office-ja.ts'

/** Status sheets (資料３): lists of projects with their ratings, in Japanese: the source by which the English is typed. */
export const sheetJa = {
  lead: '実施状況の一覧',
  refused: { 'not-staff': officeJa.refused['not-staff'] },
}
