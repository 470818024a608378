import * as z from 'zod'

/** One line as people type it: without control and direction characters, which could make a name look like another. */
export function cleanLine(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/\p{Cc}+/gu, ' ')
    .replaceAll(/\p{Cf}/gu, '')
    .trim()
}

function cleanProse(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/\r\n?/gu, '\n')
    .replaceAll(/[^\P{Cc}\n\t]|[\u202a-\u202e\u2066-\u2069]/gu, '')
    .trim()
}

/** A line of a form, cleaned, of 1 to `most` UTF-16 units. */
export function line(most: number) {
  return z.string().transform(cleanLine).pipe(z.string().min(1).max(most))
}

/** A text of a form, cleaned, of 1 to `most` UTF-16 units; line breaks are `\n`. */
export function prose(most: number) {
  return z.string().transform(cleanProse).pipe(z.string().min(1).max(most))
}
