import type { MadeAnswer } from '../opinions/made-answer.ts'
import type { ModelTrace } from '../ports.ts'
import type { Advice } from '../questions/advice.ts'
import type { Answer } from '../questions/answer.ts'
import type { PublicRecord } from '../record/public-record.ts'

/** What is kept of how an answer was made, but for the day. */
type Made = Omit<MadeAnswer, 'day'>

/** How an answer was made; what a language model said is part of it only where it counted. */
export function describeAnswer(
  answer: Answer,
  advice: Advice | undefined,
  traces: readonly ModelTrace[],
  { version }: PublicRecord,
): Made {
  const shown = [...answer.citations, ...answer.also, ...answer.nearest].map(({ passage }) => passage)
  return {
    language: answer.language,
    outcome: answer.outcome,
    finding: answer.finding.kind,
    record: version,
    passages: [...new Set(shown)],
    advice: advice !== undefined && answer.advised ? (advice as unknown as NonNullable<Made['advice']>) : null,
    calls: traces.map((trace) => ({ ...trace, settings: { ...trace.settings } })),
  }
}
