import fc from 'fast-check'
import Papa from 'papaparse'
import { expect, it } from 'vitest'
import { annexCsv } from '../../src/documents/annex-csv.ts'
import { annexDocx } from '../../src/documents/annex-docx.ts'
import { annexMarkdown } from '../../src/documents/annex-markdown.ts'
import { csvFile } from '../../src/documents/csv-file.ts'
import { inertMarkdown } from '../../src/documents/inert-markdown.ts'
import { printableText } from '../../src/documents/printable-text.ts'
import type { AnnexBlock } from '../../src/opinions/annex.ts'
import { type AnnexDocument, pagesOf } from '../../src/opinions/annex-document.ts'
import { annexLayout, bulleted, opinionParagraphs } from '../../src/opinions/annex-pages.ts'
import { lineEnds } from '../../src/opinions/printed-lines.ts'
import { readDocx } from '../support/read-docx.ts'

const hard = fc.constantFrom(
  ...[
    '👩‍👩‍👧‍👦🇯🇵',
    '<w:t>&amp;</w:t>]]>',
    '\u0001\u001f\ufffe',
    '　  字下げ',
    'שלום ‮abc',
    'か\u3099',
    '辻󠄀',
    '=HYPERLINK("x")',
    '＋1',
    '\t-2',
    '@x',
  ],
  ...[
    '|a|*b*_c_[d](e)',
    '# 題',
    '- 点',
    '1. 一',
    '```',
    '<b>',
    '&lt;',
    'http://a.b',
    '長い'.repeat(900),
    'a'.repeat(3000),
    '\n\n\n',
    '""',
  ],
)
const words = fc
  .array(fc.oneof(hard, fc.string({ unit: 'binary', maxLength: 30 }), fc.string({ unit: 'grapheme', maxLength: 60 })), {
    minLength: 1,
    maxLength: 5,
  })
  .map((pieces) => `言${pieces.join('')}`)
const blocks: fc.Arbitrary<readonly AnnexBlock[]> = fc.array(
  fc.record({
    opinions: fc.array(
      fc.array(fc.record({ isHeading: fc.boolean(), text: words }), { minLength: 1, maxLength: 4 }).map((parts) => ({
        receipt: '',
        subject: { kind: 'whole' } as const,
        speaker: null,
        heard: false,
        parts: parts.map(({ isHeading, text }) =>
          isHeading ? ({ kind: 'heading', text } as const) : ({ kind: 'item', item: '', text } as const),
        ),
      })),
      { minLength: 1, maxLength: 3 },
    ),
    responses: fc.array(
      words.map((text) => ({ item: '', answers: [], text })),
      { maxLength: 3 },
    ),
  }),
  { maxLength: 5 },
)
const documentOf = (all: readonly AnnexBlock[]): AnnexDocument => ({
  head: { committee: '懇談会', call: '第１回', agenda: ['議題'] },
  annex: { call: '2026-1', names: 'none', blocks: [...all] },
  release: null,
})
const bare = (text: string) => text.replaceAll(/[\s]/gu, '')

it('prints every word of everybody once and in order in Word, as another program reads it', async () => {
  await fc.assert(
    fc.asyncProperty(blocks, async (all) => {
      const { tables } = await readDocx(await annexDocx(documentOf(all)))
      // A cell that goes over several rows is read where it begins.
      const left: string[] = []
      const right: string[] = []
      for (const table of tables)
        for (const row of table.slice(1)) {
          left.push(...(row[0]?.paragraphs ?? []))
          right.push(...(row[1]?.paragraphs ?? []))
        }

      expect(bare(left.join(''))).toBe(
        bare(
          all.flatMap(({ opinions }) => opinions.flatMap((one) => opinionParagraphs(one)).map(printableText)).join(''),
        ),
      )
      expect(bare(right.join(''))).toBe(
        bare(all.flatMap(({ responses }) => responses.map(({ text }) => printableText(bulleted(text)))).join('')),
      )
    }),
    { numRuns: 40 },
  )
})

