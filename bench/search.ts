import { parseArgs } from 'node:util'
import MiniSearch from 'minisearch'
import { buildSearchIndex } from '../src/questions/search/search-index.ts'
import { tokenize } from '../src/questions/search/tokenize.ts'
import { BadInput, type Document, type JudgedQuery, readCollection } from './search-data.ts'
import { averageQuality, measureRanking, percentile, type Quality } from './search-metrics.ts'

const usage = `Measures our search beside MiniSearch (same tokenizer) on a test collection.

  node bench/search.ts --corpus corpus.jsonl --queries queries.jsonl --qrels qrels.tsv [--json]

  --corpus   one {"id", "title", "text"} a line
  --queries  one {"id", "text"} a line
  --qrels    tab-separated, header line: query-id corpus-id score
  --json     print one JSON object instead of a table
  --help     print this

Queries without a relevant document are left out. Ten documents are asked for; P@5 counts relevant documents / 5.`

const LIMIT = 10

type Engine = {
  readonly name: string
  readonly buildMs: number
  readonly search: (query: string) => string[]
  readonly qualities: Quality[]
  readonly times: number[]
}

type Row = Quality & { engine: string; buildMs: number; p50Ms: number; p99Ms: number }

function buildEngines(documents: readonly Document[]): Engine[] {
  const engine = (name: string, build: () => Engine['search']): Engine => {
    const start = performance.now()
    const search = build()
    return { name, search, buildMs: performance.now() - start, qualities: [], times: [] }
  }
  tokenize('辞書') // Loads the segmenter's dictionary before either clock runs.
  return [
    engine('ours', () => {
      const index = buildSearchIndex(documents)
      return (query) => index.search(query, LIMIT).map(({ id }) => id)
    }),
    engine('MiniSearch', () => {
      const index = new MiniSearch({ fields: ['title', 'text'], tokenize })
      index.addAll(documents)
      return (query) =>
        index
          .search(query, { combineWith: 'OR' })
          .slice(0, LIMIT)
          .map(({ id }) => id)
    }),
  ]
}

function measure(engines: readonly Engine[], queries: readonly JudgedQuery[]): Row[] {
  for (const [done, { text, relevant }] of queries.entries()) {
    // Query by query, and first in turn, so that a slow moment of the machine hits both.
    for (const engine of done % 2 === 0 ? engines : engines.toReversed()) {
      const start = performance.now()
      const ranking = engine.search(text)
      engine.times.push(performance.now() - start)
      engine.qualities.push(measureRanking(ranking, relevant))
    }
    if (process.stderr.isTTY && done % 50 === 0) process.stderr.write(`\r${done} of ${queries.length} queries`)
  }
  if (process.stderr.isTTY) process.stderr.write('\r\x1b[K')
  return engines.map(({ name, buildMs, qualities, times }) => ({
    engine: name,
    ...averageQuality(qualities),
    buildMs,
    p50Ms: percentile(times, 0.5),
    p99Ms: percentile(times, 0.99),
  }))
}

function formatTable(rows: readonly Row[]): string {
  const cells = rows.map((r) => [
    r.engine,
    ...[r.p1, r.p5, r.mrr, r.ndcg10, r.r10].map((share) => share.toFixed(4)),
    r.buildMs.toFixed(0),
    ...[r.p50Ms, r.p99Ms].map((ms) => ms.toFixed(3)),
  ])
  return [['', 'P@1', 'P@5', 'MRR', 'nDCG@10', 'R@10', 'build ms', 'p50 ms', 'p99 ms'], ...cells]
    .map(([name = '', ...figures]) => name.padEnd(10) + figures.map((figure) => figure.padStart(10)).join(''))
    .join('\n')
}

function parseOptions() {
  const text = { type: 'string' } as const
  const flag = { type: 'boolean', default: false } as const
  try {
    return parseArgs({ options: { corpus: text, queries: text, qrels: text, json: flag, help: flag } }).values
  } catch (cause) {
    throw new BadInput(`${(cause as Error).message} (--help lists the options)`, { cause })
  }
}

function main(): string {
  const { corpus, queries: queriesFile, qrels, json, help } = parseOptions()
  if (help) return usage
  if (!corpus || !queriesFile || !qrels)
    throw new BadInput('--corpus, --queries and --qrels are all needed (see --help)')
  const { documents, queries } = readCollection({ corpus, queries: queriesFile, qrels })

  const rows = measure(buildEngines(documents), queries)
  const [ours, mini] = rows as [Row, Row]
  const ratio = { p1: ours.p1 / mini.p1, p50Ms: ours.p50Ms / mini.p50Ms }
  if (json) return JSON.stringify({ documents: documents.length, queries: queries.length, engines: rows, ratio })
  return [
    `${documents.length} documents, ${queries.length} queries`,
    formatTable(rows),
    `ours / MiniSearch: P@1 ${ratio.p1.toFixed(3)}, p50 ${ratio.p50Ms.toFixed(3)}`,
  ].join('\n')
}

try {
  console.log(main())
} catch (error) {
  if (!(error instanceof BadInput)) throw error
  console.error(error.message)
  process.exitCode = 2
}
