import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { opinionGroup } from '../../src/commands/opinion-group.ts'
import { openCliOffice, readArgs, soon } from '../support/cli-office.ts'

// Tests that start processes of their own.
vi.setConfig({ testTimeout: 60_000 })

let folder: string
let file: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'opinion-'))
  file = join(folder, 'text.txt')
  writeFileSync(file, '\u{feff}ファイルの文面')
  writeFileSync(join(folder, 'sjis.txt'), Buffer.from([0x82, 0xa0]))
})

afterAll(() => rmSync(folder, { recursive: true }))

it('shows what would be filed, files it, and carries it to a reply', async () => {
  using office = await openCliOffice()
  const { run, json } = office
  const as = ['--as', 'sato']
  const open = ['call', 'open', '--id', '2026-1', '--name', '第１回', '--form', 'written', '--approval']
  await json(...open, '--deadline', soon, '--as', 'yamada')
  const submit = ['opinion', 'submit', '--call', '2026-1', '--vote', 'approve', ...as]

  const shown = await run([...submit, '--lang', 'ja'], { input: '橋について\n' })
  const filed = await run([...submit, '--yes', '--json'], { input: '橋について\n' })
  const { receipt } = JSON.parse(filed.stdout)
  const edited = await json('opinion', 'edit', receipt.toLowerCase(), '--text', '長い橋について', '--yes', ...as)
  const asked = await run(['opinion', 'ask', receipt, '--text', 'どの橋ですか', '--as', 'yamada', '--lang', 'en'])
  const replied = await json('opinion', 'reply', receipt, '--text', '豊平橋です', ...as)
  const status = await json('opinion', 'status', receipt, ...as)
  const unvoted = await run(['opinion', 'none', '--call', '2026-1', '--as', 'suzuki'])
  const withdrawing = await run(['opinion', 'withdraw', receipt, ...as])
  const told = (await office.notices()).filter((id) => id.startsWith('reply/'))

  expect(shown).toMatchObject({ code: 0, stderr: '' })
  expect(shown.stdout).toMatch(/まだ受け付けておりません[\s\S]*「橋について[\s\S]*--yes/u)
  expect(shown.stdout).not.toContain('［1')
  expect(filed).toMatchObject({ code: 0, stderr: '' })
  expect(edited).toMatchObject({ code: 0, receipt })
  expect(asked).toMatchObject({ code: 0, stdout: expect.stringContaining(`Your question about ${receipt}`) })
  expect(replied).toMatchObject({ code: 0, receipt })
  expect(status.submissions).toMatchObject([
    {
      receipt,
      state: 'received',
      text: '長い橋について',
      vote: 'approve',
      questions: [{ reply: { text: '豊平橋です' } }],
    },
  ])
  expect(told, 'what was printed is not told once more').toEqual([])
  expect(unvoted).toMatchObject({ code: 1, stdout: expect.stringContaining('--vote disapprove') })
  expect(withdrawing.stdout).toMatch(/を取り下げます。[\s\S]*--yes/u)
})

it('exits 1 where nothing was filed, and says why', async () => {
  using office = await openCliOffice()

  const guest = await office.json('opinion', 'submit', '--text', 'あ', '--yes')
  const unknown = await office.run(['opinion', 'status', 'R8-999', '--as', 'sato'])
  const fields = await office.json('opinion', 'submit', '--text', ' ', '--call', '2026-9', '--as', 'sato')

  expect(guest).toMatchObject({ code: 1, told: [{ kind: 'refused', why: 'not-on-roster' }, { kind: 'draft-stays' }] })
  expect(unknown).toMatchObject({ code: 1, stdout: expect.stringContaining('見当たりません') })
  expect(fields).toMatchObject({ code: 1, told: [{ kind: 'fields', faults: [{ field: 'call' }, { field: 'text' }] }] })
})

