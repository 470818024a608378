import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { buildRecord } from '../../src/record/build-record.ts'
import { readReviewed } from '../../src/record/read-reviewed.ts'
import { sapporo } from '../support/record-folder.ts'

const reviewed = readReviewed(sapporo)
const record = buildRecord(reviewed)
const [annex] = reviewed.documents
if (annex === undefined) throw new Error('data/sapporo-vision has no document')
const sourceLines = readFileSync(join(sapporo, 'source/2024-2-annex.txt'), 'utf8').split('\n')

/** Passages as the file has them, by key. */
const spans = new Map(
  [
    annex.reviewed.meeting.heading,
    ...annex.reviewed.meeting.agenda,
    ...annex.reviewed.rows.flatMap((row) =>
      row.groups.flatMap((group) => [
        ...(group.heading === undefined ? [] : [group.heading]),
        ...group.opinions,
        ...group.responses,
      ]),
    ),
  ].map((passage) => [`2024-2-annex/${passage.id}`, passage]),
)
function stringsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : []
}

const project = (number: number) => record.projects.find((one) => one.number === number)

describe('the record of the first committee', () => {
  it('has 5 rows on 3 pages, 12 opinions and 8 responses', () => {
    const rows = new Set(record.groups.map(({ opinions: [first] }) => JSON.stringify(first?.position)))

    expect(record.documents.map(({ pages }) => pages)).toEqual([3])
    expect(rows.size).toBe(5)
    expect(record.groups.flatMap(({ opinions }) => opinions)).toHaveLength(12)
    expect(record.groups.flatMap(({ responses }) => responses)).toHaveLength(8)
  })

  it('has the meeting, its two agenda items and the two policy areas that are named', () => {
    expect(record.documents[0]?.meeting).toMatchObject({ id: '2024-2', fiscalYear: 2024, number: 2 })
    expect(record.documents[0]?.meeting.agenda.map(({ text }) => text)).toEqual([
      '2024年度の連携事業の実施状況等について',
      'さっぽろ連携中枢都市圏ビジョンの年次変更案について',
    ])
    expect(record.policyAreas.map(({ number }) => number)).toEqual([2, 3])
    expect(record.statuses.map(({ area, status }) => [area, status])).toEqual([
      [2, '達成済み'],
      [3, '達成不可'],
    ])
  })

  it('has 7 projects, of which 53 has no title and 21, 52, 55 are new', () => {
    expect(record.projects.map(({ number }) => number)).toEqual([19, 21, 34, 40, 52, 53, 55])
    expect(record.projects.filter(({ title }) => title === null).map(({ number }) => number)).toEqual([53])
    expect(project(53)).toMatchObject({ title: null, en: null, reading: null })
    expect(record.sets).toMatchObject([{ name: '新規事業', count: 3, projects: [21, 52, 55] }])
  })

  it('explains × of 34 as 未実施 and leaves ◎ of 19 unexplained', () => {
    expect(record.ratings).toMatchObject([
      { project: 34, sign: '×', legend: { meaning: '未実施' }, indicator: 'i34' },
      { project: 19, sign: '◎', legend: null, indicator: null, reason: null },
    ])
    expect(record.ratings[0]?.evidence.passage.speaker).toBe('member')
    expect(record.ratings[0]?.reason?.passage.speaker).toBe('secretariat')
  })

  it('keeps opinions and responses in the groups of the source', () => {
    const groups = record.groups.map(({ key, heading, opinions, responses, projects }) => [
      key,
      heading?.text ?? null,
      opinions.length,
      responses.length,
      projects.map(({ number }) => number),
    ])

    expect(groups).toEqual([
      ['2024-2-annex/1-1-1', null, 1, 1, [40]],
      ['2024-2-annex/1-2-1', null, 1, 1, [53]],
      ['2024-2-annex/1-2-2', null, 1, 1, []],
      ['2024-2-annex/1-3-1', null, 1, 1, [34]],
      ['2024-2-annex/2-1-1', '【（１）「ビジョン懇談会意見について」】', 1, 0, []],
      ['2024-2-annex/2-1-2', '【（２）2024年度の連携事業の実施状況等について】', 1, 1, []],
      ['2024-2-annex/2-1-3', '【（３）さっぽろ連携中枢圏ビジョンの年次変更案について】', 4, 1, [21, 52, 55]],
      ['2024-2-annex/3-1-1', null, 2, 2, [19]],
    ])
  })

  it.each([
    ['member', '12市町村'],
    ['member', '500ヵ所以上'],
    ['member', '「達成済み」'],
    ['member', '「達成不可」が多い'],
    ['secretariat', '50法人'],
    ['secretariat', '94人'],
    ['secretariat', '5枠'],
    ['secretariat', '約2倍以上'],
  ])('lets nobody but the %s say %s', (speaker, words) => {
    const speakers = record.passages.filter(({ text }) => text.includes(words)).map((passage) => passage.speaker)

    expect(speakers.length).toBeGreaterThan(0)
    expect(new Set(speakers)).toEqual(new Set([speaker]))
  })

  it('lets both say 6園', () => {
    const speakers = record.passages.filter(({ text }) => text.includes('6園')).map((passage) => passage.speaker)

    expect(new Set(speakers)).toEqual(new Set(['member', 'secretariat']))
  })
})

