/** A text as it can be cited: the lines that a source holds it in, and its sentences, which joined are those lines joined. */
export type CitableLines = { readonly lines: readonly string[]; readonly sentences: readonly string[] }

/** UTF-16 units from which on a stretch without any end of a sentence is parted at the ends of its lines. */
const longSentence = 400

/**
 * Puts a text into lines without the blanks before them and without empty ones; between two lines of Latin letters stays one blank, which the end of the line
 * had. Nothing else is changed. Null where there is nothing to be seen.
 */
export function citableLines(text: string): CitableLines | null {
  const bare = text
    .toWellFormed()
    .trimEnd()
    .split(/\r\n?|\n/u)
    .map((line) => line.trimStart())
    .filter((line) => line !== '')
  const lines = bare.map((line, at) => (isParted(line, bare[at + 1]) ? `${line} ` : line))
  return lines.length === 0 ? null : { lines, sentences: sentencesIn(lines) }
}

/** The same without the bullet of its first line: that is layout, as the city's annexes print it. */
export function withoutBullet({ lines, sentences }: CitableLines): CitableLines {
  const bullet = /^[・･•][ \t\u3000]*(?=[^・･•\s])/u.exec(lines[0] ?? '')?.[0].length ?? 0
  if (bullet === 0) return { lines, sentences }
  return { lines, sentences: sentencesIn([lines[0]?.slice(bullet) ?? '', ...lines.slice(1)]) }
}

function isParted(line: string, next: string | undefined): boolean {
  return next !== undefined && /[\u0021-\u007e]$/u.test(line) && /^[\u0021-\u007e]/u.test(next)
}

/** Sentences end at 。, ！ and ？ with the brackets that they close, in Latin letters before a blank. */
function sentencesIn(lines: readonly string[]): readonly string[] {
  const ends = new Set<number>()
  let at = 0
  for (const line of lines) ends.add((at += line.length))
  const sentences: string[] = []
  let start = 0
  for (const sentence of lines
    .join('')
    .split(/(?<=[。！？][」』）)]*)(?![。！？」』）)])|(?<=[.!?]["')]?\s)(?=\S)/u)
    .filter((one) => one !== '')) {
    sentences.push(...(sentence.length < longSentence ? [sentence] : partedAt(sentence, start, ends)))
    start += sentence.length
  }
  return sentences
}

function partedAt(sentence: string, start: number, ends: ReadonlySet<number>): readonly string[] {
  const cuts = [...ends].map((end) => end - start).filter((cut) => cut > 0 && cut < sentence.length)
  return [0, ...cuts].map((cut, at) => sentence.slice(cut, cuts[at]))
}
