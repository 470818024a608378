import * as z from 'zod'
import { TranslationReview } from '../opinions/review-translation.ts'
import { translationStates } from '../opinions/translation.ts'

/**
 * What the secretariat does about the language model: sees whether one takes part, switches it off and on, and reads its
 * translations beside the Japanese. No state: those that wait to be read.
 */
export const ModelAct = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('show') }),
  z.strictObject({ do: z.literal('switch'), on: z.boolean() }),
  z.strictObject({ do: z.literal('list-translations'), state: z.enum([...translationStates, 'all']).nullable() }),
  z.strictObject({ do: z.literal('show-translation'), id: z.string().max(20) }),
  z.strictObject({ do: z.literal('review'), input: TranslationReview }),
])
export type ModelAct = z.infer<typeof ModelAct>
