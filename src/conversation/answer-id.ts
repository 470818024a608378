import { sourceHash } from '../record/source-hash.ts'

/** Without what is mistaken for another on the telephone: I, L, O and U (Crockford's base 32). */
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** What the answer to a turn is called, such as A-7K2M-9QXT: short enough to be read out, and the same for the same turn. */
export function answerIdOf(turn: string): string {
  const bytes = Buffer.from(sourceHash(`answer ${turn}`), 'hex').subarray(0, 8)
  const signs = [...bytes].map((byte) => letters[byte % letters.length]).join('')
  return `A-${signs.slice(0, 4)}-${signs.slice(4)}`
}

/** An answer's id however it is written: without dashes, in small letters, in full width, with O for 0 and I or L for 1. */
export function findAnswerId(text: string): string | undefined {
  const said = text
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s‐-―−ー-]/gu, '')
  const signs = /^A([0-9A-Z]{8})$/u.exec(said)?.[1]?.replaceAll('O', '0').replaceAll(/[IL]/gu, '1')
  return signs === undefined || signs.includes('U') ? undefined : `A-${signs.slice(0, 4)}-${signs.slice(4)}`
}