describe('opinion', () => {
  it('reads a text from an option, a file or what is piped in', async () => {
    const texts = await Promise.all([
      readArgs(opinionGroup, ['submit', '--text', 'あ'], 'い'),
      readArgs(opinionGroup, ['submit', '--text-file', file], 'い'),
      readArgs(opinionGroup, ['submit'], 'い'),
    ])

    expect(texts).toMatchObject(['あ', 'ファイルの文面', 'い'].map((text) => ({ form: { text, confirmed: false } })))
  })

  it('reads all that is filed on behalf, with the hash of the original', async () => {
    const args = ['--on-behalf', '佐藤', '--means', 'fax', '--day', '8/20', '--original', file]

    const did = await readArgs(opinionGroup, ['submit', '--text', 'あ', '--print-name', '--no-split', '--yes', ...args])

    const original = createHash('sha256').update('\u{feff}ファイルの文面').digest('hex')
    expect(did).toMatchObject({
      form: {
        ...{ printName: true, split: false, confirmed: true },
        onBehalf: { member: '佐藤', means: 'fax', day: '8/20', original },
      },
    })
  })

  it.each<[readonly string[], object]>([
    [['edit', 'R8-001'], { form: { edits: 'R8-001', text: null, printName: null, split: null, confirmed: false } }],
    [['edit', 'R8-001', '--no-print-name', '--split'], { form: { printName: false, split: true } }],
    [['none'], { name: 'none', about: '' }],
    [['none', '--vote', 'approve'], { name: 'none', about: ' approve' }],
    [['none', '--call', '2026-1'], { name: 'none', about: '2026-1' }],
    [['withdraw', 'R8-001'], { name: 'withdraw', about: 'R8-001' }],
    [['withdraw', 'R8-001', '--yes'], { name: 'withdraw-now', about: 'R8-001' }],
    [['status', 'R8-001'], { name: 'submission', about: 'R8-001' }],
    [['discard'], { name: 'discard' }],
    [['undelivered'], { form: { name: 'list-undelivered' } }],
  ])('reads %j', async (args, did) => {
    expect(await readArgs(opinionGroup, args)).toMatchObject(did)
  })

  const submit = ['submit', '--text', 'あ']
  const behalf = [...submit, '--on-behalf', 'sato']

  it.each<[readonly string[], RegExp]>([
    [[], /"opinion": known are "opinion submit", /u],
    [['submit'], /no text given: give --text TEXT or --text-file FILE, or pipe/u],
    [[...submit, '--text-file', 'x'], /--text and --text-file were both given/u],
    [['submit', '--text-file', '/no/such/file'], /\/no\/such\/file cannot be read/u],
    [['submit', '--text-file', 'SJIS'], /is not UTF-8: save the text as UTF-8/u],
    [[...submit, '--vote', 'yes'], /--vote yes: known are approve, disapprove/u],
    [[...submit, '--means', 'fax'], /--means goes with --on-behalf NAME/u],
    [[...submit, '--day', '8/20'], /--day goes with --on-behalf/u],
    [[...submit, '--original', 'x'], /--original goes with --on-behalf/u],
    [behalf, /--means is missing: known are mail, post, fax, telephone, meeting/u],
    [[...behalf, '--means', 'pigeon', '--day', '8/20'], /--means pigeon: known are/u],
    [[...behalf, '--means', 'fax'], /--day is missing/u],
    [[...behalf, '--means', 'fax', '--day', '8/20', '--original', '/no/such/file'], /cannot be read/u],
    [[...submit, '--until', '2026-09-02'], /opinion submit does not take --until/u],
    [[...submit, '--no-print-name'], /does not take --no-print-name/u],
    [[...submit, 'more'], /"more" is one word too many/u],
    [['edit', '--text', 'あ'], /opinion edit: RECEIPT is missing/u],
    [['edit', 'R8-1', '--print-name', '--no-print-name'], /both given/u],
    [['edit', 'R8-1', '--split', '--no-split'], /both given/u],
    [['edit', 'R8-1', '--call', '2026-1'], /does not take --call/u],
    [['none', '--vote', '1'], /--vote 1/u],
    [['withdraw'], /RECEIPT is missing/u],
    [['reply', 'R8-1'], /no text given/u],
    [['status'], /RECEIPT is missing/u],
    [['mine', '--yes'], /does not take --yes/u],
    [['ask', 'R8-1', '--text', ' '], /--text .*1 to 2000 characters/u],
    [['ask', 'R8-1', '--text', 'あ', '--until', '9/2'], /--until 9\/2: give a day as 2026-09-02/u],
  ])('refuses %j with what to give', async (args, says) => {
    const given = args.map((one) => (one === 'SJIS' ? join(folder, 'sjis.txt') : one))

    await expect(readArgs(opinionGroup, given)).rejects.toThrow(says)
  })
})
