import { visibleText } from '../../conversation/visible-text.ts'
import { clipLabel } from '../clip-label.ts'
import { limits } from './limits.ts'

/** Signs of markdown, of HTML and of clients' dates, each with its wide form, which looks nearly the same and is only that. */
const wide: ReadonlyMap<string, string> = new Map(
  [...'\\*_~`#<>[]&|{}=!'].map((sign) => [sign, String.fromCodePoint((sign.codePointAt(0) ?? 0) + 0xfee0)]),
)

/**
 * The title of a choice or of a field: in one line, and nothing in it is live. Clients read markdown in the titles of choices
 * that are seen at once (adaptivecards, ChoiceSetInput), and none in a list, so that signs are not escaped but made wide.
 */
export function inertTitle(text: string): string {
  return clipLabel(visibleText(text), limits.choiceTitle, (some) => some.length)
    .replace(/[\\*_~`#<>[\]&|{}=!]/gu, (sign) => wide.get(sign) ?? sign)
    .replace(/^[-+](?=\s|-|$)/u, (sign) => (sign === '-' ? '－' : '＋'))
    .replace(/^(\d{1,9})([.)])(?=\s|$)/u, (_, number: string, sign: string) => `${number}${sign === '.' ? '．' : '）'}`)
}
