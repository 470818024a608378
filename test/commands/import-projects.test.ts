import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { runCli } from '../support/run-cli.ts'
import { csvOf, midoriSheet } from '../support/status-sheet.ts'

// Every test starts processes of its own, several at once.
vi.setConfig({ testTimeout: 60_000 })

const roster = {
  members: [{ id: 'sato', name: '佐藤　一郎', terms: [{ from: '2020-04-01', to: '2999-03-31' }] }],
  staff: [{ id: 'yamada', name: '山田　太郎', posts: [{ post: '係長', from: '2020-04-01' }] }],
  divisions: [{ fiscalYear: 2025, divisions: [{ id: 'kosodate', name: '子育て支援課' }] }],
}

/** A folder with a roster, a status sheet and the program that runs there. */
async function openDesk() {
  const folder = mkdtempSync(join(tmpdir(), 'sheet-'))
  const state = join(folder, 'state')
  const file = join(folder, '資料３.xlsx')
  const bytes = await midoriSheet()
  writeFileSync(file, bytes)
  writeFileSync(join(folder, 'roster.json'), JSON.stringify(roster))
  const run = (...args: readonly string[]) =>
    runCli(args, { env: { STATE_DIR: state, COMMITTEE_DIR: 'test/committees/midori' } })
  await run('roster', 'import', join(folder, 'roster.json'), '--accept')
  const bring = (path: string, ...options: readonly string[]) =>
    run('record', 'import-projects', path, '--meeting', '2025-1', ...options)
  return {
    ...{ folder, state, file, bytes, run, bring },
    [Symbol.dispose]: () => rmSync(folder, { recursive: true }),
  }
}

