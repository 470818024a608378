import type { Evidence, Rating } from '../record/public-record.ts'
import type { Answer, Finding, Outcome } from './answer.ts'
import { cite, projectsBehind, sentenceAround } from './citation.ts'
import type { PreparedRecord } from './prepared-record.ts'
import type { Question } from './question.ts'
import { otherRatings } from './same-project.ts'

/** Words of the record: evidence itself, or an entry with its evidence. */
type Stated = Evidence | { readonly evidence: Evidence }

/** A single question gets at most four quotes, a list twelve; cells are short, and many at one place stand together. */
const mostQuotes = { single: 4, list: 12, facts: 40, listed: 120 }

/** An answer with its evidence; quotes that stand within another of the same passage are dropped. */
export function answerWith(
  question: Question,
  prepared: PreparedRecord,
  outcome: Outcome,
  finding: Finding,
  stated: readonly Stated[],
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
  const most = mostQuotes[lengthOf(question, finding)]
  const others = question.others.map(evidenceOf)
  // A year in the question decides between documents.
  const differing = question.years.length > 0 ? [] : otherRatings(ratingsIn(finding, prepared), prepared.record)
  const citations = [...kept.slice(0, most - differing.length), ...others, ...differing.map(evidenceOf)]
    .slice(0, most)
    .map((one) => cite(prepared.record, one))
  const unknown = question.unknownNumbers
  return {
    outcome: outcome === 'answered' && unknown.length > 0 ? 'partial' : outcome,
    language: question.language,
    finding,
    unknown,
    citations,
    others: question.others,
    ...(differing.length === 0 ? {} : { otherRatings: differing }),
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
    projects: unique([...question.projects.map((project) => project.number), ...question.unknownNumbers]),
    nearest: nearest.slice(0, 2).map((one) => cite(prepared.record, sentenceAround(evidenceOf(one)))),
  }
}

function lengthOf({ cues }: Question, { kind }: Finding): keyof typeof mostQuotes {
  if (kind === 'facts' || kind === 'listed') return kind
  return cues.has('list') || kind === 'projects' ? 'list' : 'single'
}

/** The ratings that an answer states. */
function ratingsIn(finding: Finding, { record }: PreparedRecord): readonly Rating[] {
  switch (finding.kind) {
    case 'ratings':
      return finding.ratings
    case 'rating-differs':
    case 'rating-reason':
      return [finding.rating]
    case 'facts': {
      const stated = finding.entries.flatMap(({ facts }) => facts.filter(({ field }) => field === 'rating'))
      return record.ratings.filter(({ evidence }) => stated.some((fact) => fact.evidence.passage === evidence.passage))
    }
    default:
      return []
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
  return unique([...asked, ...passages.flatMap((key) => projectsBehind(record, key))])
}

function unique(numbers: readonly number[]): readonly number[] {
  return [...new Set(numbers)].sort((a, b) => a - b)
}
