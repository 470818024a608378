import type { Tally } from './tally.ts'

/** Tallies by kind, of one way to answer; `name` says which. */
export type Side = { readonly name: string; readonly tallies: ReadonlyMap<string, Tally> }

type Column = { readonly head: string; readonly cell: (tally: Tally) => string }

const counted: readonly Column[] = [
  { head: 'questions', cell: ({ questions }) => String(questions) },
  { head: 'right', cell: ({ right }) => String(right) },
  { head: 'fabricated', cell: ({ fabricated }) => String(fabricated) },
  { head: 'refused', cell: ({ refused }) => String(refused) },
  { head: 'abstained rightly', cell: ({ abstainedRightly }) => String(abstainedRightly) },
  { head: 'wrongly', cell: ({ abstainedWrongly }) => String(abstainedWrongly) },
  { head: 'overreached', cell: ({ overreached }) => String(overreached) },
  { head: 'p50 ms', cell: ({ p50Ms }) => p50Ms.toFixed(2) },
  { head: 'p99 ms', cell: ({ p99Ms }) => p99Ms.toFixed(2) },
]
const charged: readonly Column[] = [
  { head: 'calls', cell: ({ calls }) => String(calls) },
  { head: 'tokens in', cell: ({ tokens }) => String(tokens.input) },
  { head: 'out', cell: ({ tokens }) => String(tokens.output) },
]

/** A line a kind and way to answer; where there are several ways they stand one under the other, so that better and worse show. */
export function scoreTable(sides: readonly Side[]): readonly string[] {
  const compares = sides.length > 1
  const columns = compares ? [...counted, ...charged] : counted
  const kinds = [...new Set(sides.flatMap(({ tallies }) => [...tallies.keys()]))]
  const lines = kinds.flatMap((kind) =>
    sides.flatMap(({ name, tallies }, at) => {
      const tally = tallies.get(kind)
      if (tally === undefined) return []
      return [[at === 0 ? kind : '', ...(compares ? [name] : []), ...columns.map(({ cell }) => cell(tally))]]
    }),
  )
  return aligned(
    [['kind', ...(compares ? ['by'] : []), ...columns.map(({ head }) => head)], ...lines],
    compares ? 2 : 1,
  )
}

/** The first `words` columns begin under one another, the others end so. */
function aligned(lines: readonly (readonly string[])[], words: number): readonly string[] {
  const widths = (lines[0] ?? []).map((_, at) => Math.max(...lines.map((line) => line[at]?.length ?? 0)))
  return lines.map((line) =>
    line
      .map((cell, at) => (at < words ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)))
      .join('  ')
      .trimEnd(),
  )
}