describe('every passage of the record', () => {
  it.each(record.passages.map((passage) => [passage.key, passage] as const))(
    '%s is its source lines, joined',
    (key, passage) => {
      const [from, to] = spans.get(key)?.lines ?? [0, 0]
      const joined = sourceLines
        .slice(from - 1, to)
        .map((line) => line.replace(/^[ \u3000]+/u, ''))
        .join('')

      expect(passage.text).toBe(joined.replace(/^(?:議題\u3000)?・/u, ''))
    },
  )

  it.each(record.passages.map((passage) => [passage.key, passage] as const))(
    '%s knows the line of each letter',
    (key, passage) => {
      const numbers = Array.from({ length: passage.text.length }, (_, offset) => passage.lineAt(offset))
      const byLine = Map.groupBy(numbers.keys(), (offset) => numbers[offset] ?? 0)

      expect([numbers[0], numbers.at(-1)]).toEqual(spans.get(key)?.lines)
      expect(numbers).toEqual(numbers.toSorted((a, b) => a - b))
      for (const [line, offsets] of byLine) {
        const piece = offsets.map((offset) => passage.text[offset]).join('')
        expect(sourceLines[line - 1]?.endsWith(piece)).toBe(true)
      }
    },
  )

  it('leaves no line of the source out but page headers, the mark of the annex and the blank ones', () => {
    const covered = new Set(
      [...spans.values()].flatMap(({ lines: [from, to] }) =>
        Array.from({ length: to - from + 1 }, (_, at) => from + at),
      ),
    )
    const left = sourceLines.filter((line, at) => line.trim() !== '' && !covered.has(at + 1)).map((line) => line.trim())

    expect(new Set(left)).toEqual(new Set(['別紙', '御意見 御意見に対する考え方等について']))
  })
})

describe('nothing is in the record that the source does not state', () => {
  const statements = [
    ...record.projects,
    ...record.policyAreas,
    ...record.indicators,
    ...record.ratings,
    ...record.legend,
    ...record.statuses,
    ...record.sets,
    ...record.citedDocuments,
  ]

  it('has every quote in its passage', () => {
    const evidence = [
      ...statements.map((entry) => entry.evidence),
      ...record.ratings.flatMap(({ reason }) => reason ?? []),
    ]

    for (const { passage, quote } of evidence) expect(passage.text).toContain(quote)
    expect(evidence.length).toBeGreaterThan(15)
  })

  it('has every title, number, sign and status in the quote that states it', () => {
    const narrow = (text: string) => text.normalize('NFKC')

    for (const { number, title, evidence } of [...record.projects, ...record.policyAreas]) {
      expect(narrow(evidence.quote)).toContain(String(number))
      expect(evidence.quote).toContain(title ?? '')
    }
    for (const { text, evidence } of record.indicators) expect(evidence.quote).toContain(text)
    for (const { sign, evidence } of record.ratings) expect(evidence.quote).toContain(sign)
    for (const { sign, meaning, evidence } of record.legend) expect(evidence.quote).toContain(`${sign}（${meaning}）`)
    for (const { status, evidence } of record.statuses) expect(evidence.quote).toContain(status)
    for (const { title, evidence } of record.citedDocuments) expect(evidence.quote).toContain(title)
    for (const { count, projects, evidence } of record.sets) {
      expect(count).toBe(projects.length)
      expect(narrow(evidence.quote)).toContain(String(count))
    }
    for (const { state } of record.states) expect(record.passages.some(({ text }) => text.includes(state))).toBe(true)
  })

  it('takes every number of a gloss from the words it stands beside', () => {
    const months: Readonly<Record<string, string>> = { April: '4月', July: '7月' }
    const wrong = record.passages.flatMap(({ sentences }) =>
      sentences.flatMap(({ ja, en }) => {
        const said = ja.normalize('NFKC').replace(/令和(\d+)年度/gu, (era, year) => `${era}${2018 + Number(year)}`)
        const numbers = [
          ...(en.match(/\d+/gu) ?? []),
          ...Object.keys(months).flatMap((month) => (en.includes(month) ? (months[month] ?? '') : [])),
        ]
        return numbers.filter((number) => !said.includes(number)).map((number) => `${number}: ${en}`)
      }),
    )

    expect(wrong).toEqual([])
  })

  it('has no date, no budget, no name of a person, no address', () => {
    const unstated = [
      /https?:|www\.|@[a-z]/iu,
      /\d+月\d+日|\d{4}-\d{2}-\d{2}|\b\d+(?:st|nd|rd|th) of [A-Z]/u,
      /円(?!滑)|予算|[¥￥]|\byen\b|budget/iu,
      /座長|議長|[一-龠]氏(?!名)|\b(?:Mr|Ms|Mrs|Dr|Prof)\b/u,
    ]
    const strings = stringsIn([annex.reviewed, reviewed.committee, record.words])

    expect(strings.filter((text) => unstated.some((pattern) => pattern.test(text)))).toEqual([])
    expect(strings.length).toBeGreaterThan(100)
    expect(reviewed.committee.phone).toBeUndefined()
  })

  it('lists only words that stand in the record', () => {
    const text = record.passages.map((passage) => passage.text).join('\n')

    expect(record.words.map(({ word }) => word).filter((word) => !text.includes(word))).toEqual([])
    expect(record.words.length).toBeGreaterThan(10)
  })

  it('lists no word twice', () => {
    const words = record.words.map(({ word }) => word)

    expect(words.filter((word, at) => words.indexOf(word) !== at)).toEqual([])
  })
})
