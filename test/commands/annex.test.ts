import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { annexGroup } from '../../src/commands/annex-group.ts'
import { ledgerGroup } from '../../src/commands/ledger-group.ts'
import { progressLine } from '../../src/commands/progress-line.ts'
import { openCliOffice, readArgs, soon } from '../support/cli-office.ts'
import { readDocx } from '../support/read-docx.ts'

// Tests that start processes of their own.
vi.setConfig({ testTimeout: 60_000 })

it('writes the annex and the ledger of a call, and never over a file that is there', async () => {
  using office = await openCliOffice()
  const { run, json, folder } = office
  const as = ['--as', 'yamada']
  const place = (name: string) => join(folder.path, '..', name)
  await run(['call', 'open', '--id', '2998-1', '--name', '第１回', '--agenda', '議題の一', '--deadline', soon, ...as])
  await run(['opinion', 'submit', '--text', '・道路\n・=1+1、佐藤へ', '--call', '2998-1', '--yes', '--as', 'sato'])
  const wanted = ['annex', '--call', '2998-1', ...as]

  const checked = await run([...wanted, '--check'])
  const written = await run([...wanted, '--format', 'docx', '--out', place('a.docx')])
  writeFileSync(place('b.csv'), 'kept')
  const refused = await run([...wanted, '--format', 'csv', '--out', place('b.csv')])
  const kept = readFileSync(place('b.csv'), 'utf8')
  const replaced = await run([...wanted, '--format', 'csv', '--out', place('b.csv'), '--force'])
  const shown = await run([...wanted, '--format', 'md', '--out', '-'])
  const data = await json(...wanted, '--check')
  const unknown = await run(['annex', '--call', '2998-9', '--format', 'md', '--out', place('c.md'), ...as])
  const stranger = await run(['annex', '--call', '2998-1', '--format', 'md', '--out', place('c.md'), '--as', 'sato'])
  const nowhere = await run([...wanted, '--format', 'md', '--out', place('none/c.md')])
  const ledger = await run(['ledger', '--out', '-', ...as])
  const ledgerFile = await run(['ledger', '--call', '2998-1', '--out', place('l.csv'), ...as])

  expect(checked).toMatchObject({ code: 0, stderr: '' })
  expect(checked.stdout).toContain('第１回（2998-1）の別紙（案）　御意見1件（2項目）、考え方0件、1ページ')
  expect(checked.stdout).toMatch(/R\d+-001-2　名簿の方のお名前と思われる言葉：「佐藤」/u)
  expect(written).toMatchObject({ code: 0, stderr: checked.stdout })
  expect(written.stdout).toContain(`${place('a.docx')}に書き出しました。`)
  const { tables } = await readDocx(readFileSync(place('a.docx')))
  expect(tables[0]?.[1]?.map(({ paragraphs }) => paragraphs)).toEqual([['・道路', '・=1+1、佐藤へ'], ['']])
  expect(refused).toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining('--force to replace it') })
  expect(kept).toBe('kept')
  expect(replaced.code).toBe(0)
  expect(readFileSync(place('b.csv'), 'utf8')).toContain('"2","","・=1+1、佐藤へ",""\r\n')
  expect(shown.stdout).toContain('・道路')
  expect(shown.stderr).toContain('「案」')
  expect(data.told[0]).toMatchObject({
    kind: 'annex',
    warnings: expect.arrayContaining([{ kind: 'name', about: expect.any(String), words: '佐藤' }]),
  })
  expect(unknown).toMatchObject({ code: 1, stdout: expect.stringContaining('2998-9の意見照会は見当たりません') })
  expect(stranger).toMatchObject({ code: 1, stdout: expect.stringContaining('事務局の職にある方') })
  expect(nowhere).toMatchObject({
    code: 1,
    stdout: '',
    stderr: expect.stringContaining('its folder is not there; make it first'),
  })
  expect(existsSync(place('c.md'))).toBe(false)
  expect(ledger).toMatchObject({ code: 0, stdout: expect.stringMatching(/^\ufeff"受付番号","項目",/u) })
  expect(ledger.stdout).not.toContain('道路')
  expect(ledgerFile).toMatchObject({ code: 0, stderr: expect.stringContaining('受付1件、2項目') })
  expect(readFileSync(place('l.csv'), 'utf8')).toBe(ledger.stdout)
  expect(readdirSync(join(folder.path, '..')).filter((name) => name.endsWith('.tmp'))).toEqual([])
})

describe('annex', () => {
  it.each<[readonly string[], RegExp]>([
    [['--call', '2026-1'], /--format is missing: known are docx, md, csv/u],
    [['--format', 'docx', '--out', 'a.docx'], /--call is missing/u],
    [['--call', '2026-1', '--format', 'pdf', '--out', 'a'], /--format pdf: known are docx, md, csv/u],
    [['--call', '2026-1', '--format', 'docx'], /--out is missing/u],
    [['--call', '2026-1', '--format', 'docx', '--out', ''], /--out is empty/u],
    [['--call', '2026-1', '--format', 'docx', '--out', '-'], /a Word file is not for the screen/u],
    [['--call', '2026-1', '--format', 'csv', '--out', '-', '--json'], /only one of them/u],
    [['--call', '2026-1', '--check', '--out', 'a'], /--check writes nothing/u],
    [['--call', '2026-1', '--check', '--names', 'all'], /known are none, chosen, letters/u],
  ])('refuses %j', async (args, hint) => {
    await expect(readArgs(annexGroup, args)).rejects.toThrow(hint)
  })

  it.each<[readonly string[], RegExp]>([
    [[], /--out is missing/u],
    [['--out', '-', '--json'], /only one of them/u],
    [['--out', import.meta.filename], /--force to replace it/u],
    [['--out', import.meta.dirname], /is a folder; give --out the name of a file/u],
    [['--out', import.meta.dirname, '--force'], /is a folder; give --out the name of a file/u],
  ])('ledger refuses %j', async (args, hint) => {
    await expect(readArgs(ledgerGroup, args)).rejects.toThrow(hint)
  })
})

describe('progress', () => {
  it('is told after a second, once a second', () => {
    let at = 0
    const lines: string[] = []
    const tell = progressLine(
      (done, all) => `${done}/${all}`,
      (line) => void lines.push(line),
      () => at,
    )

    for (const [passed, done] of [
      [900, 1],
      [200, 2],
      [500, 3],
      [600, 4],
    ] as const) {
      at += passed
      tell(done, 9)
    }

    expect(lines).toEqual(['2/9', '4/9'])
  })
})
