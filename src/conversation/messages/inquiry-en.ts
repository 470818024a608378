import type { inquiryJa } from './inquiry-ja.ts'
import { officeEn } from './office-en.ts'

/** Inquiries to divisions (庁内照会), in English. */
export const inquiryEn: typeof inquiryJa = {
  lead: 'Inquiry',
  refused: { 'not-staff': officeEn.refused['not-staff'] },
}
