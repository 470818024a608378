/** What an outline's line begins with; `small` bullets are never headings of what is indented below them. */
type Style = 'bracket' | 'parenthesised' | 'stopped' | 'closed' | 'circled' | 'large' | 'small'

/**
 * A heading or bullet that begins at `start`, the first in its line. A mark of a higher `level` stands below those of
 * lower ones. `bracketEnd` is where 【】 end, which are a heading and nothing else; null for other marks.
 */
export type Mark = { readonly start: number; readonly bracketEnd: number | null; readonly level: number }

type Found = Omit<Mark, 'level'> & { readonly style: Style; readonly sign: string; readonly indent: number }

/** What follows a number that is only referred to where a line is broken: （１）について, ①と②, １、２. */
const referred = '(?!に[関つ対お]|[のを、，～〜①-⑳]|と[①-⑳（(0-9０-９])'
const digits = '[0-9０-９]{1,2}'
const something = String.raw`(?=[ \t\u3000]*\S)`

const signs: readonly (readonly [Style, RegExp])[] = [
  ['bracket', /^【[^【】]{1,200}】(?=\s*$)|^【[（(]?[0-9０-９①-⑳][^【】]{1,200}】(?=[ \t\u3000])/u],
  ['parenthesised', RegExp(`^[（(]${digits}[）)]${referred}${something}`, 'u')],
  ['stopped', RegExp(`^${digits}[.．、](?![0-9０-９])${referred}${something}`, 'u')],
  ['closed', RegExp(`^${digits}[)）]${referred}${something}`, 'u')],
  ['circled', RegExp(`^[①-⑳]${referred}${something}`, 'u')],
  // ○○委員, ○△× and … are words.
  ['large', RegExp(`^([■□●○◯◆◇])(?!\\1|[○◯〇◎△×])${something}`, 'u')],
  ['small', RegExp(`^([・･•])(?!\\1)${something}`, 'u')],
  // -5度 and --- are none.
  ['small', /^[-*–](?:[ \t\u3000]+\S|(?=[^\s\d０-９*–-]))/u],
]

/** 【】 stand above numbers, those above ① and bullets: that much is custom. The rest is told by what comes first in a text. */
const ranks: Readonly<Record<Style, number>> = {
  bracket: 0,
  parenthesised: 1,
  stopped: 1,
  closed: 1,
  circled: 2,
  large: 2,
  small: 2,
}

/** The headings and bullets of a text, in order. What is indented below a small bullet in another style is a part of it. */
export function findMarks(text: string): readonly Mark[] {
  const marks: Found[] = []
  let start = 0
  for (const line of text.split('\n')) {
    const mark = findMark(line, start)
    if (mark && !isPartOf(mark, marks.at(-1))) marks.push(mark)
    start += line.length + 1
  }
  const styles = [...new Set(marks.map(({ style }) => style))].sort((one, other) => ranks[one] - ranks[other])
  return marks.map((mark) => ({ ...mark, level: styles.indexOf(mark.style) }))
}

function findMark(line: string, lineStart: number): Found | undefined {
  const blanks = /^[ \t\u3000]*/u.exec(line)?.[0] ?? ''
  const written = line.slice(blanks.length)
  const start = lineStart + blanks.length
  for (const [style, sign] of signs) {
    const found = sign.exec(written)?.[0]
    if (found === undefined) continue
    const bracketEnd = style === 'bracket' ? start + found.length : null
    return { start, bracketEnd, style, sign: found.slice(0, 1), indent: columns(blanks) }
  }
  return undefined
}

/** One sign is one level whatever its indentation, which is lost where a text is copied from its first letter on. */
function isPartOf(mark: Found, last: Found | undefined): boolean {
  return (
    last?.style === 'small' && mark.bracketEnd === null && mark.sign !== last.sign && mark.indent >= last.indent + 2
  )
}

/** The width of blanks: U+3000 and tab are two columns. */
function columns(blanks: string): number {
  return Array.from(blanks, (blank) => (blank === ' ' ? 1 : 2)).reduce((sum, width) => sum + width, 0)
}
