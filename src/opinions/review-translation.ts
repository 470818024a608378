import * as z from 'zod'
import { type Actor, type Decision, decide, type Refused, tell } from './decision.ts'
import { line } from './form-text.ts'
import type { Found, Records } from './records.ts'
import type { Translation } from './translation.ts'

/** What one of the staff makes of a translation, having read it beside the Japanese. */
export const TranslationReview = z.discriminatedUnion('as', [
  z.strictObject({ as: z.enum(['accepted', 'rejected']), id: z.string().max(20) }),
  z.strictObject({ as: z.literal('corrected'), id: z.string().max(20), text: line(5000) }),
])
export type TranslationReview = z.infer<typeof TranslationReview>

export type ReviewTold =
  | { readonly kind: 'translation-reviewed'; readonly id: string; readonly as: TranslationReview['as'] }
  | Refused<'not-staff'>
  | (Refused<'unknown-translation'> & { readonly id: string })
  | (Refused<'already-reviewed' | 'withheld'> & { readonly translation: Translation })

/**
 * Accepts, corrects or rejects a machine's translation. What code withholds is not accepted by a word: a person writes it
 * himself. For staff.
 */
export async function reviewTranslation(
  records: Records,
  actor: Actor,
  review: TranslationReview,
): Promise<Decision<ReviewTold>> {
  if (actor.role.kind !== 'staff') return tell({ kind: 'refused', why: 'not-staff' })
  const found = await findTranslation(records, review.id)
  if (found === undefined) return tell({ kind: 'refused', why: 'unknown-translation', id: review.id })
  const { value: translation } = found
  const { id, state } = translation
  const correction = review.as === 'corrected' ? review.text : null
  if (state === review.as && correction === translation.correction)
    return tell({ kind: 'refused', why: 'already-reviewed', translation })
  if (review.as === 'accepted' && (state === 'corrected' || state === 'withheld'))
    return tell({ kind: 'refused', why: state === 'corrected' ? 'already-reviewed' : 'withheld', translation })
  const { staff } = actor.role
  const reviewed = { ...translation, state: review.as, correction, by: staff.id, at: actor.at }
  return decide([found], {
    changes: [records.put('translations', id, reviewed)],
    acts: [{ did: `translation-${review.as}`, about: id }],
    told: [{ kind: 'translation-reviewed', id, as: review.as }],
  })
}

/** A translation by its id, in either case. */
export async function findTranslation(records: Records, id: string): Promise<Found<Translation> | undefined> {
  const read = id.normalize('NFKC').trim().toLowerCase()
  return await records.find('translations', read.replace(/^t-?/u, 'T-'))
}
