import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { userInfo } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { JournalFolder, put } from '../support/journal-folder.ts'
import { runCli } from '../support/run-cli.ts'

// Every test starts processes of its own, several at once.
vi.setConfig({ testTimeout: 60_000 })

/** A folder with two entries in its chain. */
async function filledFolder() {
  const folder = new JournalFolder()
  await using store = await folder.open()
  for (const id of ['K-0001', 'K-0002']) {
    const written = await store.commit([put(id, { text: `意見 ${id}` })])
    expect(written.outcome).toBe('committed')
  }
  const verified = await store.verify()
  if (verified.outcome !== 'verified') throw new Error(verified.outcome)
  return { folder, head: verified.head }
}

const run = (folder: JournalFolder, ...args: readonly string[]) => runCli(args, { env: { STATE_DIR: folder.path } })

describe.concurrent('audit verify', () => {
  it('holds, and knows a check value that was published', async () => {
    const { folder, head } = await filledFolder()
    using _ = folder

    const { code, stdout, stderr } = await run(folder, 'audit', 'verify', '--head', head.hash.slice(0, 6).toUpperCase())
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toBe(`${folder.path}: the chain holds, entries: ${head.entries}, check value: ${head.hash}\n`)
  })

  it('says with exit code 1 that a published value is not of this chain', async () => {
    const { folder } = await filledFolder()
    using _ = folder
    const other = randomBytes(32).toString('hex')

    const { code, stdout } = await run(folder, 'audit', 'verify', '--json', '--head', other)
    expect(code).toBe(1)
    expect(JSON.parse(stdout)).toMatchObject({ outcome: 'not-in-chain', published: { hash: other } })
  })

  it.each([
    [['audit'], /known are "audit verify" and "audit log"/u],
    [['audit', 'repair'], /audit repair/u],
    [['audit', 'verify', '--head', 'xyz'], /hexadecimal/u],
    [['audit', 'verify', '--head', 'abc12'], /hexadecimal/u],
  ])('refuses %j with exit code 2', async (args, says) => {
    using folder = new JournalFolder()

    const { code, stdout, stderr } = await run(folder, ...args)
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toMatch(says)
  })

  it('reads beside a process that writes, and changes nothing', async () => {
    const { folder, head } = await filledFolder()
    using _ = folder
    await using open = await folder.open()
    const before = folder.names()

    const { code, stdout } = await run(folder, 'audit', 'verify', '--json')
    expect({ code, verified: JSON.parse(stdout) }).toEqual({ code: 0, verified: { outcome: 'verified', head } })
    expect(folder.names()).toEqual(before)
    expect(await open.head()).toEqual(head)
  })

  it('says that there is no run-time data, and makes none', async () => {
    using folder = new JournalFolder()

    const { code, stderr } = await run(folder, 'audit', 'verify')
    expect(code).toBe(1)
    expect(stderr).toContain('STATE_DIR')
    expect(existsSync(folder.path)).toBe(false)
  })
})

describe.concurrent('audit log', () => {
  it('lists who did what, of staff the post, with the system user, and names no member', async () => {
    using folder = new JournalFolder()
    await run(folder, 'roster', 'import', 'docs/roster.example.json', '--accept')
    await run(folder, 'opinion', 'submit', '--text', '本文です。', '--as', 'sato', '--yes')

    const { code, stdout } = await run(folder, 'audit', 'log')
    const filed = await run(folder, 'audit', 'log', '--about', 'R8-001', '--json')
    const { username } = userInfo()

    expect(code).toBe(0)
    expect(stdout.split('\n').map((line) => line.split('  ').slice(1).join('  '))).toEqual([
      `roster-imported  roster  guest  at the machine: ${username}`,
      `signed-in  member  guest  at the machine: ${username}`,
      `filed  R8-001  member  at the machine: ${username}`,
      '',
    ])
    expect(JSON.parse(filed.stdout)).toMatchObject({ did: 'filed', by: { kind: 'member' }, local: username })
    expect(stdout + filed.stdout).not.toContain('sato')
  })
})

describe.concurrent('doctor', () => {
  it('finds all well, also in a folder that is not there yet', async () => {
    using folder = new JournalFolder()

    const { code, stdout, stderr } = await run(folder, 'doctor', '--json')
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(JSON.parse(stdout).checks).toMatchObject([
      { name: 'runtime', ok: true },
      { name: 'record', ok: true },
      { name: 'mail', ok: true },
      { name: 'model', ok: true },
      { name: 'run-time data', ok: true },
    ])
  })

  it('goes on after a fault, and says what to do about each', async () => {
    using folder = new JournalFolder()
    await using _ = await folder.open()

    const { code, stdout } = await runCli(['doctor'], {
      env: { STATE_DIR: folder.path, COMMITTEE_DIR: join(folder.path, 'nowhere') },
    })
    expect(code).toBe(1)
    expect(stdout).toMatch(/^ok {4}runtime/mu)
    expect(stdout).toMatch(/^FAULT record .*nowhere/mu)
    expect(stdout).toMatch(/^FAULT run-time data .*is in use by process/mu)
  })

  it('refuses a last write that was cut short until it is told to set it aside', async () => {
    const { folder } = await filledFolder()
    using _ = folder
    writeFileSync(folder.file('journal'), '{"half', { flag: 'a' })

    const refused = await run(folder, 'doctor')
    expect(refused.code).toBe(1)
    expect(refused.stdout).toMatch(/^FAULT run-time data .*--accept-torn-tail/mu)

    const accepted = await run(folder, 'doctor', '--accept-torn-tail')
    expect(accepted.code).toBe(0)
    expect(accepted.stderr).toContain('torn-')
    expect((await run(folder, 'doctor')).code).toBe(0)
  })

  it('says that a journal was changed', async () => {
    const { folder } = await filledFolder()
    using _ = folder
    const file = folder.file('journal')
    writeFileSync(file, readFileSync(file, 'utf8').replace('意見 K-0001', '意見 K-0009'))

    const { code, stdout } = await run(folder, 'doctor')
    expect(code).toBe(1)
    expect(stdout).toMatch(/^FAULT run-time data/mu)
  })
})
