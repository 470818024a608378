import { findItem } from './receipt.ts'

/** An answer that says no more than to see another row (「No.1と同じ」「R8-003-1に同じ」「同上」). */
export type Reference =
  | { readonly kind: 'above' }
  | { readonly kind: 'number'; readonly number: number }
  | { readonly kind: 'item'; readonly item: string }

const above =
  /^(?:同上|〃|々|(?:上|上記|前項|前記|一つ上|1つ上)(?:の(?:回答|考え方))?(?:と|に|の)?(?:同じ|同様|とおり))$/u
const what = '(?:の(?:御?回答|考え方(?:\\(案\\))?|御?意見|欄|内容))*'
const same = '(?:(?:と|に)(?:同じ|同様|同一|同文|同旨)|のとおり|(?:を)?参照|による)'
const numbered = new RegExp(
  `^(?:(?:No|番号|項番|#)[. ]*([1-9]\\d{0,3})(?:番)?${what}${same}?|([1-9]\\d{0,3})番?${what}${same})$`,
  'iu',
)
const named = new RegExp(`^[^\\s]*?\\d+-\\d+-\\d+${what}${same}?$`, 'u')

/** The reference that an answer is; undefined where it says anything of its own. */
export function findReference(text: string, prefix: string): Reference | undefined {
  const said = text
    .normalize('NFKC')
    .replaceAll(/[「」『』【】[\]\s。]/gu, '')
    .replaceAll(/(?<=\d)[‐‑–—―−ー](?=\d)/gu, '-')
    .replace(/(?:の?(?:内容|回答|考え方))?(?:です|である|とします|とする|となります|といたします)$/u, '')
  if (said.length > 60) return undefined
  if (above.test(said)) return { kind: 'above' }
  const [, first, second] = numbered.exec(said) ?? []
  const number = first ?? second
  if (number !== undefined) return { kind: 'number', number: Number(number) }
  const item = named.test(said) ? findItem(said.replace(/^(?:No\.?|受付番号)/iu, ''), prefix) : undefined
  return item === undefined ? undefined : { kind: 'item', item }
}
