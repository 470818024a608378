/** Something in what leaves the app that Teams would act on: where it stands, and its text. */
export type LiveMarkup = { readonly at: string; readonly what: string }

const mention = /<at[\s>][^<]*(?:<\/at>)?/giu
/** Any tag: text that Teams takes as Markdown or XML may hold HTML. */
const tag = /<\/?[a-z!][^<>]*>/giu
const entity = /&(?:#\d+|#x[\da-f]+|[a-z]+);/giu
const address = /\b(?:https?:\/\/|www\.)[^\s<>）」]+|\b[\w.+-]+@[\w-]+\.[\w.-]+/giu
/** Dates that an Adaptive Card writes in the reader’s own way, in a TextRun too. */
const dates = /\{\{(?:DATE|TIME)\([^)]*\)\}\}/gu
const markdown = [
  /!?\[[^\]\n]*\]\([^)\n]*\)/gu,
  /(?<![*\w])\*{1,3}(?=\S)[^*\n]*\S\*{1,3}/gu,
  /(?<![\p{L}\p{N}_])_{1,3}(?=\S)[^_\n]*\S_{1,3}(?![\p{L}\p{N}_])/gu,
  /~~(?=\S)[^~\n]+~~/gu,
  /`[^`\n]+`|```/gu,
  /^ {0,3}#{1,6}(?:\s.*)?$/gmu,
  /^ {0,3}>.*$/gmu,
  /^ {0,3}[-*+]\s.*$/gmu,
  /^ {0,3}\d{1,9}[.)]\s.*$/gmu,
  /^ {0,3}(?:[-*_]\s*){3,}$/gmu,
  /^ {0,3}={2,}\s*$/gmu,
  /^(?: {4}|\t).*$/gmu,
  /^\|.*\|\s*$/gmu,
  /<(?:[a-z][a-z0-9+.-]*:|[\w.+-]+@)[^<>\s]*>/giu,
]

export type LiveOptions = {
  /** Only what stems from these texts: what is in one of them, or holds one of them. */
  readonly of?: readonly string[]
  /** Also addresses that Teams makes links of by itself. */
  readonly bareLinks?: boolean
}

/** How Teams reads a field: as Markdown, as text in which only dates and mentions live, or as speech markup. */
type Reading = 'markdown' | 'plain' | 'speech'

/**
 * The live markup in an outgoing activity, card, or answer to an invoke. Markdown lives in `text`, in TextBlocks, facts
 * and the titles of choices; a TextRun is inert but for dates. It would rather find too much: an escaped sign is inert,
 * everything else that Markdown may read counts.
 */
export function liveMarkup(value: unknown, { of, bareLinks = false }: LiveOptions = {}): readonly LiveMarkup[] {
  const found: LiveMarkup[] = []
  const read = (at: string, text: unknown, as: Reading) => {
    if (typeof text !== 'string') return
    // An escaped sign is no sign; the same length keeps the rest of the line as it is.
    const inert = as === 'markdown' ? text.replaceAll(/\\[!-/:-@[-`{-~]/gu, '\u2423\u2423') : text
    const patterns = {
      markdown: [mention, tag, entity, dates, ...markdown],
      plain: [mention, dates],
      speech: [tag, entity],
    }[as]
    for (const pattern of [...patterns, ...(bareLinks && as === 'markdown' ? [address] : [])])
      for (const { 0: what, index } of inert.matchAll(pattern)) {
        const said = text.slice(index, index + what.length)
        if (of === undefined || of.some((one) => one.includes(said) || (one.trim() !== '' && said.includes(one))))
          found.push({ at, what: said })
      }
  }

  const walk = (one: unknown, at: string): void => {
    if (Array.isArray(one)) for (const [index, part] of one.entries()) walk(part, `${at}.${index}`)
    if (Array.isArray(one) || typeof one !== 'object' || one === null) return
    const given = one as Record<string, unknown>
    const { type, text, title, value: fact, choices } = given
    if (type === 'message' || type === 'typing') {
      read(`${at}.text`, text, given.textFormat === 'plain' ? 'plain' : 'markdown')
      read(`${at}.summary`, given.summary, 'plain')
      read(`${at}.speak`, given.speak, 'speech')
    }
    if (type === 'AdaptiveCard') read(`${at}.speak`, given.speak, 'speech')
    if (type === 'AdaptiveCard') read(`${at}.fallbackText`, given.fallbackText, 'markdown')
    if (type === 'TextBlock') read(`${at}.text`, text, 'markdown')
    if (type === 'TextRun') read(`${at}.text`, text, 'plain')
    if (type === 'Input.Toggle') read(`${at}.title`, title, 'markdown')
    if (type === 'Input.ChoiceSet' && Array.isArray(choices))
      for (const [index, choice] of choices.entries()) read(`${at}.choices.${index}`, choice?.title, 'markdown')
    if (type === 'FactSet' && Array.isArray(given.facts))
      for (const [index, { title: name, value: said }] of given.facts.entries()) {
        read(`${at}.facts.${index}.title`, name, 'markdown')
        read(`${at}.facts.${index}.value`, said, 'markdown')
      }
    if (at === 'task' && type === 'message') read(`${at}.value`, fact, 'plain')
    for (const [key, part] of Object.entries(given))
      if (key !== 'data' && key !== 'msteams') walk(part, key === 'task' ? key : `${at}.${key}`)
  }
  walk(value, '')
  return found
}
