/**
 * A member's text as it is shown: characters that turn the order of others or have no width are named, ［U+202E］, so that
 * nobody reads other than what was written. Joiners and variation selectors stay, they are part of characters.
 */
export function visibleText(text: string): string {
  return text.replace(
    /\u034f|[\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u2064\u2066-\u2069\u3164\ufeff\u{e0001}\u{e0020}-\u{e007f}]/gu,
    (hidden) => `［U+${(hidden.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}］`,
  )
}
