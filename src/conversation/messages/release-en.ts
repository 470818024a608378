import { officeEn } from './office-en.ts'
import type { releaseJa } from './release-ja.ts'

/** Looking over what will be printed, sharing and publishing (文面の確認、委員共有、公表), in English. */
export const releaseEn: typeof releaseJa = {
  lead: 'Release',
  refused: { 'not-staff': officeEn.refused['not-staff'] },
}
