import type { Translation } from '../opinions/translation.ts'
import type { Answer } from '../questions/answer.ts'
import type { Citation, GlossBy } from '../questions/citation.ts'
import type { PublicRecord } from '../record/public-record.ts'
import { untranslated } from './untranslated.ts'

/** English for a quote, and by whom. */
export type Gloss = { readonly gloss: string; readonly glossBy: GlossBy }

/** An English answer with the translations that there are beside the quotes that the record has none for. */
export async function fillTranslations(
  answer: Answer,
  record: PublicRecord,
  find: (id: string) => Promise<Gloss | undefined>,
): Promise<Answer> {
  if (answer.language !== 'en') return answer
  const filled = async (citations: readonly Citation[]) =>
    await Promise.all(
      citations.map(async (citation): Promise<Citation> => {
        const lacking = untranslated(citation, record)
        const found = lacking && (await find(lacking.id))
        return found === undefined ? citation : { ...citation, ...found }
      }),
    )
  const [citations, also, nearest] = await Promise.all([answer.citations, answer.also, answer.nearest].map(filled))
  return { ...answer, citations: citations ?? [], also: also ?? [], nearest: nearest ?? [] }
}

/** What is shown of a translation: of those that nobody has read only with `machine`, of what was rejected or withheld nothing. */
export function shownOf({ state, en, correction }: Translation, machine: boolean): Gloss | undefined {
  switch (state) {
    case 'machine':
      return machine ? { gloss: en, glossBy: 'machine' } : undefined
    case 'accepted':
      return { gloss: en, glossBy: 'accepted' }
    case 'corrected':
      return correction === null ? undefined : { gloss: correction, glossBy: 'corrected' }
    case 'withheld':
    case 'rejected':
      return undefined
  }
}
