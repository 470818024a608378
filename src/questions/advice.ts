import * as z from 'zod'

/** Cues that a language model may add: what is asked, never what is taken for granted, and nothing that begins something else. */
const advisedCues = [
  ...(['reason', 'rating', 'status', 'indicator', 'title', 'number', 'area', 'list'] as const),
  ...(['who-said', 'response', 'opinions', 'agenda', 'meeting'] as const),
] as const

/**
 * What a language model says that a question is about, which the parser did not find: Japanese words and names as the record
 * may have them, what is asked, and whether it goes on with what was asked before.
 */
export const Understood = z.strictObject({
  words: z.array(z.string()),
  cues: z.array(z.enum(advisedCues)),
  continues: z.boolean(),
})
export type Understood = z.infer<typeof Understood>

/** Which passages a language model says answer a question, the best first, and how far they do. */
export const Pointed = z.strictObject({
  passages: z.array(z.string()),
  extent: z.enum(['wholly', 'partly', 'not']),
})
export type Pointed = z.infer<typeof Pointed>

/**
 * What a language model has said of a question, as far as code let it stand: words that the record has, and keys of its
 * passages. With the same advice a question is answered the same again.
 */
export const Advice = z.strictObject({ understood: Understood.nullable(), pointed: Pointed.nullable() })
export type Advice = z.infer<typeof Advice>

export const noAdvice: Advice = { understood: null, pointed: null }
