import type { Change, Conditions, Json } from '../ports.ts'
import type { Day } from './day.ts'
import type { Role } from './roster.ts'

/**
 * Who acts, as the server knows it for this turn: role by account and day. `barred`: staff by the roster, and nobody's at
 * present, as he is not where the secretariat works together (`gone`), or as that cannot be told (`unknown`). `local` is the
 * system user of an act at the machine itself; `overheard`: others read what he is told. `at` is milliseconds since 1970,
 * `today` the day in Japan.
 */
export type Actor = {
  readonly account: string
  readonly place: string
  readonly language: 'ja' | 'en'
  readonly role: Role
  readonly barred?: 'gone' | 'unknown'
  readonly local: string | null
  readonly overheard?: true
  readonly at: number
  readonly today: Day
}

/** An entry of the audit log: what was done to what. A member is not named in it: who sent a submission is kept apart. */
export type Act = { readonly did: string; readonly about: string; readonly detail?: Json }

/** What an act comes to, if it is written: with the number that its counter gives (0 without one). */
export type Effect<Told> = {
  readonly changes: readonly Change[]
  readonly acts: readonly Act[]
  readonly told: readonly Told[]
}

/**
 * What was decided, on the state that `expected` fixes; nothing is written yet. `counter` is the counter whose next number
 * the effect needs, or null.
 */
export type Decision<Told> = {
  readonly counter: string | null
  readonly expected: NonNullable<Conditions['expected']>
  readonly effect: (number: number) => Effect<Told>
}

/** A decision that tells something and changes nothing. */
export function tell<Told>(...told: readonly Told[]): Decision<Told> {
  return { counter: null, expected: [], effect: () => ({ changes: [], acts: [], told }) }
}

/** A decision that needs no number. */
export function decide<Told>(expected: Decision<Told>['expected'], effect: Effect<Told>): Decision<Told> {
  return { counter: null, expected, effect: () => effect }
}

/** Why nothing was done. */
export type Refused<Why extends string> = { readonly kind: 'refused'; readonly why: Why }
