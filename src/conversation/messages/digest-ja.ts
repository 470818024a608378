import { officeJa } from './office-ja.ts'

/** The daily digest (日次まとめ), in Japanese: the source by which the English is typed. */
export const digestJa = {
  lead: '日次まとめ',
  refused: { 'not-staff': officeJa.refused['not-staff'] },
}
