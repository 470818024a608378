import { printableText } from './printable-text.ts'

/**
 * One line of a text as Markdown that says just that: no emphasis, link, heading, list, table, code or HTML comes of it.
 * Backslashes before ASCII punctuation and character references are CommonMark's own (2.4, 2.5).
 */
export function inertMarkdown(line: string): string {
  return printableText(line)
    .replaceAll(/[\\`*_{}[\]<>|~&$@]/gu, (sign) => `\\${sign}`)
    .replaceAll(/:(?=\/\/)|(?<=\bwww)\./giu, (sign) => `\\${sign}`)
    .replace(
      /^(\s*)([#+=-]|\d{1,9}[.)](?=\s|$))/u,
      (_, blanks: string, sign: string) => `${blanks}${sign.slice(0, -1)}\\${sign.slice(-1)}`,
    )
    .replace(/^[ \t]+/u, (blanks) => [...blanks].map((blank) => (blank === ' ' ? '&#32;' : '&#9;')).join(''))
    .replace(/ +$/u, (blanks) => '&#32;'.repeat(blanks.length))
}
