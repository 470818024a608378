import { officeJa } from './office-ja.ts'

/** The annex (別紙) and the ledger (受付簿), in Japanese: the source by which the English is typed. */
export const annexJa = {
  lead: '別紙',
  refused: { 'not-staff': officeJa.refused['not-staff'] },
}
