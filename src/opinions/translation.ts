import * as z from 'zod'
import { sourceHash } from '../record/source-hash.ts'
import type { Found, Records } from './records.ts'

/** Why code keeps a translation from being shown: it has no words, or is no plain English with the numbers and signs of its quote. */
const misfits = ['empty', 'length', 'markup', 'language', 'numbers', 'signs'] as const

/**
 * What became of a machine's translation: nobody has read it yet (`machine`), code keeps it from being shown (`withheld`), or
 * one of the staff has read it beside the Japanese.
 */
export const translationStates = ['machine', 'withheld', 'accepted', 'corrected', 'rejected'] as const

/**
 * A quote of the record in English, unofficial. `items` are the items whose words these are: with them it is erased. `en` is the
 * machine's, `correction` a person's in its place; `misfit` is why code withholds it; `made` says what it was made with; `by` is
 * who of the staff has read it, `at` when it came to its state (milliseconds since 1970).
 */
export const Translation = z.strictObject({
  id: z.string(),
  passage: z.string(),
  items: z.array(z.string()),
  ja: z.string(),
  en: z.string(),
  correction: z.string().nullable(),
  state: z.enum(translationStates),
  misfit: z.enum(misfits).nullable(),
  made: z.strictObject({ prompt: z.string(), version: z.string(), model: z.string(), sent: z.string() }),
  by: z.string().nullable(),
  at: z.number(),
})
export type Translation = z.infer<typeof Translation>

/** The id under which a quote's translation is kept: another quote, or the same one in other words of the record, has another. */
export function translationId(quote: string, passage: string): string {
  return `T-${sourceHash(JSON.stringify([quote, passage])).slice(0, 10)}`
}

/** Whose items' words were translated: with those they are taken off the disk. */
export async function translationsOf(
  records: Records,
  receipts: ReadonlySet<string>,
): Promise<readonly Found<Translation>[]> {
  const isOf = (item: string) => receipts.has(item.replace(/-\d+$/u, ''))
  return (await records.list('translations')).filter(({ value }) => value.items.some(isOf))
}
