import type { ModelAnswer, ModelCall, ModelJob, ModelUse } from '../ports.ts'

/** Milliseconds that one turn waits for a model at most, whatever is configured: its conversation is held meanwhile. */
const longest = 20_000

/**
 * A language model as one turn has it: what was asked once is not asked again, however often the turn is decided, and all that
 * it asks takes no longer than the patience in all, whatever the model does. `now` is in milliseconds.
 */
export function modelForTurn(use: ModelUse, now: () => number = () => performance.now()): ModelUse {
  const patience = Math.min(use.patience, longest)
  const asked = new Map<string, Promise<ModelAnswer<unknown>>>()
  let until: number | null = null
  return {
    ...use,
    patience,
    model: {
      async ask<J extends ModelJob, T>(call: ModelCall<J, T>): Promise<ModelAnswer<T>> {
        const key = JSON.stringify([call.job, call.language, call.variables])
        until ??= now() + patience
        const left = Math.min(call.patience, until - now())
        const answer = asked.get(key) ?? within(left, () => use.model.ask({ ...call, patience: left }))
        asked.set(key, answer)
        return (await answer) as ModelAnswer<T>
      },
    },
  }
}

/** What is asked, or that it is late; never throws. */
async function within<T>(patience: number, ask: () => Promise<ModelAnswer<T>>): Promise<ModelAnswer<T>> {
  if (patience <= 0) return { outcome: 'none', why: 'late' }
  const { promise: late, resolve } = Promise.withResolvers<ModelAnswer<T>>()
  const timer = setTimeout(() => resolve({ outcome: 'none', why: 'late' }), patience)
  try {
    return await Promise.race([ask(), late])
  } catch {
    return { outcome: 'none', why: 'unreachable' }
  } finally {
    clearTimeout(timer)
  }
}
