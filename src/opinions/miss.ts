import * as z from 'zod'
import { Day } from './day.ts'

/** What questions are about that the record does not answer, as far as it is counted. */
export const MissTopic = z.enum([
  'rating-scale',
  'rating',
  'indicator',
  'project',
  'area',
  'division',
  'year',
  'budget',
  'amount',
  'date',
  'name',
  'contact',
  'place',
  'other',
])
export type MissTopic = z.infer<typeof MissTopic>

/**
 * A question that the record did not answer: neither its wording nor who asked, an id by chance, and no moment that would
 * lead back to a turn. Kept until a daily digest has counted it.
 */
export const Miss = z.strictObject({ topic: MissTopic, day: Day })
export type Miss = z.infer<typeof Miss>

/** Days for which what no digest has counted is kept. */
export const missLife = 35

/** How often each topic was asked for, the most often first; of equal ones in the order of the list. */
export function countMisses(misses: readonly Miss[]): readonly { readonly topic: MissTopic; readonly count: number }[] {
  return MissTopic.options
    .map((topic) => ({ topic, count: misses.filter((miss) => miss.topic === topic).length }))
    .filter(({ count }) => count > 0)
    .toSorted((a, b) => b.count - a.count)
}
