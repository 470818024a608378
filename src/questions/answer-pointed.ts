import type { Pointed } from './advice.ts'
import type { Answer } from './answer.ts'
import { answerWith, notFound } from './build-answer.ts'
import { chooseAnswer } from './choose-answer.ts'
import { asEvidence } from './choose-sentences.ts'
import type { Searched } from './doubt.ts'
import { assertsMore, candidatesOf, related, withPremise } from './from-passages.ts'
import type { PreparedRecord } from './prepared-record.ts'
import type { Question } from './question.ts'
import { buildSought } from './sought.ts'

/** Passages that an answer is taken from at most where they were pointed at. */
const mostPointed = 3

/**
 * What a search came to after somebody has pointed at passages that answer it. What was not found is answered from them, if they
 * are among the candidates, and never as more than a part; what was found thinly is taken back where none is said to answer it.
 * Nothing is corrected by it, and what contradicts itself counts for nothing.
 */
export function answerPointed({ answer, doubt }: Searched, pointed: Pointed, prepared: PreparedRecord): Answer {
  if (doubt === null || (pointed.extent === 'not') !== (pointed.passages.length === 0)) return answer
  const { question } = doubt
  if (pointed.extent === 'not') return doubt.kind === 'thin' ? takeBack(answer, question, prepared) : answer
  const candidatesNow = doubt.candidates()
  const named = [...new Set(pointed.passages)].flatMap(
    (key) => candidatesNow.find(({ passage }) => passage.key === key) ?? [],
  )
  if (doubt.kind === 'thin' || named.length === 0) return answer
  const within = named.slice(0, mostPointed)
  const sought = buildSought(question, prepared)
  const candidates = candidatesOf(sought, within)
  const choice = chooseAnswer(sought, candidates)
  const chosen = choice.chosen.length > 0 ? choice.chosen : candidates.slice(0, 1)
  const isSure = pointed.extent === 'wholly' && choice.outcome === 'answered' && !assertsMore(question, within)
  const finding = isSure ? ({ kind: 'pointed' } as const) : related.finding
  return answerWith(
    question,
    prepared,
    'partial',
    finding,
    asEvidence(withPremise(question, chosen, candidates), within),
  )
}

/** What was found is shown still, as what stands nearest. */
function takeBack({ citations }: Answer, question: Question, prepared: PreparedRecord): Answer {
  const nearest = citations.flatMap(({ passage: key, quote }) => {
    const passage = prepared.record.passages.find((one) => one.key === key)
    return passage === undefined ? [] : [{ passage, quote }]
  })
  return notFound(question, prepared, { kind: 'not-found', what: 'matter' }, nearest)
}
