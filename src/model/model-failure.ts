import type { ModelAnswer } from '../ports.ts'

export type Why = Extract<ModelAnswer<never>, { outcome: 'none' }>['why']

/**
 * Why an attempt gave no answer. `again`: another may give one; `after` is how many milliseconds the endpoint wants to be left
 * alone, where it says so. `ill`: it is the endpoint that fails, whatever it is asked. `word` is for the operator.
 */
export class ModelFailure extends Error {
  readonly why: Why
  readonly word: string
  readonly again: boolean
  readonly ill: boolean
  readonly after: number | null

  constructor(why: Why, word: string, { again = false, ill = false, after = null as number | null } = {}) {
    super(`${why}: ${word}`)
    this.why = why
    this.word = word
    this.again = again
    this.ill = ill
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