it('puts no more on a page than it holds, and every paragraph in its order', () => {
  fc.assert(
    fc.property(blocks, (all) => {
      const pages = pagesOf(documentOf(all))

      expect(pages.map(({ page }) => page)).toEqual(pages.map((_, at) => at + 1))
      expect(pages.flatMap((page) => page.blocks)).toEqual(all)
      for (const { pieces } of pages) {
        const lines = (paragraphs: readonly string[]) =>
          paragraphs.reduce((sum, one) => sum + lineEnds(one, annexLayout.charactersPerLine).length, 0)
        const taken = pieces.map(({ left, right }) =>
          Math.max(lines(left.flatMap(({ paragraphs }) => paragraphs)), lines(right)),
        )
        expect(taken.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(annexLayout.linesPerPage)
      }
    }),
    { numRuns: 100 },
  )
})

it('merges the right cell of submissions that are answered together', async () => {
  const opinion = (text: string) => ({
    ...{ receipt: text, subject: { kind: 'whole' } as const, speaker: null, heard: false },
    parts: [{ kind: 'item', item: text, text } as const],
  })
  const together = {
    opinions: [opinion('一'), opinion('二'), opinion('三')],
    responses: [{ item: '一', answers: [], text: '答' }],
  }

  const { tables } = await readDocx(
    await annexDocx(documentOf([together, { opinions: [opinion('四')], responses: [] }])),
  )

  expect(tables[0]?.slice(1).map((row) => row.map(({ paragraphs, rowspan }) => [...paragraphs, rowspan]))).toEqual([
    [
      ['・一', 1],
      ['・答', 3],
    ],
    [['・二', 1]],
    [['・三', 1]],
    [
      ['・四', 1],
      ['', 1],
    ],
  ])
})

it('gives the same bytes for the same annex, and never the time', async () => {
  const document = documentOf([])

  const first = await annexDocx(document)
  await new Promise((resolve) => setImmediate(resolve))

  expect(Buffer.from(await annexDocx(document)).equals(Buffer.from(first))).toBe(true)
})

it('keeps every cell of a CSV, and lets none begin like a formula', () => {
  fc.assert(
    fc.property(fc.array(fc.array(fc.oneof(words, hard), { minLength: 3, maxLength: 3 }), { minLength: 1 }), (rows) => {
      const csv = csvFile(rows)
      const read = Papa.parse<string[]>(csv, { newline: '\r\n', skipEmptyLines: true }).data

      expect(csv.startsWith('\ufeff')).toBe(true)
      expect(csv.endsWith('\r\n')).toBe(true)
      expect(read.flat().map((cell) => cell.replace(/^\ufeff/u, '').replace(/^'/u, ''))).toEqual(
        rows.flat().map((cell) => printableText(cell).replace(/^'/u, '')),
      )
      for (const cell of read.flat()) expect(cell).not.toMatch(/^[\s\ufeff]*[=+\-@＝＋－＠\t\r]/u)
    }),
    { numRuns: 200 },
  )
})

it('lists an item a row, with the headings above it and the response to it, without receipts', () => {
  const csv = annexCsv({
    annex: {
      ...{ call: '2026-1', names: 'letters' },
      blocks: [
        {
          opinions: [
            {
              ...{
                receipt: 'R8-001',
                subject: { kind: 'whole' },
                heard: true,
                speaker: { kind: 'letter', letter: 'A' },
              },
              parts: [
                { kind: 'heading', text: '章\n節' },
                { kind: 'item', item: 'R8-001-1', text: '一' },
                { kind: 'item', item: 'R8-001-2', text: '-2' },
                { kind: 'heading', text: '末' },
              ],
            },
          ],
          responses: [{ item: 'R8-001-1', answers: ['R8-001-1'], text: '答' }],
        },
      ],
    },
  })

  expect(Papa.parse<string[]>(csv.slice(1), { newline: '\r\n', skipEmptyLines: true }).data).toEqual([
    ['番号', '委員', '見出し', '御意見', '御意見に対する考え方等について'],
    ['1', '【委員A】', '章\n節', '・一', '・答'],
    ['2', '【委員A】', '', '・-2\n（事務局聞き取り）', ''],
    ['', '【委員A】', '末', '', ''],
  ])
})

it.each([
  ['*強調* _a_ `b` ~~c~~', '\\*強調\\* \\_a\\_ \\`b\\` \\~\\~c\\~\\~'],
  ['[題](http://a.b) www.a.b a@b.c', '\\[題\\](http\\://a.b) www\\.a.b a\\@b.c'],
  ['# 題', '\\# 題'],
  ['- 点', '\\- 点'],
  ['12. 一', '12\\. 一'],
  ['    コード', '&#32;&#32;&#32;&#32;コード'],
  ['<script>&amp;|', '\\<script\\>\\&amp;\\|'],
  ['===', '\\==='],
  ['行末  ', '行末&#32;&#32;'],
])('makes %j inert in Markdown', (given, written) => {
  expect(inertMarkdown(given)).toBe(written)
})

it('lets no word of a member be anything but words in Markdown', () => {
  fc.assert(
    fc.property(words, (text) => {
      for (const line of text.split('\n')) {
        const written = inertMarkdown(line)
        const unescaped = written.replaceAll(/\\[!-/:-@[-`{-~]/gu, '').replaceAll(/&#(?:32|9);/gu, '')
        expect(unescaped).not.toMatch(/[\\`*_{}[\]<>|~&$@]/u)
        expect(unescaped.trimStart()).not.toMatch(/^(?:#|[+=-]|\d{1,9}[.)]\s)/u)
        const read = written
          .replaceAll(/\\([!-/:-@[-`{-~])/gu, '$1')
          .replaceAll('&#32;', ' ')
          .replaceAll('&#9;', '\t')
        expect(read).toBe(printableText(line))
      }
    }),
    { numRuns: 300 },
  )
})

it('marks a draft as one in Markdown, and keeps sections in order', () => {
  const md = annexMarkdown(
    documentOf([
      {
        opinions: [
          {
            ...{ receipt: '', subject: { kind: 'whole' }, speaker: null, heard: false },
            parts: [{ kind: 'item', item: '', text: '一\n\n\n二\n三' }],
          },
        ],
        responses: [],
      },
    ]),
  )

  expect(md).toBe(
    '別紙（案）\n\n# 第１回　懇談会の御意見等について\n\n議題　・議題\n\n## 1\n\n### 御意見\n\n・一\n\n二\\\n三\n\n### 御意見に対する考え方等について\n',
  )
})
