import { unzipSync } from 'fflate'
import Papa from 'papaparse'
import { annexCsv } from '../../../src/documents/annex-csv.ts'
import { annexDocx } from '../../../src/documents/annex-docx.ts'
import { annexMarkdown } from '../../../src/documents/annex-markdown.ts'
import type { AnnexDocument } from '../../../src/opinions/annex-document.ts'
import { readDocx } from '../read-docx.ts'

/** An annex as somebody reads it in a file: both columns from top to bottom, and all that the file holds, seen or not. */
export type ReadAnnex = { readonly left: string; readonly right: string; readonly all: string; readonly draft: boolean }

/** A CSV's left column without who speaks, which is a column of its own; its right column has a response in each row it answers. */
export type ReadCsv = Omit<ReadAnnex, 'draft'> & { readonly speakers: readonly string[] }

export function readCsv(document: AnnexDocument): ReadCsv {
  const all = annexCsv(document)
  const [header = [], ...rows] = Papa.parse<string[]>(all.replace(/^\ufeff/u, ''), {
    newline: '\r\n',
    skipEmptyLines: true,
  }).data
  const column = (name: string) => rows.map((row) => row[header.indexOf(name)] ?? '')
  const opinions = column('御意見')
  return {
    left: column('見出し')
      .map((heading, at) => `${heading}\n${opinions[at]}`)
      .join('\n'),
    right: column('御意見に対する考え方等について').join('\n'),
    speakers: header.includes('委員') ? column('委員') : [],
    all,
  }
}

export function readMarkdown(document: AnnexDocument): ReadAnnex {
  const all = annexMarkdown(document)
  const columns = { left: '', right: '' }
  let column: keyof typeof columns | null = null
  // A member's line that begins with # is escaped: these are ours.
  for (const line of all.split('\n')) {
    if (/^## \d+$/u.test(line)) column = null
    else if (line === '### 御意見') column = 'left'
    else if (line === '### 御意見に対する考え方等について') column = 'right'
    else if (column !== null) columns[column] += `${line}\n`
  }
  return { left: plain(columns.left), right: plain(columns.right), all, draft: all.startsWith('別紙（案）') }
}

export async function readWord(document: AnnexDocument): Promise<ReadAnnex> {
  const bytes = await annexDocx(document)
  const { tables } = await readDocx(bytes)
  const rows = tables.flatMap((table) => table.slice(1))
  const column = (at: number) => rows.flatMap((row) => row[at]?.paragraphs ?? []).join('\n')
  const all = Object.values(unzipSync(bytes))
    .map((part) => new TextDecoder().decode(part))
    .join('\n')
  return { left: column(0), right: column(1), all, draft: all.includes('string="案"') }
}

/** What Markdown says: a backslash before a sign is that sign, before the end of a line nothing. */
function plain(markdown: string): string {
  return markdown
    .replaceAll(/\\([\s\S])/gu, '$1')
    .replaceAll('&#32;', ' ')
    .replaceAll('&#9;', '\t')
}
