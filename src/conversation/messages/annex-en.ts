import type { annexJa } from './annex-ja.ts'
import { officeEn } from './office-en.ts'

/** The annex (別紙) and the ledger (受付簿), in English. */
export const annexEn: typeof annexJa = {
  lead: 'Annex',
  refused: { 'not-staff': officeEn.refused['not-staff'] },
}
