import type { ModelAnswer } from '../ports.ts'

export type Why = Extract<ModelAnswer<never>, { outcome: 'none' }>['why']

/**
 * What a call says about the endpoint: it works, it fails whatever it is asked, it may have failed at what it was asked, or
 * nothing.
 */
export type Health = 'well' | 'ill' | 'doubtful' | 'unknown'

type Attempted = { readonly again: boolean; readonly health: Health; readonly after: number | null }

/**
 * Why an attempt gave no answer. `again`: another may give one; `after` is how many milliseconds the endpoint wants to be left
 * alone, where it says so. `health` is what it says about the endpoint. `word` is for the operator.
 */
export class ModelFailure extends Error {
  readonly why: Why
  readonly word: string
  readonly again: boolean
  readonly health: Health
  readonly after: number | null

  constructor(why: Why, word: string, { again = false, health = 'well', after = null }: Partial<Attempted> = {}) {
    super(`${why}: ${word}`)
    this.why = why
    this.word = word
    this.again = again
    this.health = health
    this.after = after
  }
}

/** The endpoint does not take the request as it is written: 400 and 422; `hint` is the field that it names, never a text. */
export class NotTaken extends ModelFailure {
  readonly hint: string
  constructor(status: number, hint: string) {
    super('refused', `http-${status}`)
    this.hint = hint
  }
}
