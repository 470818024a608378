import type { Answer } from './answer.ts'
import { strengthOf } from './choose-sentences.ts'
import { candidatesOf } from './from-passages.ts'
import type { PreparedPassage } from './prepared-record.ts'
import type { Question } from './question.ts'
import { sharesSubject } from './shared-subject.ts'
import type { Sought } from './sought.ts'
import { holdsWanted } from './wanted.ts'

/**
 * Why somebody might look once more at what a search came to: `unfound`: nothing was found, or `thin`: what was found has little
 * of the question. `candidates` are the passages that may answer it, the likeliest first: none is about something else.
 */
export type Doubt = {
  readonly kind: 'unfound' | 'thin'
  readonly question: Question
  readonly candidates: () => readonly PreparedPassage[]
}

/** An answer; `doubt` is null where structure has decided, or the search is sure. */
export type Searched = { readonly answer: Answer; readonly doubt: Doubt | null }

/** A doubt about what came of a search in some passages; null where the question wants a kind of thing and none of them has one. */
export function findDoubt(kind: Doubt['kind'], sought: Sought, passages: readonly PreparedPassage[]): Doubt | null {
  const answering = passages.filter((of) => of.passage !== of.group?.heading && holdsWantedOf(sought, of))
  if (answering.length === 0) return null
  return { kind, question: sought.question, candidates: () => findPointable(sought, answering) }
}

/** Passages that can be pointed at, at most. */
const mostPointable = 16

function findPointable(sought: Sought, passages: readonly PreparedPassage[]): readonly PreparedPassage[] {
  const { question, prepared, weights } = sought
  const shared = passages.filter((of) => sharesSubject(question, of, prepared))
  const strengths = new Map(
    shared.map((of) => [of, Math.max(...candidatesOf(sought, [of]).map((one) => strengthOf(one, weights)))]),
  )
  return shared.toSorted((a, b) => (strengths.get(b) ?? 0) - (strengths.get(a) ?? 0)).slice(0, mostPointable)
}

function holdsWantedOf({ question: { wanted, quantities }, prepared }: Sought, { text }: PreparedPassage): boolean {
  return wanted === null || holdsWanted(wanted, text.normal, text.en, quantities, prepared.names)
}
