import type { Evaluated } from './evaluate.ts'
import { percentiles } from './percentiles.ts'

/**
 * What is counted of the answers to a kind of question: `refused` are among those that abstained wrongly; `overreached` are
 * those that were answered although the record has no answer. Times are in milliseconds.
 */
export type Tally = {
  readonly questions: number
  readonly right: number
  readonly fabricated: number
  readonly refused: number
  readonly abstainedRightly: number
  readonly abstainedWrongly: number
  readonly overreached: number
  readonly p50Ms: number
  readonly p99Ms: number
  readonly calls: number
  readonly tokens: { readonly input: number; readonly output: number }
}

/** Rows of the table: the kinds of question, then both languages and all of them over again. */
const rows: readonly (readonly [name: string, isOf: (one: Evaluated) => boolean])[] = [
  ['why', ({ question }) => question.kind === 'why'],
  ['fact', ({ question }) => question.kind === 'fact'],
  ['list', ({ question }) => question.kind === 'list'],
  ['follow-up', ({ question }) => question.kind === 'followup'],
  ['trap', ({ question }) => question.kind === 'trap'],
  ['Japanese', ({ question }) => question.lang === 'ja'],
  ['English', ({ question }) => question.lang === 'en'],
  ['all', () => true],
]

/** Counts the answers by kind of question; kinds of which there is none are left out. */
export function tallyByKind(evaluated: readonly Evaluated[]): ReadonlyMap<string, Tally> {
  const tallies = rows.map(([name, isOf]) => [name, tally(evaluated.filter(isOf))] as const)
  return new Map(tallies.filter(([, { questions }]) => questions > 0))
}

function tally(evaluated: readonly Evaluated[]): Tally {
  const count = (isOne: (one: Evaluated) => boolean) => evaluated.filter(isOne).length
  const { p50, p99 } = percentiles(evaluated.map(({ ms }) => ms))
  const calls = evaluated.flatMap((one) => one.calls)
  const charged = (side: 'input' | 'output') =>
    calls.reduce((sum, call) => sum + (call.outcome === 'answered' ? (call.trace.tokens?.[side] ?? 0) : 0), 0)
  return {
    questions: evaluated.length,
    right: count(({ right }) => right),
    fabricated: count(({ fabricated }) => fabricated),
    refused: count(({ refused }) => refused),
    abstainedRightly: count(({ abstained }) => abstained === 'rightly'),
    abstainedWrongly: count(({ abstained }) => abstained === 'wrongly'),
    overreached: count(({ overreached }) => overreached),
    p50Ms: inHundredths(p50),
    p99Ms: inHundredths(p99),
    calls: calls.length,
    tokens: { input: charged('input'), output: charged('output') },
  }
}

function inHundredths(ms: number): number {
  return Math.round(ms * 100) / 100
}

/** What came of the model's calls, by outcome. */
export function countCalls(evaluated: readonly Evaluated[]): Readonly<Record<string, number>> {
  const byOutcome = Map.groupBy(
    evaluated.flatMap(({ calls }) => calls),
    ({ outcome }) => outcome,
  )
  return Object.fromEntries([...byOutcome].map(([outcome, calls]) => [outcome, calls.length]))
}
