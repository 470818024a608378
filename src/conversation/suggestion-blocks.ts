import { cite, wholeOf } from '../questions/citation.ts'
import { quoteBlocks } from './answer-message.ts'
import { findItemWords } from './like-items.ts'
import { type Block, notes, texts } from './reply.ts'
import type { Suggestion } from './suggestion.ts'
import { sayIn, type View } from './view.ts'
import { visibleText } from './visible-text.ts'

/** Characters by which an item is recognised in a list. */
const startLength = 40

/**
 * A draft that a model proposes, marked as that. The passages that it names are quoted from the record, and the items shown from
 * the store; what is there no more is left out.
 */
export async function suggestionBlocks(
  item: string,
  { draft, precedents, similar, questions, numbers, made }: Suggestion,
  view: View,
): Promise<readonly Block[]> {
  const say = sayIn(view)
  const { suggestion } = say.model
  const { record } = view.prepared
  const passages = precedents.flatMap((key) => record.passages.find((passage) => passage.key === key) ?? [])
  const quotes = quoteBlocks(
    passages.map((passage) => cite(record, wholeOf(passage))),
    record,
    say,
  )
  const alike = await Promise.all(similar.map(async (id) => await findItemWords(view.records, id)))
  const lines = alike.flatMap((one) => {
    if (one === undefined) return []
    const signs = [...visibleText(one.words).replaceAll('\n', ' ')]
    return [suggestion.similarLine(one.item, signs.slice(0, startLength).join(''), signs.length > startLength)]
  })
  return [
    ...(draft === ''
      ? texts(suggestion.noDraft(item))
      : [...texts(suggestion.lead(item)), { kind: 'words', text: draft } as const]),
    ...(numbers.length === 0 ? [] : texts(suggestion.numbers(numbers))),
    ...texts(quotes.length === 0 ? suggestion.precedentsNone : suggestion.precedents),
    ...quotes,
    ...(lines.length === 0 ? [] : texts(suggestion.similar, ...lines)),
    ...(questions.length === 0 ? [] : texts(suggestion.questions)),
    ...texts(...questions.map((one) => suggestion.question(visibleText(one)))),
    ...notes(suggestion.made(made.model, made.prompt, made.version), suggestion.hint(item)),
  ]
}
