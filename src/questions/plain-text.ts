import { compatibleForm } from './normal-text.ts'

/** Signs that some reader could take for more than text. */
const markup = /[<>{}[\]`*_#|~^\\@$=⟦⟧]/gu
const address = /:\/\/|\bwww\.|\b[\w-]{2,}\.[a-z]{2,}\b/giu

/**
 * Whether a machine's text is more than plain text: with markup, addresses or signs that cannot be seen. What stands in what it was
 * made of may stand in it too.
 */
export function hasMarkup(text: string, madeOf: string): boolean {
  const [read, known] = [compatibleForm(text), compatibleForm(madeOf)]
  const odd = [...(read.match(markup) ?? []), ...(read.match(address) ?? [])]
  return /[^\P{C}\n\t]/u.test(text) || odd.some((one) => !known.includes(one))
}
