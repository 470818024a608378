import type { PreparedRecord } from '../questions/prepared-record.ts'
import type { GoldenQuestion } from './golden-question.ts'

/** An answer as `ask --json` prints it. */
export type PrintedAnswer = {
  readonly outcome: string
  readonly text: string
  readonly projects: readonly number[]
  readonly citations: readonly { readonly quote: string }[]
}

const refusals: readonly string[] = ['not-in-record', 'out-of-scope']
const room = {
  list: { characters: 2000, quotes: 12 },
  ja: { characters: 800, quotes: 4 },
  en: { characters: 1200, quotes: 4 },
}

/** What is wrong with an answer; nothing where it is right. A fault that begins with `fabricated` is the gravest. */
export function faultsOf(
  { kind, lang, expect }: GoldenQuestion,
  answer: PrintedAnswer,
  { record }: PreparedRecord,
): readonly string[] {
  const faults: string[] = []
  const said = bare(answer.text)
  const quotes = answer.citations.map((citation) => bare(citation.quote))
  const passages = record.passages.map((passage) => bare(passage.text))
  for (const quote of quotes) {
    if (quote === '' || !passages.some((passage) => passage.includes(quote))) faults.push(`fabricated: ${quote}`)
    else if (!said.includes(quote)) faults.push(`cites what it does not show: ${quote}`)
  }
  for (const group of expect.all ?? []) {
    if (!group.some((phrase) => said.includes(bare(phrase)))) faults.push(`lacks ${group.join(' | ')}`)
  }
  for (const phrase of expect.none ?? []) if (said.includes(bare(phrase))) faults.push(`says ${phrase}`)
  for (const number of expect.projects)
    if (!answer.projects.includes(number)) faults.push(`does not name project ${number}`)
  const limit = room[kind === 'list' ? 'list' : lang]
  if (said.length > limit.characters || quotes.length > limit.quotes)
    faults.push(`not to the point: ${said.length} characters, ${quotes.length} quotes`)
  if (expect.outcome !== undefined) {
    if (!expect.outcome.some((one) => one === answer.outcome)) faults.push(`outcome ${answer.outcome}`)
    return faults
  }
  if (refusals.includes(answer.outcome)) faults.push(`refused: ${answer.outcome}`)
  if (quotes.length === 0) faults.push('no citation')
  const besides = answer.projects.filter((number) => !expect.projects.includes(number))
  if (besides.length > (kind === 'list' ? 2 : 1)) faults.push(`names projects ${besides.join(', ')} besides`)
  return faults
}

/** What an answer comes to: `faults` are those of `faultsOf`. Whoever says that the record has nothing abstains. */
export type Score = {
  readonly faults: readonly string[]
  readonly right: boolean
  readonly fabricated: boolean
  /** A question that the record answers was said to have no answer there. */
  readonly refused: boolean
  readonly abstained: 'rightly' | 'wrongly' | null
  /** An answer was given where the record has none. */
  readonly overreached: boolean
}

/** Scores an answer. */
export function scoreAnswer(question: GoldenQuestion, answer: PrintedAnswer, prepared: PreparedRecord): Score {
  const { outcome: rightOnes } = question.expect
  const abstains = refusals.includes(answer.outcome)
  const isRightOne = rightOnes?.some((one) => one === answer.outcome) ?? !abstains
  const faults = faultsOf(question, answer, prepared)
  return {
    faults,
    right: faults.length === 0,
    fabricated: faults.some((fault) => fault.startsWith('fabricated')),
    refused: abstains && rightOnes === undefined,
    abstained: abstains ? (isRightOne ? 'rightly' : 'wrongly') : null,
    overreached: !abstains && !isRightOne,
  }
}

function bare(text: string): string {
  return text.normalize('NFKC').replace(/\s+/gu, '').toLowerCase()
}
