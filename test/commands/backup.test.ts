import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { openCliOffice } from '../support/cli-office.ts'
import { runCli } from '../support/run-cli.ts'

// Every test starts processes of its own.
vi.setConfig({ testTimeout: 60_000 })

let office: Awaited<ReturnType<typeof openCliOffice>>
let root: string
beforeAll(async () => {
  office = await openCliOffice()
  root = mkdtempSync(join(tmpdir(), 'backup-'))
})
afterAll(() => {
  office[Symbol.dispose]()
  rmSync(root, { recursive: true })
})

describe('backup and restore', () => {
  it('carry the data over: doctor, the check value of a digest, and the next act', async () => {
    const file = join(root, 'one.backup')
    const into = join(root, 'new', 'state')
    const env = { STATE_DIR: into }
    await office.run(['opinion', 'submit', '--as', 'sato', '--text', '御意見です', '--subject', 'whole', '--yes'])
    const digest = await office.json('digest', '--as', 'yamada')
    const head: string = digest.told[0].digest.head.hash.slice(0, 6)

    const written = await office.run(['backup', '--out', file])
    const restored = await runCli(['restore', file, '--head', head], { env })
    const [doctor, audit] = [
      await runCli(['doctor'], { env }),
      await runCli(['audit', 'verify', '--head', head], { env }),
    ]
    const next = await runCli(['call', 'list', '--as', 'yamada'], { env })

    expect(written.stdout).toMatch(
      /written and verified.*\nentries: \d+, head （?.*[0-9a-f]{64}\nSHA-256: [0-9a-f]{64}\nIt holds personal data/u,
    )
    expect(restored.stdout).toMatch(/restored from .*\nentries: \d+, head .*\nThe audit chain holds/u)
    expect([written.code, restored.code, doctor.code, audit.code, next.code]).toEqual([0, 0, 0, 0, 0])
  })

  it('print objects with --json', async () => {
    const file = join(root, 'json.backup')

    const written = await office.json('backup', '--out', file)
    const restored = await runCli(['restore', file, '--into', join(root, 'json'), '--json'])

    expect(written).toEqual({
      ...{ code: 0, file, entries: expect.any(Number), head: expect.stringMatching(/^[0-9a-f]{64}$/u) },
      ...{ sha256: expect.any(String), bytes: readFileSync(file).length, files: expect.any(Number) },
    })
    expect(JSON.parse(restored.stdout)).toMatchObject({ head: written.head, entries: written.entries })
  })

  it('refuse with what to do, and change nothing', async () => {
    writeFileSync(join(root, 'foreign'), 'PK')
    const into = join(root, 'refused')

    const [foreign, full, midori, noOut, noFile, head] = await Promise.all([
      runCli(['restore', join(root, 'foreign'), '--into', into]),
      runCli(['restore', join(root, 'foreign'), '--into', office.folder.path]),
      runCli(['restore', join(root, 'foreign'), '--into', into, '--committee', join(root, 'nowhere')]),
      runCli(['backup']),
      runCli(['restore']),
      runCli(['restore', join(root, 'foreign'), '--head', 'abc']),
    ])

    expect([foreign.code, full.code, midori.code, noOut.code, noFile.code, head.code]).toEqual([1, 1, 1, 2, 2, 2])
    expect(foreign.stderr).toContain('is no backup of this program')
    expect(full.stderr).toContain('is not empty')
    expect(existsSync(into)).toBe(false)
  })
})
