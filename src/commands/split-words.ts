import { UsageFault } from './usage-fault.ts'

const closing: Readonly<Record<string, string>> = { '"': '"', "'": "'", '「': '」', '“': '”' }

/**
 * Splits a line into words at blanks. A quote that begins a word, or follows its `=`, holds blanks together and is left out;
 * 「」 may hold others.
 * @throws UsageFault where a quote is not closed
 */
export function splitWords(line: string): readonly string[] {
  const words: string[] = []
  let word: string | null = null
  for (let at = 0; at < line.length; at++) {
    const sign = line.charAt(at)
    if (/\s/u.test(sign)) {
      if (word !== null) words.push(word)
      word = null
    } else if (closing[sign] !== undefined && (word === null || word.endsWith('='))) {
      const end = findEnd(line, at)
      if (end === undefined) throw new UsageFault(`${line.slice(at)}: the quote is not closed; add ${closing[sign]}`)
      word = `${word ?? ''}${line.slice(at + 1, end)}`
      at = end
    } else word = `${word ?? ''}${sign}`
  }
  return word === null ? words : [...words, word]
}

/** Where the quote that opens at `start` is closed. */
function findEnd(line: string, start: number): number | undefined {
  const open = line.charAt(start)
  const close = closing[open]
  let depth = 0
  for (let at = start; at < line.length; at++) {
    const sign = line.charAt(at)
    if (sign === close && (at > start || open !== close)) depth -= 1
    else if (sign === open) depth += 1
    if (depth === 0) return at
  }
  return undefined
}
