import * as z from 'zod'
import type { Json } from '../ports.ts'
import { Day } from './day.ts'

/** What a call of a language model was made with, as it is kept. */
const Trace = z.strictObject({
  job: z.string(),
  prompt: z.strictObject({ id: z.string(), version: z.string(), language: z.enum(['ja', 'en']) }),
  model: z.string(),
  settings: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
  sent: z.string(),
  tokens: z.strictObject({ input: z.number(), output: z.number() }).nullable(),
})

/**
 * How an answer was made: neither what was asked nor by whom. `record` is the version of the record, `passages` are the keys of
 * those that were shown, `advice` is what a language model said as far as it counted (null: the answer is by rules alone),
 * `calls` what its calls were made with, also where nothing came of them.
 */
export const MadeAnswer = z.strictObject({
  day: Day,
  language: z.enum(['ja', 'en']),
  outcome: z.string(),
  finding: z.string(),
  record: z.string(),
  passages: z.array(z.string()),
  advice: z.custom<Readonly<Record<string, Json>>>((value) => typeof value === 'object' && value !== null).nullable(),
  calls: z.array(Trace),
})
export type MadeAnswer = z.infer<typeof MadeAnswer>

/** Days for which it is kept how an answer was made. */
export const madeAnswerLife = 30
