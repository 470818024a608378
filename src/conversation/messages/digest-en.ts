import type { digestJa } from './digest-ja.ts'
import { officeEn } from './office-en.ts'

/** The daily digest (日次まとめ), in English. */
export const digestEn: typeof digestJa = {
  lead: 'Digest',
  refused: { 'not-staff': officeEn.refused['not-staff'] },
}
