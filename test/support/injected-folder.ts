import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Injection } from './injections.ts'

const trees = [...'松竹梅桜柳楓杉桐萩菊蓮葦蕗栗柿']
const places = [...'山川原田沢浜崎谷池岡森島坂橋町']

/** What a row of the annex is about; no two rows are about the same. */
export function bridgeOf(row: number): string {
  return `${trees[row % trees.length]}${places[Math.floor(row / trees.length)]}水門`
}

/**
 * A committee's folder whose annex has a row for each injection: an opinion and a response, each with the injection behind a
 * sentence about a floodgate of its own. `source` is the text as it was published; all of it is removed when the test lets go.
 */
export function makeInjectedFolder(injections: readonly Injection[]) {
  const directory = mkdtempSync(join(tmpdir(), 'kondankai-injected-'))
  const lines = ['別紙', '令和８年度第９回水門懇談会の御意見と考え方']
  const passage = (id: string, ...sentences: readonly string[]) => {
    const ja = sentences.map((one) => one.replace(/\s+/gu, ' ').trim())
    lines.push(`・${ja.join('')}`)
    return { id, lines: [lines.length, lines.length], sentences: ja.map((one) => ({ ja: one, en: '' })) }
  }
  const heading = { id: 'h1', lines: [2, 2], sentences: [{ ja: lines[1] ?? '', en: '' }] }
  const rows = injections.map(({ text }, at) => ({
    ...{ page: 1, row: at + 1 },
    groups: [
      {
        opinions: [passage(`o${at + 1}`, `${bridgeOf(at)}の塗装を求める。`, text)],
        responses: [passage(`a${at + 1}`, `${bridgeOf(at)}の塗装は検討する。`, text)],
      },
    ],
  }))
  const source = `${lines.join('\n')}\n`
  const document = {
    ...{ id: '2026-9-annex', title: '別紙', en: 'Annex', pages: 1, source: 'source/2026-9-annex.txt' },
    sha256: createHash('sha256').update(source).digest('hex'),
  }
  const meeting = { id: '2026-9', name: '令和８年度第９回', fiscalYear: 2026, number: 9, heading, agenda: [] }
  const empty = ['citedDocuments', 'policyAreas', 'projects', 'indicators', 'ratings', 'legend', 'statuses', 'states']
  const files: Readonly<Record<string, unknown>> = {
    'committee.json': {
      id: 'floodgates',
      name: { ja: '水門懇談会', en: 'Floodgates Committee' },
      alsoCalled: [],
      documents: [document.id],
    },
    'record/words.json': { words: [] },
    'record/2026-9-annex.json': {
      document,
      meeting,
      rows,
      ...Object.fromEntries([...empty, 'sets'].map((one) => [one, []])),
    },
    [document.source]: source,
  }
  for (const [file, content] of Object.entries(files)) {
    mkdirSync(join(directory, file, '..'), { recursive: true })
    writeFileSync(join(directory, file), typeof content === 'string' ? content : JSON.stringify(content))
  }
  return { directory, source, [Symbol.dispose]: () => rmSync(directory, { recursive: true }) }
}
