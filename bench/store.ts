import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { printResult } from './print-result.ts'
import { percentile } from './search-metrics.ts'
import { type Engine, openBare, openLowdb, openOurs, openSqlite, type Submission } from './store-engines.ts'

const usage = `Measures what an acknowledgement costs: our store beside bare fdatasync, lowdb as it comes and node:sqlite.

  node bench/store.ts [--sizes 0,10000,100000] [--writes 300] [--dir data/state] [--json]

  --sizes    submissions of about 1 kB on file before the measured writes
  --writes   measured writes of each engine and size; lowdb gets 15 s a size at most
  --dir      a folder on the disk to measure; a folder is made in it and removed
  --json     print one JSON object instead of a table
  --help     print this

Bare fdatasync, sqlite and ours write in turn, so that a slow moment of the disk hits all of them; lowdb, which keeps
the disk busy for seconds, writes after them. Milliseconds are medians.`

type Row = { engine: string; p50Ms: Record<string, number>; perSecond8: number | null; open10kMs: number | null }

const IN_FLIGHT = 8
const LOWDB_MS = 15_000
const text = '市民の意見を計画に反映する仕組みについて、御検討をお願いいたします。'.repeat(9)
let made = 0

function makeSubmissions(count: number): Submission[] {
  return Array.from({ length: count }, () => ({ id: `R8-${++made}`, member: 'member-7', text }))
}

async function timeWrites(engine: Engine, submissions: readonly Submission[], budgetMs: number): Promise<number[]> {
  const times: number[] = []
  const end = performance.now() + budgetMs
  for (const submission of submissions) {
    const start = performance.now()
    await engine.write(submission)
    times.push(performance.now() - start)
    if (performance.now() > end) break
  }
  return times
}

async function timeInTurn(engines: readonly Engine[], writes: number): Promise<number[]> {
  const times = engines.map((): number[] => [])
  for (let n = 0; n < writes; n++) {
    // Each comes first as often as the others: a sync may pay for what the one before it left to the disk.
    for (let turn = 0; turn < engines.length; turn++) {
      const index = (n + turn) % engines.length
      times[index]?.push(...(await timeWrites(engines[index] as Engine, makeSubmissions(1), 0)))
    }
  }
  return times.map((of) => percentile(of, 0.5))
}

/** Writes a second with 8 writers who each wait for their acknowledgement. */
async function rateInFlight(engine: Engine, seconds: number): Promise<number> {
  const start = performance.now()
  let done = 0
  const writer = async () => {
    while (performance.now() - start < seconds * 1000) {
      for (const submission of makeSubmissions(1)) await engine.write(submission)
      done++
    }
  }
  await Promise.all(Array.from({ length: IN_FLIGHT }, writer))
  return done / ((performance.now() - start) / 1000)
}

/** Opening in a process of its own, from the call to the answer; loading the code is left out. */
function timeOpening(open: string, folder: string): number {
  const code = `const { ${open} } = await import('./bench/store-engines.ts')
    const start = performance.now(); const engine = await ${open}(process.argv[1])
    console.log(performance.now() - start); await engine.close()`
  const times = Array.from({ length: 5 }, () =>
    Number(execFileSync(process.execPath, ['--input-type=module', '-e', code, folder], { encoding: 'utf8' })),
  )
  return percentile(times, 0.5)
}

async function measure(root: string, sizes: readonly number[], writes: number): Promise<Row[]> {
  const openers = [openBare, openSqlite, openOurs, openLowdb]
  const rows: Row[] = openers.map(() => ({ engine: '', p50Ms: {}, perSecond8: null, open10kMs: null }))
  for (const size of sizes) {
    const folder = join(root, `${size}`)
    const engines = await Promise.all(openers.map((open) => open(folder)))
    for (const engine of engines) await engine.fill(makeSubmissions(size))
    const [lowdb] = engines.slice(-1) as [Engine]
    const medians = await timeInTurn(engines.slice(0, -1), writes)
    const last = size === sizes.at(-1)
    const rates: number[] = []
    if (last) for (const engine of engines.slice(1, -1)) rates.push(await rateInFlight(engine, 2))
    medians.push(percentile(await timeWrites(lowdb, makeSubmissions(writes), LOWDB_MS), 0.5))
    if (last) rates.push(await rateInFlight(lowdb, 2))
    for (const [index, row] of rows.entries()) {
      row.engine = engines[index]?.name ?? ''
      row.p50Ms[size] = medians[index] ?? Number.NaN
      if (last && index > 0) row.perSecond8 = rates[index - 1] ?? null
    }
    for (const engine of engines) await engine.close()
    process.stderr.write(`${size} on file: done\n`)
  }
  return rows
}

/** A folder of exactly 10,000 submissions, opened by the two engines that read all of it. */
async function measureOpening(root: string, rows: readonly Row[]): Promise<void> {
  const folder = join(root, 'opening')
  for (const [open, name] of [
    [openOurs, 'openOurs'],
    [openLowdb, 'openLowdb'],
  ] as const) {
    const engine = await open(folder)
    await engine.fill(makeSubmissions(10_000))
    await engine.close()
    const row = rows.find((one) => one.engine === engine.name)
    if (row !== undefined) row.open10kMs = timeOpening(name, folder)
  }
}

function formatTable(rows: readonly Row[], sizes: readonly number[]): string {
  const heads = [...sizes.map((size) => `p50 ms at ${size}`), '8 in flight /s', 'open 10000 ms']
  const cells = rows.map(({ engine, p50Ms, perSecond8, open10kMs }) => [
    engine,
    ...sizes.map((size) => p50Ms[size]?.toFixed(3) ?? ''),
    perSecond8?.toFixed(0) ?? '',
    open10kMs?.toFixed(0) ?? '',
  ])
  return [['', ...heads], ...cells]
    .map(([name = '', ...figures]) => name.padEnd(22) + figures.map((figure) => figure.padStart(18)).join(''))
    .join('\n')
}

function parseOptions() {
  const { values } = parseArgs({
    options: {
      sizes: { type: 'string', default: '0,10000,100000' },
      writes: { type: 'string', default: '300' },
      dir: { type: 'string', default: 'data/state' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  const sizes = values.sizes.split(',').map(Number)
  const writes = Number(values.writes)
  if (![...sizes, writes].every((value) => Number.isInteger(value) && value >= 0) || writes < 1 || writes > 10_000) {
    throw new TypeError('--sizes are whole numbers with commas between, --writes is 1 to 10000')
  }
  return { ...values, sizes, writes }
}

async function main(): Promise<string> {
  const { sizes, writes, dir, json, help } = parseOptions()
  if (help) return usage
  mkdirSync(dir, { recursive: true })
  const root = mkdtempSync(join(dir, 'bench-'))
  try {
    const rows = await measure(root, sizes, writes)
    await measureOpening(root, rows)
    const [bare] = rows as [Row]
    const ours = rows.find(({ engine }) => engine === 'ours') as Row
    const ratio = Object.fromEntries(sizes.map((size) => [size, (ours.p50Ms[size] ?? 0) / (bare.p50Ms[size] ?? 0)]))
    if (json) return JSON.stringify({ writes, engines: rows, ratio })
    const ratios = sizes.map((size) => `${ratio[size]?.toFixed(2)} at ${size}`).join(', ')
    return `${formatTable(rows, sizes)}\nours / bare fdatasync: ${ratios}`
  } finally {
    rmSync(root, { recursive: true, force: true })
  }
}

await printResult(main)
