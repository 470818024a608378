import { officeEn } from './office-en.ts'
import type { sheetJa } from './sheet-ja.ts'

/** Status sheets (資料３): lists of projects with their ratings, in English. */
export const sheetEn: typeof sheetJa = {
  lead: 'Sheet',
  refused: { 'not-staff': officeEn.refused['not-staff'] },
}
