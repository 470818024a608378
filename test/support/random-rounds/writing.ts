import fc from 'fast-check'
import type { Tokens } from './tokens.ts'

/** What a line begins with: the headings and bullets that people use, and what other programs take for markup or formulas. */
const signs = [
  ...[
    '',
    '',
    '【（１）】\n',
    '【（２）】\n',
    '（１）',
    '（２）',
    '１．',
    '２．',
    '１、',
    '①',
    '②',
    '・',
    '　・',
    '●',
    '■',
    '- ',
  ],
  ...[
    '=',
    '＝',
    '+',
    '－',
    '@',
    '# ',
    '> ',
    '1. ',
    '```',
    '|',
    '    ',
    '\t',
    "'=",
    '\\',
    '別紙',
    'No.19',
    'No.40の',
    '・No.34は',
  ],
]

/** Characters that programs stumble over, in the middle of a line. */
const odd = [
  ...[
    '',
    '',
    '、',
    '👩‍👩‍👧‍👦🇯🇵',
    'か\u3099',
    '辻󠄀',
    '<b>&amp;|',
    '*_`~[a](b)',
    '=1+1',
    '\u202eabc\u202c',
    '\u200b',
    'ｱｲｳ',
  ],
  ...[
    '\t',
    'http://a.b/c',
    '""',
    '｛｝',
    '＠＃％',
    '$&$1',
    '【】',
    '⑩',
    '圏域内農産物の消費促進',
    '」「',
    '長い'.repeat(60),
    'ab'.repeat(90),
  ],
]

/** One line of a text: its sign, what stands between its words, and whether it ends a sentence. */
type Line = { readonly sign: string; readonly odd: string; readonly titled: boolean; readonly ends: string }

/** What somebody writes, but for the words that are its own. */
export type Writing = readonly Line[]

const line: fc.Arbitrary<Line> = fc.record({
  sign: fc.constantFrom(...signs),
  odd: fc.constantFrom(...odd),
  titled: fc.boolean(),
  ends: fc.constantFrom('。', '', 'てほしい。', '\n', '。なお、'),
})

export const writing: fc.Arbitrary<Writing> = fc.array(line, { minLength: 1, maxLength: 7 })

/** Puts a text into words: two tokens a line at least, so that one can be asked about and the other must not come out. */
export function write(lines: Writing, tokens: Tokens, what: string): string {
  return lines
    .map(({ sign, odd, titled, ends }) => {
      const heading = titled ? `【${tokens.next(what)}】\n` : ''
      return `${heading}${sign}${tokens.next(what)}${odd}${tokens.next(what)}${ends}`
    })
    .join('\n')
}

/** What staff write; it is tidied when it is taken, so nothing in it is to be tidied. */
export function writeTidy(lines: Writing, tokens: Tokens, what: string): string {
  return write(lines, tokens, what)
    .replaceAll(/[\u202a-\u202e]/gu, '')
    .trim()
}