describe.concurrent('record import-projects', () => {
  it('shows what it understands, and takes nothing in', async () => {
    using desk = await openDesk()

    const { code, stdout, stderr } = await desk.bring(desk.file)

    expect(stdout.split('\n')).toEqual(
      expect.arrayContaining([
        '次の内容を取り込みます。まだ取り込んでおりません。御確認ください。',
        '資料：令和７年度第１回 資料３（識別名 2025-1-sheet）',
        '一覧の年度：令和6年度',
        'ファイル：資料３.xlsx（Excel・シート「一覧」）',
        '事業：3件／評価指標：4件',
        '評価の内訳：◎（目標を達成）1件、○（おおむね達成）1件、×（未実施）2件',
        '・10行目（合計等の行）「合計」',
        '担当課の表（案）：1件が新しくなります。--charges を付けて取り込むと、担当課の表に入ります。',
      ]),
    )
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(existsSync(join(desk.state, 'files'))).toBe(false)
    expect((await desk.run('ask', 'No.5の担当課は')).stdout).not.toContain('子育て支援課')
  })

  it('is accepted by staff only; then questions are answered from it, and the file is kept byte for byte', async () => {
    using desk = await openDesk()

    const stranger = await desk.bring(desk.file, '--accept')
    const member = await desk.bring(desk.file, '--accept', '--as', 'sato')
    expect([stranger.code, member.code]).toEqual([1, 1])
    expect(existsSync(join(desk.state, 'files'))).toBe(false)
    const staff = await desk.bring(desk.file, '--accept', '--as', '山田　太郎', '--charges')

    expect({ ...staff, stdout: staff.stdout.split('\n').slice(0, 2) }).toEqual({
      code: 0,
      stdout: [
        '令和７年度第１回 資料３を取り込みました（識別名 2025-1-sheet、第1版、3事業）。この内容でお尋ねにお答えします。',
        '担当課の表に1件を入れました。',
      ],
      stderr: '',
    })
    const asked = JSON.parse((await desk.run('ask', '--json', 'No.5の担当課は')).stdout)
    expect(asked.citations).toEqual([
      {
        ...{ quote: '子育て支援課', speaker: 'document', document: '2025-1-sheet' },
        ...{ page: null, sheet: '一覧', row: 7, column: 'H', lines: [7, 7] },
      },
    ])
    const sha256 = createHash('sha256').update(desk.bytes).digest('hex')
    expect(readdirSync(join(desk.state, 'files'))).toEqual([sha256])
    expect(readFileSync(join(desk.state, 'files', sha256))).toEqual(Buffer.from(desk.bytes))
  })

  it('that is accepted without a look before says what was taken in', async () => {
    using desk = await openDesk()

    const looked = await desk.bring(desk.file)
    const { stdout } = await desk.bring(desk.file, '--accept', '--as', 'yamada', '--charges')

    const before = looked.stdout.split('\n')
    const told = before.slice(1, before.indexOf('前回までに取り込んだ一覧はありません。') + 1)
    expect(told.length).toBeGreaterThan(5)
    expect(stdout.split('\n').slice(2)).toEqual([
      '取り込んだ内容は次のとおりです。',
      ...told,
      '担当課の表に入れた課：1件',
      expect.stringContaining('子育て支援課'),
      expect.stringContaining('名簿の課と一致しない担当課'),
      '',
    ])
    expect(stdout).not.toContain('まだ取り込んでおりません')
  })

  it('of the same file again changes nothing', async () => {
    using desk = await openDesk()
    await desk.bring(desk.file, '--accept', '--as', 'yamada')
    const published = join(desk.state, 'published', 'midori', 'sheets', '2025-1-sheet.json')
    const before = readFileSync(published, 'utf8')

    const again = await desk.bring(desk.file, '--accept', '--as', 'yamada')

    expect(again.stdout).toBe('取り込み済みの内容（2025-1-sheet、第1版）と同じため、何も変えておりません。\n')
    expect(readFileSync(published, 'utf8')).toBe(before)
    expect((await desk.run('record', 'sheets', '--as', 'yamada')).stdout).toContain('第1版、3事業')
  })

  it('writes what ask reads anew where it was lost', async () => {
    using desk = await openDesk()
    await desk.bring(desk.file, '--accept', '--as', 'yamada')
    rmSync(join(desk.state, 'published'), { recursive: true })

    await desk.run('record', 'sheets', '--as', 'yamada')

    expect((await desk.run('ask', 'No.5の担当課は')).stdout).toContain('「子育て支援課」')
  })

  it('takes headings from a mapping, and answers in English', async () => {
    using desk = await openDesk()
    const file = join(desk.folder, 'list.csv')
    const mapping = join(desk.folder, 'mapping.json')
    writeFileSync(file, csvOf(['整理', 'やること', 'しるし'], [1, '朝市', '○']))
    writeFileSync(mapping, JSON.stringify({ columns: { number: 'A', title: 'やること', rating: 'C' }, headerRow: 1 }))

    const { code, stdout } = await desk.bring(
      file,
      ...['--mapping', mapping, '--name', '令和７年度第１回', '--title', '資料３', '--year', 'R6', '--lang', 'en'],
    )

    expect(stdout).toContain(
      'Columns (headings in row 1): number = A 「整理」, title = B 「やること」, rating = C 「しるし」',
    )
    expect(stdout).toContain('Year of the list: FY2024')
    expect(code).toBe(0)
  })

  it.each<[string, Uint8Array | string, readonly string[], RegExp]>([
    [
      'a locked file',
      Buffer.concat([Buffer.from('d0cf11e0', 'hex'), Buffer.from('EncryptedPackage', 'utf16le')]),
      [],
      /パスワードで保護されています。/u,
    ],
    ['a truncated file', Buffer.from('504b030414000000', 'hex'), [], /途中で切れているか、壊れています。/u],
    ['a file that is no list', csvOf(['氏名'], ['a']), [], /見出しがある表を見つけることができませんでした/u],
    [
      'a number twice',
      csvOf(['番号', '事業名'], [1, 'a'], [1, 'b']),
      ['--name', '会', '--title', '資料３'],
      /同じ番号の事業が複数あります（No\.1）/u,
    ],
    [
      'a meeting that nobody has named',
      csvOf(['資料３'], ['番号', '事業名'], [1, 'a']),
      [],
      /会議の名称が分かりませんでした。--name/u,
    ],
    [
      'a mapping that is none',
      csvOf(['番号', '事業名'], [1, 'a']),
      ['--mapping', 'package.json'],
      /is no mapping; write it as/u,
    ],
  ])('refuses %s, saying what to do, and keeps nothing', async (_, bytes, options, says) => {
    using desk = await openDesk()
    const file = join(desk.folder, 'in')
    writeFileSync(file, bytes)

    const { code, stdout, stderr } = await desk.bring(file, '--accept', '--as', 'yamada', ...options)

    expect(`${stdout}${stderr}`).toMatch(says)
    expect(code).toBe(1)
    expect(existsSync(join(desk.state, 'files'))).toBe(false)
    expect(existsSync(join(desk.state, 'published', 'midori', 'sheets'))).toBe(false)
  })

  it.each<[readonly string[], RegExp]>([
    [['--meeting', '7'], /--meeting 7: give the fiscal year and the number/u],
    [['--year', 'いつか'], /--year いつか: give a fiscal year as R6/u],
    [['--charges'], /--charges goes with --accept/u],
    [['--id', '資料３'], /--id 資料３: give small letters/u],
    [['--out', 'x.xlsx'], /does not take --out; it takes/u],
  ])('refuses the options %j, exit 2', async (options, says) => {
    using desk = await openDesk()

    const { code, stderr } = await desk.bring(desk.file, ...options)

    expect(stderr).toMatch(says)
    expect(code).toBe(2)
  })

  it('keeps nothing where the file itself cannot be kept', async () => {
    using desk = await openDesk()
    writeFileSync(join(desk.state, 'files'), '')

    const { code, stderr } = await desk.bring(desk.file, '--accept', '--as', 'yamada')

    expect(stderr).toMatch(/could not be kept \(\w+\), and nothing was taken in/u)
    expect(code).toBe(1)
    expect((await desk.run('record', 'sheets', '--as', 'yamada')).stdout).toBe(
      '取り込み済みの一覧はありません。record import-projects で取り込めます。\n',
    )
  })
})

describe.concurrent('record template', () => {
  it('writes a form that can be filled in and taken in, over no file that is there', async () => {
    using desk = await openDesk()
    const out = join(desk.folder, 'form.xlsx')

    const written = await desk.run('record', 'template', '--out', out)
    const again = await desk.run('record', 'template', '--out', out)

    expect(written).toEqual({ code: 0, stdout: `${out}\n`, stderr: '' })
    expect(again.code).toBe(1)
    expect(again.stderr).toContain('it is there already; name another file')
  })
})
