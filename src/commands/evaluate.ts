import type { LanguageModel, ModelAnswer, ModelCall, ModelJob, ModelTrace, ModelUse } from '../ports.ts'
import type { PreparedRecord } from '../questions/prepared-record.ts'
import type { GoldenQuestion } from './golden-question.ts'
import { type PrintedAnswer, type Score, scoreAnswer } from './score-answer.ts'

/** A call of the language model: what came of it, what it was made with, and what it was charged with. */
type Call = { readonly job: ModelJob } & (
  | { readonly outcome: 'answered'; readonly trace: ModelTrace }
  | { readonly outcome: Extract<ModelAnswer<unknown>, { readonly outcome: 'none' }>['why'] }
)

/** How a question was answered; `ms` is the time that it took, in milliseconds. */
export type Evaluated = Score & {
  readonly question: GoldenQuestion
  readonly answer: PrintedAnswer
  readonly ms: number
  readonly calls: readonly Call[]
}

/** Answers a question after what was said before, by this model. */
type AnswerGolden = (question: GoldenQuestion, model: ModelUse | null) => Promise<PrintedAnswer>

type Given = {
  readonly prepared: PreparedRecord
  readonly answer: AnswerGolden
  readonly model: ModelUse | null
  readonly atOnce: number
  /** Called when a question is answered. */
  readonly progress?: () => void
}

/** Asks questions, `atOnce` of them at a time, and scores the answers; they come in the order of the questions. */
export async function evaluate(
  questions: readonly GoldenQuestion[],
  { prepared, answer, model, atOnce, progress }: Given,
): Promise<readonly Evaluated[]> {
  const evaluated: Evaluated[] = []
  const waiting = questions.entries()
  const takeOn = async () => {
    for (const [at, question] of waiting) {
      const calls: Call[] = []
      const start = performance.now()
      const answered = await answer(question, model === null ? null : { ...model, model: watch(model.model, calls) })
      const ms = performance.now() - start
      evaluated[at] = { ...scoreAnswer(question, answered, prepared), question, answer: answered, ms, calls }
      progress?.()
    }
  }
  await Promise.all(Array.from({ length: atOnce }, takeOn))
  return evaluated
}

/** The same model, whose calls are written down. */
function watch(model: LanguageModel, calls: Call[]): LanguageModel {
  return {
    async ask<J extends ModelJob, T>(call: ModelCall<J, T>): Promise<ModelAnswer<T>> {
      const answer = await model.ask(call)
      calls.push(
        answer.outcome === 'answered'
          ? { job: call.job, outcome: 'answered', trace: answer.trace }
          : { job: call.job, outcome: answer.why },
      )
      return answer
    },
  }
}
