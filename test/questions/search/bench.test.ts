import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

const script = resolve(import.meta.dirname, '../../../bench/search.ts')
const header = 'query-id\tcorpus-id\tscore'
let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bench-search-'))
  write('corpus.jsonl', [
    '{"id": "d1", "title": "library", "text": "library opening hours"}',
    '{"id": "d2", "title": "garbage", "text": "a library is mentioned at the end of a long text on garbage"}',
    '{"id": "d3", "title": "bus", "text": "the bus stops here"}',
  ])
  write('queries.jsonl', [
    '{"id": "hit", "text": "bus"}',
    '{"id": "graded", "text": "library"}',
    '{"id": "second", "text": "library"}',
    '{"id": "missed", "text": "bus"}',
    '{"id": "unjudged", "text": "bus"}',
    '{"id": "irrelevant", "text": "bus"}',
  ])
  write('qrels.tsv', [
    header,
    'hit\td3\t1',
    'graded\td1\t1',
    'graded\td2\t2',
    'second\td2\t1',
    'missed\td1\t1',
    'irrelevant\td3\t0',
  ])
})

afterEach(() => rmSync(folder, { recursive: true }))

describe('bench/search.ts', () => {
  it('measures both engines as worked out by hand, leaving out queries without a relevant document', () => {
    const { status, stdout } = bench('--json')

    // Each engine ranks d3 for "bus" and d1, d2 for "library". In the order hit, graded, second, missed:
    const second = 1 / Math.log2(3)
    const expected = {
      p1: (1 + 1 + 0 + 0) / 4,
      p5: (0.2 + 0.4 + 0.2 + 0) / 4,
      mrr: (1 + 1 + 0.5 + 0) / 4,
      ndcg10: (1 + (1 + 2 * second) / (2 + second) + second + 0) / 4,
      r10: (1 + 1 + 1 + 0) / 4,
    }
    const result = JSON.parse(stdout)
    expect(status).toBe(0)
    expect(result).toMatchObject({ documents: 3, queries: 4, ratio: { p1: 1, p50Ms: expect.any(Number) } })
    expect(result.engines.map((row: { engine: string }) => row.engine)).toEqual(['ours', 'MiniSearch'])
    for (const row of result.engines) {
      for (const [measure, value] of Object.entries(expected)) expect(row[measure]).toBeCloseTo(value, 10)
      expect(row.p50Ms).toBeLessThanOrEqual(row.p99Ms)
    }
  })

  it('prints an aligned table and no progress to a file', () => {
    const { status, stdout, stderr } = bench()

    const [head, ...rows] = stdout.split('\n').slice(1, 4)
    expect(status).toBe(0)
    expect(head).toMatch(/P@1 .*nDCG@10 .*p99 ms$/)
    expect(rows.map((row) => row.length)).toEqual([head?.length, head?.length])
    expect(stderr).toBe('')
  })

  it('explains itself', () => {
    const { status, stdout } = run('--help')

    expect(status).toBe(0)
    expect(stdout).toContain('--qrels')
  })

  it.each([
    ['corpus.jsonl', ['{"id": "d1", "text": "a"}', '', '{"id": "d2", '], 'line 3: not JSON'],
    ['corpus.jsonl', ['{"id": "d1"}'], 'line 1: text: '],
    ['corpus.jsonl', ['{"id": "d1", "text": "a"}', '{"id": "d1", "text": "b"}'], 'line 2: the id d1'],
    ['corpus.jsonl', [], 'no document'],
    ['queries.jsonl', ['{"id": 7, "text": "a"}'], 'line 1: id: '],
    ['qrels.tsv', ['hit\td3\t1'], 'line 1: the header'],
    ['qrels.tsv', [header, 'hit\td3\t1', 'hit d3 1'], 'line 3: a query id'],
    ['qrels.tsv', [header, 'hit\td3\tyes'], 'line 2: a query id'],
    ['qrels.tsv', [header, 'hit\t0\td3\t1'], 'line 2: a query id'],
    ['qrels.tsv', [header, 'hit\td3\t1\tQ0'], 'line 2: a query id'],
    ['qrels.tsv', [header], 'no query'],
  ])('names the place when %s holds %j', (file, lines, complaint) => {
    write(file, lines)

    const { status, stdout, stderr } = bench()

    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).toContain(join(folder, file))
    expect(stderr).toContain(complaint)
    expect(stderr.trim().split('\n')).toHaveLength(1)
  })

  it.each([
    [['--speed'], '--speed'],
    [['--corpus', 'nowhere.jsonl'], '--qrels'],
    [['--corpus', 'nowhere.jsonl', '--queries', 'q', '--qrels', 'r'], 'nowhere.jsonl'],
  ])('exits 2 on %j', (options, complaint) => {
    const { status, stderr } = run(...options)

    expect(status).toBe(2)
    expect(stderr).toContain(complaint)
    expect(stderr).not.toContain('    at ')
  })
})

function write(name: string, lines: string[]) {
  writeFileSync(join(folder, name), lines.map((line) => `${line}\n`).join(''))
}

function run(...options: string[]) {
  return spawnSync(process.execPath, [script, ...options], { cwd: folder, encoding: 'utf8' })
}

function bench(...options: string[]) {
  const files = { corpus: 'corpus.jsonl', queries: 'queries.jsonl', qrels: 'qrels.tsv' }
  return run(...Object.entries(files).flatMap(([name, file]) => [`--${name}`, join(folder, file)]), ...options)
}
