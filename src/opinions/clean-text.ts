/**
 * A text as it can be stored everywhere (PostgreSQL takes neither NUL nor lone surrogates) and is kept for ever: line ends
 * are LF, control characters but tab and LF are gone, lone surrogates are U+FFFD, and every other character stays,
 * whatever it is: private-use characters and variation selectors write names. `removed` counts what is gone or replaced,
 * without line ends. The result is well formed; cleaning it again changes nothing.
 */
export function cleanText(raw: string): { readonly text: string; readonly removed: number } {
  let removed = 0
  const count = (put: string) => () => {
    removed += 1
    return put
  }
  const text = raw
    .replace(/\r\n?/gu, '\n')
    // Before control characters are taken out: two halves that stood apart must not become a character.
    .replace(/\p{Surrogate}/gu, count('\ufffd'))
    .replace(/[\0-\x08\x0b-\x1f\x7f-\x9f]/gu, count(''))
  return { text, removed }
}

/**
 * The length of a text in code points: nearer to what a person counts as characters than UTF-16 units, in which many
 * kanji of names are two, and quick, which segmenting a long text into what a person sees is not.
 */
export function countCharacters(text: string): number {
  return text.length - (text.match(/[\u{10000}-\u{10ffff}]/gu)?.length ?? 0)
}
