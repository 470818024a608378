import * as z from 'zod'
import { Day } from './day.ts'

/**
 * A member's words as they will be printed, for him to look at (文面の確認); record `R8-012`, the newest only. `parts` are
 * the words that he is shown, by item; `answer` is null until he says something. Times are milliseconds since 1970.
 */
export const Proof = z.strictObject({
  receipt: z.string(),
  version: z.int().min(1),
  parts: z.array(z.strictObject({ item: z.string(), text: z.string() })),
  /** Without an answer by the end of this day it is printed so. */
  until: Day,
  by: z.string(),
  at: z.number(),
  answer: z
    .discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('agreed'), at: z.number() }),
      z.strictObject({ kind: z.literal('correction'), text: z.string(), at: z.number() }),
    ])
    .nullable(),
})
export type Proof = z.infer<typeof Proof>

/**
 * How a text check stands: `outdated` where its words are no longer those that will be printed, so that it counts no more;
 * `over` where its day has passed without an answer.
 */
export type ProofState = 'none' | 'outdated' | 'waiting' | 'over' | 'agreed' | 'correction'

/** How a submission's text check stands on a day, given its words as they will be printed now. */
export function proofStateOf(proof: Proof | undefined, parts: Proof['parts'], today: Day): ProofState {
  if (proof === undefined) return 'none'
  if (!isOf(proof, parts)) return 'outdated'
  if (proof.answer !== null) return proof.answer.kind
  return today <= proof.until ? 'waiting' : 'over'
}

/** Whether a text check shows these very words. */
export function isOf(proof: Pick<Proof, 'parts'>, parts: Proof['parts']): boolean {
  return (
    proof.parts.length === parts.length &&
    proof.parts.every(({ item, text }, at) => parts[at]?.item === item && parts[at]?.text === text)
  )
}
