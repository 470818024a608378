import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { rosterGroup } from '../../src/commands/roster-group.ts'
import { openCliOffice, readArgs } from '../support/cli-office.ts'
import { JournalFolder } from '../support/journal-folder.ts'
import { runCli } from '../support/run-cli.ts'

// Tests that start processes of their own.
vi.setConfig({ testTimeout: 60_000 })

const example = join(import.meta.dirname, '../../docs/roster.example.json')

it('sets up a roster from the example in the docs, by anybody at the machine while there is no staff', async () => {
  using folder = new JournalFolder()
  const run = (...args: readonly string[]) => runCli(args, { env: { STATE_DIR: folder.path } })

  const empty = await run('roster', 'list')
  const preview = await run('roster', 'import', example)
  const still = await run('roster', 'list', '--lang', 'en')
  const accepted = await run('roster', 'import', example, '--accept', '--json')
  const locked = await run('roster', 'list', '--lang', 'ja')

  expect(empty).toMatchObject({ code: 0, stdout: '名簿にはまだどなたも登録されていません。\n', stderr: '' })
  expect(preview).toMatchObject({ code: 0, stdout: expect.stringContaining('まだ取り込んでおりません') })
  expect(still.stdout).toBe('Nobody is on the roster yet.\n')
  expect(accepted.code).toBe(0)
  expect(JSON.parse(accepted.stdout)).toMatchObject({ told: [{ kind: 'roster-imported', changed: [] }] })
  expect(JSON.parse(accepted.stdout).told[0].added).toHaveLength(5)
  expect(locked).toMatchObject({ code: 1, stdout: expect.stringContaining('事務局の職にある方') })
})

it('passes a post on, confirms an account, and lists both', async () => {
  using office = await openCliOffice()
  const { run, json, folder } = office
  const as = ['--as', 'yamada']
  const handover = ['roster', 'handover', '--from', '山田太郎', '--to', '阿部', '--day', '2999-04-01']

  const unknown = await run([...handover, ...as])
  const handed = await json(...handover, '--id', 'abe', '--post', '係長', ...as)
  const account = await run(['roster', 'confirm', 'slack:U1', '--person', 'sato', ...as, '--lang', 'en'])
  const listed = await json('roster', 'list', ...as)
  const nobody = await run(['roster', 'list', '--as', '某'])
  writeFileSync(join(folder.path, '..', 'roster.json'), '{"members": 1}')
  const faulty = await run(['roster', 'import', join(folder.path, '..', 'roster.json'), ...as])

  expect(unknown).toMatchObject({ code: 1, stdout: expect.stringContaining('--id で番号') })
  expect(handed).toMatchObject({ code: 0, told: [{ kind: 'handed-over', to: 'abe', isNew: true }] })
  expect(account).toMatchObject({ code: 1, stdout: expect.stringContaining('has not been in touch yet') })
  expect(listed.told[0].staff.map(({ id }: { id: string }) => id)).toEqual(['yamada', 'kimura', 'abe'])
  expect(nobody).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('--as 某: not on the roster') })
  expect(faulty).toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining('docs/roster.example.json') })
})

describe('roster', () => {
  const handover = ['handover', '--from', 'a', '--to', 'b', '--day', '2027-04-01']

  it.each<[readonly string[], RegExp]>([
    [[], /"roster": known are "roster list", /u],
    [['list', 'all'], /"all" is one word too many/u],
    [['list', '--accept'], /roster list does not take --accept/u],
    [['import'], /FILE is missing/u],
    [['import', '/no/such/file'], /\/no\/such\/file cannot be read: there is no such file; check the name$/u],
    [['import', example, '--accept=yes'], /does not take an argument/u],
    [['confirm', '--person', 'sato'], /ACCOUNT is missing/u],
    [['confirm', 'slack:U1'], /--person is missing: give a name or an id/u],
    [['confirm', 'slack:U1', '--person', '  '], /--person/u],
    [['handover', '--to', 'b', '--day', '2027-04-01'], /--from is missing/u],
    [['handover', '--from', 'a', '--day', '2027-04-01'], /--to is missing/u],
    [['handover', '--from', 'a', '--to', 'b'], /--day is missing: give a day as 2027-04-01/u],
    [[...handover, '--day', '4/1'], /--day 4\/1: give a day as/u],
    [[...handover, '--day', '2027-02-29'], /--day 2027-02-29/u],
    [[...handover, '--id', '山田'], /--id 山田: give small letters/u],
    [[...handover, '--post', ''], /--post/u],
  ])('refuses %j with what to give', async (args, says) => {
    await expect(readArgs(rosterGroup, args)).rejects.toThrow(says)
  })

  it('reads the example in the docs', async () => {
    expect(await readArgs(rosterGroup, ['import', example])).toMatchObject({ form: { accept: false } })
  })
})
