import type { ModelConfig } from '../config-model.ts'
import { errorFrames } from '../conversation/reportable.ts'
import type { LanguageModel, ModelAnswer, ModelCall, ModelJob } from '../ports.ts'
import { type Asking, askOnce, type Loaded } from './ask-once.ts'
import { Breaker } from './breaker.ts'
import type { Budget } from './budget.ts'
import { type Health, ModelFailure } from './model-failure.ts'
import type { Prompts } from './prompt.ts'
import { Slots } from './slots.ts'
import { bestTerms } from './terms.ts'

/** Calls at once. */
const mostAtOnce = 4
/** A call that had less time than this when it was made, in milliseconds, and was late says nothing about the endpoint. */
const fair = 1000

type Given = {
  readonly config: ModelConfig
  readonly prompts: Prompts
  readonly budget: Budget
  /** The names of people that no call may hold. */
  readonly names: () => Promise<readonly string[]>
  /** Trouble, for the operator, without texts. */
  readonly report: (message: string) => void
  /** Every request and what came of it, by prompt and hash, without texts. */
  readonly log: (message: string) => void
  readonly breaker?: Breaker
}

/** A language model behind an OpenAI-compatible endpoint. The SDK is loaded meanwhile: the first call need not wait for it. */
export function openModel({ config, prompts, budget, names, report, log, breaker }: Given): LanguageModel {
  const health = breaker ?? new Breaker({ now: Date.now })
  const slots = new Slots(mostAtOnce)
  const loaded = load(config)
  // Whoever asks is told.
  loaded.catch(() => {})
  let terms = bestTerms

  /** Asks while the endpoint is well and the budget lasts. @throws ModelFailure, and Fault of the store */
  async function answer<J extends ModelJob, T>(call: ModelCall<J, T>, asking: Asking): Promise<ModelAnswer<T>> {
    if (!health.enter()) throw new ModelFailure('resting', 'resting')
    const had = asking.left()
    let state: Health = 'unknown'
    let word = ''
    try {
      if (!(await budget.take(call.person))) throw new ModelFailure('over-budget', 'over-budget')
      const answered = await askOnce(
        call,
        { ...asking, config, terms, prompt: prompts[call.job][call.language], names: await names() },
        await loaded,
      )
      terms = answered.terms
      state = 'well'
      return answered.answer
    } catch (error) {
      state = healthAfter(error, had)
      if (error instanceof ModelFailure) word = error.message
      throw error
    } finally {
      if (health.record(state, call.person))
        report(
          `the language model has failed several times in a row (${word}), and is left alone for a while; "doctor" says at which host it is asked`,
        )
    }
  }
  return {
    async ask<J extends ModelJob, T>(call: ModelCall<J, T>): Promise<ModelAnswer<T>> {
      const { job, language, patience } = call
      const began = performance.now()
      const over = new AbortController()
      let timer: NodeJS.Timeout | undefined
      const late = new Promise<never>((_, reject) => {
        timer = setTimeout(() => {
          reject(new ModelFailure('late', 'patience'))
          over.abort()
        }, patience)
      })
      const asking = { signal: over.signal, left: () => began + patience - performance.now(), log }
      const done = slots.run(over.signal, async () => await answer(call, asking))
      let word = 'answered'
      try {
        const answered = await Promise.race([done, late])
        if (answered !== undefined) return answered
        throw new ModelFailure('late', 'waiting')
      } catch (error) {
        if (!(error instanceof ModelFailure)) report(`a call of the language model failed: ${errorFrames(error)}`)
        const failure = error instanceof ModelFailure ? error : new ModelFailure('malformed', 'unexpected')
        word = failure.message
        return { outcome: 'none', why: failure.why }
      } finally {
        clearTimeout(timer)
        over.abort()
        log(`model: ${job}.${language}: ${word} after ${Math.round(performance.now() - began)} ms`)
      }
    },
  }
}

async function load({ endpoint }: ModelConfig): Promise<Loaded> {
  const [{ openEndpoint }, { answerSchema }] = await Promise.all([
    import('./endpoint.ts'),
    import('./answer-schema.ts'),
  ])
  return { send: openEndpoint(endpoint), answerSchema }
}

/** An answer of the endpoint's, however bad, shows that it is there. */
function healthAfter(error: unknown, had: number): Health {
  if (!(error instanceof ModelFailure)) return 'unknown'
  switch (error.why) {
    case 'late':
      return had >= fair ? 'doubtful' : 'unknown'
    case 'over-budget':
    case 'resting':
      return 'unknown'
    case 'malformed':
    case 'refused':
    case 'unreachable':
      return error.health
  }
}
