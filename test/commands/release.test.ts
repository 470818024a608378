import { describe, expect, it, vi } from 'vitest'
import { opinionGroup } from '../../src/commands/opinion-group.ts'
import { releaseGroup } from '../../src/commands/release-group.ts'
import { openCliOffice, readArgs, soon } from '../support/cli-office.ts'

// A test that starts processes of its own.
vi.setConfig({ testTimeout: 60_000 })

it('sets words for print, has them looked at, and says what is missing before they are shared', async () => {
  using office = await openCliOffice()
  const { run, json } = office
  const as = ['--as', '山田太郎']
  await run(['call', 'open', '--id', '2026-1', '--name', '令和８年度第１回', '--deadline', soon, ...as])
  const filed = await json('opinion', 'submit', '--text', '橋を直す。', '--call', '2026-1', '--yes', '--as', 'sato')

  const printed = await run(['release', 'print', `${filed.receipt}-1`, '--text', '橋を早く直す。', ...as])
  const sent = await json('release', 'check', filed.receipt, '--call', '2026-1', '--until', soon, ...as)
  const shown = await run(['opinion', 'proof', filed.receipt, '--as', 'sato'])
  const agreed = await json('opinion', 'proof', filed.receipt, '--agree', '--as', 'sato')
  const refused = await run([
    ...['release', 'share', '--call', '2026-1', '--decided', '2026-04-01', '--number', '1', '--post', '局長', ...as],
  ])
  const stands = await run(['release', 'show', '--call', '2026-1', '--lang', 'en', ...as])
  const guest = await run(['release', 'show'])

  expect(printed).toMatchObject({ code: 0, stdout: expect.stringContaining('「橋を早く直す。」') })
  expect(sent).toMatchObject({ code: 0, told: [{ kind: 'proofs-sent', receipts: [filed.receipt] }] })
  expect(shown).toMatchObject({ code: 0, stdout: expect.stringContaining('「早く」を加えます。') })
  expect(agreed).toMatchObject({ code: 0, receipt: filed.receipt })
  expect(refused).toMatchObject({ code: 1, stdout: expect.stringContaining('まで受付中です。') })
  expect(stands.stdout).toContain(`- ${filed.receipt}  agreed\n`)
  expect(guest).toMatchObject({ code: 1, stdout: expect.stringContaining('事務局の職にある方') })
})

describe('release', () => {
  const share = ['share', '--call', '2026-1', '--decided', '2026-09-24', '--number', '札まち第123号', '--post', '局長']
  const publish = ['publish', '--call', 'standing-2', '--day', '2026-10-01']

  it.each<[readonly string[], object]>([
    [['print', 'R8-001-1', '--as-written'], { do: 'print', item: 'R8-001-1', text: null }],
    [
      ['check', 'R8-001', 'R8-002', '--call', 'standing', '--until', '2026-09-18'],
      { do: 'check', call: 'standing', until: '2026-09-18', receipts: ['R8-001', 'R8-002'] },
    ],
    [
      share,
      {
        ...{ do: 'share', call: '2026-1', decided: '2026-09-24' },
        ...{ number: '札まち第123号', post: '局長', names: 'none' },
      },
    ],
    [
      [...publish, '--address', 'https://例え.jp/別紙?no=1'],
      { do: 'publish', call: 'standing-2', day: '2026-10-01', address: 'https://例え.jp/別紙?no=1' },
    ],
    [['undo', '--call', '2026-1', '--reason', '誤り'], { do: 'undo', call: '2026-1', reason: '誤り' }],
    [['show'], { do: 'show', call: null }],
  ])('reads %j', async (args, act) => {
    expect(await readArgs(releaseGroup, args)).toEqual({ kind: 'form', form: { name: 'release', act } })
  })

  it.each<[readonly string[], RegExp]>([
    [['print', 'R8-001-1'], /give --text TEXT, --text-file FILE or --as-written/u],
    [['print', 'R8-001-1', '--text', 'あ', '--as-written'], /--text and --as-written were given/u],
    [['print', 'R8-001-1', '--text', ' '], /of 1 to 10,000 characters/u],
    [['print', 'R8-001-1', '--text', 'あ'.repeat(10_001)], /of 1 to 10,000 characters/u],
    [['print', '--as-written'], /ITEM is missing/u],
    [['check', '--call', '2026-1'], /--until is missing/u],
    [['check', '--until', '2026-09-18'], /--call is missing/u],
    [['check', '--call', 'standing-1', '--until', '2026-09-18'], /give a call as 2026-1, or standing/u],
    [['check', ...Array(1001).fill('R8-001'), '--call', '2026-1', '--until', '2026-09-18'], /1000 at most/u],
    [['share', 'R8-001', ...share.slice(1)], /one word too many/u],
    [[...share, '--names', 'all'], /known are none, chosen, letters/u],
    [[...share.slice(0, -1), '局'.repeat(101)], /1 to 100 characters/u],
    [publish, /--address is missing/u],
    [[...publish, '--address', 'javascript:alert(1)'], /begins with https/u],
    [[...publish, '--address', 'https://example.jp/a\u202eb'], /begins with https/u],
    [[...publish, '--address', `https://example.jp/${'a'.repeat(500)}`], /at most 500/u],
    [['undo', '--call', '2026-1', '--reason', 'あ'.repeat(501)], /1 to 500 characters/u],
  ])('refuses %j with what to give', async (args, hint) => {
    await expect(readArgs(releaseGroup, args)).rejects.toThrow(hint)
  })
})

describe('opinion proof', () => {
  it.each<[readonly string[], object]>([
    [['proof', 'R8-001'], { kind: 'action', name: 'proof', about: 'R8-001' }],
    [['proof', 'R8-001', '--agree'], { kind: 'action', name: 'proof-agree', about: 'R8-001' }],
    [['proof', 'R8-001', '--text', '直し'], { kind: 'form', form: { name: 'proof', receipt: 'R8-001', text: '直し' } }],
  ])('reads %j', async (args, did) => {
    expect(await readArgs(opinionGroup, args)).toEqual(did)
  })

  it('refuses an agreement and a correction at once', async () => {
    await expect(readArgs(opinionGroup, ['proof', 'R8-001', '--agree', '--text', '直し'])).rejects.toThrow(/give one/u)
  })
})
