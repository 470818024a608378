import { expect, it } from 'vitest'
import type { AnnexTold } from '../../src/conversation/annex-acts.ts'
import { annexDocx } from '../../src/documents/annex-docx.ts'
import { pagesOf } from '../../src/opinions/annex-document.ts'
import { openFrontOffice } from '../support/front-office.ts'
import { readDocx } from '../support/read-docx.ts'
import { enterSeed, seedAgenda, seedRows, seedTitle } from '../support/seed-round.ts'

it('prints the published annex from its five rows, cell by cell and page by page', async () => {
  await using office = await openFrontOffice()
  const call = await enterSeed(office)

  const { told } = await office.fill('yamada', { name: 'annex', act: { do: 'show', call, names: 'none' } })
  const annex = told[0] as Extract<AnnexTold, { kind: 'annex' }>
  const bytes = await annexDocx(annex)
  const { before, tables } = await readDocx(bytes)

  expect(annex.kind).toBe('annex')
  expect(pagesOf(annex).map(({ blocks }) => blocks.length)).toEqual([3, 1, 1])
  expect(before).toEqual(['別紙', seedTitle, `議題　・${seedAgenda[0]}`, `　　　・${seedAgenda[1]}`])
  expect(tables).toHaveLength(3)
  const rows = tables.flatMap((table, at) => table.slice(1).map((cells) => ({ page: at + 1, cells })))
  expect(rows.map(({ page }) => page)).toEqual(seedRows.map(({ page }) => page))
  for (const [at, { cells }] of rows.entries()) {
    const seed = seedRows[at]
    expect(cells.map(({ paragraphs }) => paragraphs)).toEqual([seed?.left.paragraphs, seed?.right.paragraphs])
    expect(cells.map(({ paragraphs }) => paragraphs.join(''))).toEqual([seed?.left.source, seed?.right.source])
  }
  for (const [head] of tables)
    expect(head?.flatMap(({ paragraphs }) => paragraphs)).toEqual(['御意見', '御意見に対する考え方等について'])
  expect(annex.warnings).toEqual([])
})
