import { limits } from './limits.ts'

/** A text in the two fields of a form; `cut`: inside a line, so that nothing belongs between them. */
type SplitOpinion = { readonly first: string; readonly second: string; readonly cut: boolean }

/** Splits a text between the two fields, at the end of a line where there is one; undefined where it does not fit in. */
export function splitOpinion(text: string): SplitOpinion | undefined {
  const most = limits.text
  if (text.length <= most) return { first: text, second: '', cut: false }
  const line = text.lastIndexOf('\n', most)
  if (line >= text.length - 1 - most && line > 0)
    return { first: text.slice(0, line), second: text.slice(line + 1), cut: false }
  const isPair = /[\u{d800}-\u{dbff}]/u.test(text.charAt(most - 1))
  const at = isPair ? most - 1 : most
  return text.length - at > most ? undefined : { first: text.slice(0, at), second: text.slice(at), cut: true }
}

/** The text of the two fields as one. */
export function joinOpinion(first: string, second: string, cut: boolean): string {
  if (first === '' || second === '') return `${first}${second}`
  return cut ? `${first}${second}` : `${first}\n${second}`
}
