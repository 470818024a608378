/**
 * A text as a platform can carry it and a person sees it: well formed, lines end in LF, and no control character but tab and
 * LF. Nothing that can be seen is changed.
 */
export function shownText(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?/gu, '\n')
    .replace(/[\0-\x08\x0b-\x1f\x7f-\x9f]/gu, '')
}

/** Whether nothing of it is seen; platforms refuse such a text, or show no room for it. */
export function isBlank(text: string): boolean {
  return text.trim() === ''
}
