import { type Decision, tell } from './decision.ts'

/** Why nothing was taken: by who acts, by what is missing, or by what has changed meanwhile. */
export type Refusal =
  | 'not-on-roster'
  | 'term-ended'
  | 'staff-names-member'
  | 'own-only'
  | 'member-unknown'
  | 'call-not-open'
  | 'incomplete'
  | 'too-long'
  | 'subject-unknown'
  | 'vote-missing'
  | 'unknown-receipt'
  | 'changed-meanwhile'
  | 'unchanged'
  | 'edit-over'
  | 'withdrawn-before'
  | 'withdraw-over'
  | 'no-question'

/** What came of filing, editing, withdrawing or replying. */
export type FiledTold =
  | { readonly kind: 'receipt' | 'edited' | 'withdrawn'; readonly receipt: string }
  /** To the same call, by the same member. */
  | { readonly kind: 'answered-already'; readonly receipt: string }
  | { readonly kind: 'replied'; readonly receipt: string; readonly number: number }
  | { readonly kind: 'refused'; readonly why: Refusal }

export function refuse(why: Refusal): Decision<FiledTold> {
  return tell({ kind: 'refused', why })
}
