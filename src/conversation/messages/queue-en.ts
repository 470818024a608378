import { officeEn } from './office-en.ts'
import type { queueJa } from './queue-ja.ts'

/** The queue of items (項目): who answers what by when, and what is drafted, in English. */
export const queueEn: typeof queueJa = {
  lead: 'Queue',
  refused: { 'not-staff': officeEn.refused['not-staff'] },
}
