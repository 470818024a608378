import type { ModelUse } from '../ports.ts'
import type { Answer } from '../questions/answer.ts'
import type { PreparedRecord } from '../questions/prepared-record.ts'
import { askTranslations, atOnce, translatable } from './ask-translations.ts'
import { fillTranslations, type Gloss } from './fill-translations.ts'
import { untranslatedOf } from './untranslated.ts'

/**
 * An English answer with what a model translates, where no store is open: `known` are the translations that there are already, and
 * takes up what comes to them.
 */
export async function translateOnce(
  answer: Answer,
  { record, scale }: PreparedRecord,
  use: ModelUse,
  person: string,
  known: Map<string, Gloss>,
): Promise<Answer> {
  const wanted = atOnce(translatable(untranslatedOf(answer, record), use).filter(({ id }) => !known.has(id)))
  for (const { id, en, misfit } of await askTranslations(wanted, { use, scale, person, patience: use.patience }))
    if (misfit === null) known.set(id, { gloss: en, glossBy: 'machine' })
  return await fillTranslations(answer, record, async (id) => known.get(id))
}
