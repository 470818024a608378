import { officeJa } from './office-ja.ts'

/** Inquiries to divisions (庁内照会), in Japanese: the source by which the English is typed. */
export const inquiryJa = {
  lead: '庁内照会',
  refused: { 'not-staff': officeJa.refused['not-staff'] },
}
