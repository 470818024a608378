import type { ModelTrace, ModelUse } from '../ports.ts'
import { type Advice, noAdvice, Pointed, Understood } from '../questions/advice.ts'
import type { Answered } from '../questions/answer-question.ts'
import type { Doubt } from '../questions/doubt.ts'
import { takeUnderstood } from '../questions/extend.ts'
import type { Memory } from '../questions/memory.ts'
import type { PreparedRecord } from '../questions/prepared-record.ts'
import { type Asked, answerTurn } from './answer-turn.ts'
import { describeMemory, handOut, shownTo } from './shown-to-model.ts'

/** For whom a model is asked, by account, and what the order and the ids of the passages are made of. */
export type For = { readonly person: string; readonly seed: string }

/** An answer with what a language model said of it, as far as that counted, and what its calls were made with. */
export type Advised = Answered & { readonly advice: Advice; readonly traces: readonly ModelTrace[] }

/**
 * Answers what is asked; where a search is in doubt a language model is asked what the question is about, and which passages answer
 * it. Whatever it says, the answer is put together by `answerTurn`. Without an answer in time it is as without a model.
 */
export async function adviseTurn(
  asked: Asked,
  prepared: PreparedRecord,
  memory: Memory,
  use: ModelUse | null,
  whom: For,
): Promise<Advised> {
  const plain = answerTurn(asked, prepared, memory)
  const { doubt } = plain
  if (use === null || doubt === null || asked.did.kind !== 'say') return { ...plain, advice: noAdvice, traces: [] }
  const traces: ModelTrace[] = []
  const call = { language: plain.answer.language, person: whom.person, question: asked.did.text, traces }
  const advised = (advice: Advice): Advised => ({
    ...answerTurn({ ...asked, advice }, prepared, memory),
    advice,
    traces,
  })

  if (doubt.kind === 'unfound') {
    const said = await askUnderstanding(use, call, prepared, memory)
    const understood = said === null ? null : takeUnderstood(said, prepared)
    const read = understood === null ? null : advised({ understood, pointed: null })
    if (read?.answer.advised) return read
  }
  const pointed = await askPointing(use, call, doubt, prepared, whom.seed)
  const found = pointed === null ? null : advised({ understood: null, pointed })
  return found?.answer.advised ? found : { ...plain, advice: noAdvice, traces }
}

type Call = {
  readonly language: 'ja' | 'en'
  readonly person: string
  readonly question: string
  readonly traces: ModelTrace[]
}

async function askUnderstanding(
  use: ModelUse,
  { question, traces, ...call }: Call,
  prepared: PreparedRecord,
  memory: Memory,
): Promise<Understood | null> {
  const before = describeMemory(memory, prepared, shownTo(use, prepared.record))
  // Half of the time is left for pointing.
  const patience = Math.floor(use.patience / 2)
  const said = await use.model.ask({
    ...{ ...call, job: 'understand', variables: { question, before }, schema: Understood, patience },
  })
  if (said.outcome === 'none') return null
  traces.push(said.trace)
  return said.value
}

/** What a model points at, by the passages' own keys: ids that it was not given are nothing. */
async function askPointing(
  use: ModelUse,
  { question, traces, ...call }: Call,
  doubt: Doubt,
  prepared: PreparedRecord,
  seed: string,
): Promise<Pointed | null> {
  const candidates = doubt.candidates()
  const { passages, keyOf } = handOut(candidates, shownTo(use, prepared.record), seed)
  if (keyOf.size === 0) return null
  // What it was not shown it cannot say nothing of.
  if (doubt.kind === 'thin' && keyOf.size < candidates.length) return null
  const said = await use.model.ask({
    ...{ ...call, job: 'point', variables: { question, passages }, schema: Pointed, patience: use.patience },
  })
  if (said.outcome === 'none') return null
  traces.push(said.trace)
  const { passages: ids, extent } = said.value
  return { extent, passages: [...new Set(ids)].flatMap((id) => keyOf.get(id) ?? []) }
}
