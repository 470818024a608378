import { compatibleForm } from './normal-text.ts'
import { hasMarkup } from './plain-text.ts'
import { sameNumbers, sameSigns } from './same-facts.ts'

/** Why a translation by a machine is not shown. */
export type Misfit = 'empty' | 'length' | 'markup' | 'language' | 'numbers' | 'signs'

/** Characters of English for one of Japanese: what is far off is no translation of it. */
const most = { perCharacter: 6, besides: 60 }
const fewest = 0.5

/**
 * What keeps a machine's translation of a Japanese quote from being shown; null where it may stand beside it: English, plain,
 * of a likely length, with the quote's numbers and rating signs. That it says the same only a person can tell.
 */
export function findMisfit(ja: string, en: string, scale: ReadonlySet<string>): Misfit | null {
  if (en.trim() === '') return 'empty'
  if (en.length > ja.length * most.perCharacter + most.besides || en.length < ja.length * fewest) return 'length'
  const quote = compatibleForm(ja)
  const read = compatibleForm(en)
  if (hasMarkup(en, ja)) return 'markup'
  if (!isEnglish(quote, read)) return 'language'
  if (!sameNumbers(ja, en)) return 'numbers'
  return sameSigns(ja, en, scale) ? null : 'signs'
}

/** English words, beside which the quote's own may stand, as in 未実施 (not carried out). */
function isEnglish(quote: string, text: string): boolean {
  const japanese = text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]+/gu) ?? []
  const letters = text.match(/\p{L}/gu) ?? []
  const latin = letters.filter((letter) => /\p{Script=Latin}/u.test(letter)).length
  const own = [...japanese.join('')].length
  return japanese.every((words) => quote.includes(words)) && latin + own >= letters.length && latin > own * 2
}
