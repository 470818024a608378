import { setTimeout as wait } from 'node:timers/promises'
import type { Said } from './answer-stream.ts'
import type { Endpoint } from './endpoint.ts'
import { ModelFailure, NotTaken } from './model-failure.ts'
import type { Params } from './request-params.ts'
import { lesserTerms, type Terms } from './terms.ts'

/** Times that one request is sent at most, besides those that the endpoint does not take as they are written. */
const most = 3
/** Milliseconds before the second and the third. */
const pauses = [250, 1000]

export type Answered = { readonly said: Said; readonly params: Params; readonly terms: Terms }

/**
 * Asks until there is an answer, by lesser terms where the endpoint does not take the best.
 * `left` are the milliseconds that there is still time: what cannot come in time is not waited for.
 * @throws ModelFailure
 */
export async function attempt(
  send: Endpoint,
  paramsOf: (terms: Terms) => Params,
  given: { readonly terms: Terms; readonly signal: AbortSignal; readonly left: () => number },
): Promise<Answered> {
  let { terms } = given
  for (let failed = 0; ; ) {
    const params = paramsOf(terms)
    try {
      return { said: await send(params, given.signal), params, terms }
    } catch (error) {
      if (!(error instanceof ModelFailure)) throw error
      const lesser = error instanceof NotTaken ? lesserTerms(terms, error) : undefined
      if (lesser !== undefined) {
        terms = lesser
        continue
      }
      failed++
      const pause = error.after ?? (pauses[failed - 1] ?? 0) * (0.5 + Math.random() / 2)
      if (!error.again || failed === most || pause >= given.left()) throw error
      await wait(pause, undefined, { signal: given.signal }).catch(() => {
        throw new ModelFailure('late', 'patience')
      })
    }
  }
}
