import * as z from 'zod'
import { line, prose } from '../opinions/form-text.ts'
import { hasMarkup } from '../questions/plain-text.ts'

/** Items that are named as alike, passages that a draft rests on, questions to a division: at most. */
const most = { passages: 6, items: 6, questions: 8 }

/** What a model is to return; whatever else is said of ids, they are of this call only. */
export const Assisted = z.object({
  draft: z.string(),
  precedents: z.array(z.string()),
  similar: z.array(z.string()),
  questions: z.array(z.string()),
})
export type Assisted = z.infer<typeof Assisted>

/** A draft of a response that a model proposes, empty where it has nothing to rest one on: `precedents` are passages of the record, `similar` items, both by their own ids. */
export type Suggestion = {
  readonly draft: string
  readonly precedents: readonly string[]
  readonly similar: readonly string[]
  readonly questions: readonly string[]
  /** Numbers of the draft that stand neither in the opinion nor in those passages. */
  readonly numbers: readonly string[]
  readonly made: { readonly prompt: string; readonly version: string; readonly model: string }
}

/**
 * What is kept of a model's answer: its draft as a response may be, in plain text, and ids that were given, each once. Undefined
 * where the draft is no text of a response, or nothing is left. `madeOf` is all that the model was shown.
 */
export function readAssisted(
  { draft, precedents, similar, questions }: Assisted,
  passages: ReadonlyMap<string, string>,
  items: ReadonlyMap<string, string>,
  madeOf: string,
): Pick<Suggestion, 'draft' | 'precedents' | 'similar' | 'questions'> | undefined {
  const text = draft.trim() === '' ? '' : prose(5000).safeParse(draft).data
  if (text === undefined || hasMarkup(text, madeOf)) return undefined
  const known = (ids: readonly string[], given: ReadonlyMap<string, string>, number: number) =>
    [...new Set(ids.flatMap((id) => given.get(id) ?? []))].slice(0, number)
  const read = {
    draft: text,
    precedents: known(precedents, passages, most.passages),
    similar: known(similar, items, most.items),
    // Of twenty thousand the rest would hold up everybody.
    questions: questions
      .slice(0, most.questions)
      .flatMap((one) => line(300).safeParse(one).data ?? [])
      .filter((one) => !hasMarkup(one, madeOf)),
  }
  return text === '' && [read.precedents, read.similar, read.questions].every((one) => one.length === 0)
    ? undefined
    : read
}
