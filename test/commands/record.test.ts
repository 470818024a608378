import { describe, expect, it, vi } from 'vitest'
import { annexFile, RecordFolder } from '../support/record-folder.ts'
import { runCli } from '../support/run-cli.ts'

// Every test starts processes of its own, several at once.
vi.setConfig({ testTimeout: 60_000 })

const counts = {
  committee: 'sapporo-vision',
  documents: 1,
  pages: 3,
  rows: 5,
  opinions: 12,
  responses: 8,
  policyAreas: 2,
  projects: 7,
  indicators: 1,
  ratings: 2,
  statuses: 2,
}

describe.concurrent('record check', () => {
  it('prints the counts of a sound record', async () => {
    const { code, stdout, stderr } = await runCli(['record', 'check'])
    const printed = Object.fromEntries(
      stdout
        .trimEnd()
        .split('\n')
        .map((line) => line.split(/ {2,}/u)),
    )

    for (const [name, count] of Object.entries(counts)) expect(printed[name]).toBe(String(count))
    expect(Number(printed.quotesCompared)).toBeGreaterThan(30)
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  })

  it('prints the same counts as one object with --json', async () => {
    const [{ code, stdout }, text] = await Promise.all([
      runCli(['record', 'check', '--json']),
      runCli(['record', 'check']),
    ])
    const printed = JSON.parse(stdout)

    expect(printed).toMatchObject(counts)
    expect(printed.version).toMatch(/^[0-9a-f]{12}$/u)
    expect(text.stdout).toBe(
      Object.entries(printed)
        .map(([name, count]) => `${name.padEnd(16)}${count}\n`)
        .join(''),
    )
    expect(code).toBe(0)
  })

  it('counts rows that stand on different pages apart, and rows of the same place once', async () => {
    using folder = new RecordFolder()
    folder.edit(annexFile, (annex) => {
      const last = annex.rows.at(-1)
      if (last !== undefined) last.row = 12
    })

    const { stdout } = await runCli(['record', 'check', '--json', '--committee', folder.directory])

    expect(JSON.parse(stdout)).toMatchObject({ rows: 5, pages: 3 })
  })
})

describe.concurrent('a broken record', () => {
  it.each<[readonly string[], string | undefined]>([
    [['record', 'check'], undefined],
    [['ask', '34番は？'], undefined],
    [['ask', '--jsonl'], '{"id":1,"question":"34番は？"}\n'],
    [['chat'], '34番は？\n'],
    [['start'], '34番は？\n'],
  ])('makes %j exit 1, naming file and place', async (args, input) => {
    using folder = new RecordFolder()
    folder.edit(annexFile, ({ statuses: [status] }) => {
      if (status !== undefined) status.quote = 'すべて達成済み'
    })

    const { code, stdout, stderr } = await runCli(args, {
      ...(input === undefined ? {} : { input }),
      env: { COMMITTEE_DIR: folder.directory },
    })

    expect(stderr).toBe(
      `kondankai-bot: ${folder.path(annexFile)}: s2: its quote is not in passage "r4-o2"; copy it from there: すべて達成済み\n`,
    )
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
  })

  it('is named where the folder is not there at all', async () => {
    const { code, stderr } = await runCli(['record', 'check', '--committee', '/no/such/folder'])

    expect(stderr).toBe(
      'kondankai-bot: /no/such/folder/committee.json: cannot be read (ENOENT); put the file there, or name another folder with COMMITTEE_DIR or --committee\n',
    )
    expect(code).toBe(1)
  })
})
