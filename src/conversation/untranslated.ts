import { translationId } from '../opinions/translation.ts'
import type { Answer } from '../questions/answer.ts'
import type { Citation } from '../questions/citation.ts'
import type { PublicRecord } from '../record/public-record.ts'
import { isOfCell } from './sheet-quotes.ts'

/** A quote for which the record has no reviewed translation; `words` is the passage that it is of, `id` that of its translation. */
export type Untranslated = { readonly id: string; readonly citation: Citation; readonly words: string }

/** The quotes of an English answer that stand there in Japanese alone; where cells are listed, they are no sentences. */
export function untranslatedOf(answer: Answer, record: PublicRecord): readonly Untranslated[] {
  if (answer.language !== 'en') return []
  const citations = [...answer.citations, ...answer.also, ...answer.nearest]
  const listed = answer.finding.kind === 'listed'
  return citations
    .filter((citation) => !(listed && isOfCell(citation)))
    .flatMap((citation) => untranslated(citation, record) ?? [])
}

/** Undefined where a translation stands beside the quote, or where it has no words to translate. */
export function untranslated(citation: Citation, record: PublicRecord): Untranslated | undefined {
  if (citation.gloss !== '' || !/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]{2}/u.test(citation.quote))
    return undefined
  const words = record.passages.find(({ key }) => key === citation.passage)?.text
  return words === undefined ? undefined : { id: translationId(citation.quote, words), citation, words }
}
