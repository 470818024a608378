import type { Evidence } from '../record/public-record.ts'
import type { Answer, Finding, Outcome } from './answer.ts'
import { cite, projectsBehind, sentenceAround } from './citation.ts'
import type { PreparedRecord } from './prepared-record.ts'
import type { Question } from './question.ts'

/** Words of the record: evidence itself, or an entry with its evidence. */
type Stated = Evidence | { readonly evidence: Evidence }

/** A single question gets at most four quotes, a list twelve. */
const mostQuotes = { single: 4, list: 12 }

/** An answer with its evidence; quotes that stand within another of the same passage are dropped. */
export function answerWith(
  question: Question,
  prepared: PreparedRecord,
  outcome: Outcome,
  finding: Finding,
  stated: readonly Stated[],
  also: readonly Evidence[] = [],
): Answer {
  const evidence = stated.map(evidenceOf)
  const kept = evidence.filter(
    (one, at) =>
      !evidence.some(
        (other, otherAt) =>
          other.passage === one.passage &&
          at !== otherAt &&
          other.quote.includes(one.quote) &&
          (other.quote !== one.quote || otherAt < at),
      ),
  )
  // No citation, no claim.
  if (kept.length === 0) return notFound(question, prepared, { kind: 'not-found', what: 'matter' })
  const most = question.cues.has('list') || finding.kind === 'projects' ? mostQuotes.list : mostQuotes.single
  const others = question.others.map(evidenceOf)
  const citations = [...kept, ...others].slice(0, most).map((one) => cite(prepared.record, one))
  const unknown = question.unknownNumbers
  return {
    outcome: outcome === 'answered' && unknown.length > 0 ? 'partial' : outcome,
    language: question.language,
    finding,
    unknown,
    citations,
    others: question.others,
    also: also.map((one) => cite(prepared.record, one)),
    projects: namedProjects(
      question,
      finding,
      prepared,
      citations.map((citation) => citation.passage),
    ),
    nearest: [],
  }
}

/** An answer that the record does not give; `nearest` is what stands closest to it, never put forward as the answer. */
export function notFound(
  question: Question,
  prepared: PreparedRecord,
  finding: Finding,
  nearest: readonly Stated[] = [],
  outcome: 'not-in-record' | 'out-of-scope' = 'not-in-record',
): Answer {
  return {
    outcome,
    language: question.language,
    finding,
    unknown: [],
    citations: [],
    others: [],
    also: [],
    projects: unique([...question.projects.map((project) => project.number), ...question.unknownNumbers]),
    nearest: nearest.slice(0, 2).map((one) => cite(prepared.record, sentenceAround(evidenceOf(one)))),
  }
}

function evidenceOf(stated: Stated): Evidence {
  return 'evidence' in stated ? stated.evidence : stated
}

function namedProjects(
  question: Question,
  finding: Finding,
  { record }: PreparedRecord,
  passages: readonly string[],
): readonly number[] {
  const ofSet = finding.kind === 'set' || finding.kind === 'set-differs' ? finding.projects : []
  const asked = [...[...question.projects, ...ofSet].map((project) => project.number), ...question.unknownNumbers]
  return unique([...asked, ...passages.flatMap((key) => projectsBehind(record, key).map(({ number }) => number))])
}

function unique(numbers: readonly number[]): readonly number[] {
  return [...new Set(numbers)].sort((a, b) => a - b)
}
