/**
 * A text as it is put into a file: what a file cannot hold (control characters but tab and LF, lone surrogates, U+FFFE,
 * U+FFFF) and what turns the order of other characters is named, ［U+202E］, as where members' words are shown. All else
 * stays, also what has no width: on paper it is nothing.
 */
export function printableText(text: string): string {
  return text.replace(
    /[\0-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufffe\uffff]|\p{Surrogate}/gu,
    (hidden) => `［U+${(hidden.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}］`,
  )
}
