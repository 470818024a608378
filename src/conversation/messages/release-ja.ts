import { officeJa } from './office-ja.ts'

/** Looking over what will be printed, sharing and publishing (文面の確認、委員共有、公表), in Japanese: the source by which the English is typed. */
export const releaseJa = {
  lead: '委員共有と公表',
  refused: { 'not-staff': officeJa.refused['not-staff'] },
}
