import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { openBot } from '../../src/app.ts'
import { digestGroup } from '../../src/commands/digest-group.ts'
import { retentionGroup } from '../../src/commands/retention-group.ts'
import { dayOf, momentOf } from '../../src/opinions/day.ts'
import { newNotice } from '../../src/opinions/notice.ts'
import { Records } from '../../src/opinions/records.ts'
import { openCliOffice, readArgs } from '../support/cli-office.ts'
import { digestWith } from '../support/digests.ts'
import { committee } from '../support/office.ts'
import { PostRoom } from '../support/post-room.ts'
import { sapporo } from '../support/record-folder.ts'

// Every test starts processes of its own.
vi.setConfig({ testTimeout: 60_000 })

let office: Awaited<ReturnType<typeof openCliOffice>>
beforeAll(async () => {
  office = await openCliOffice()
})
afterAll(() => office[Symbol.dispose]())

const today = dayOf(Date.now())

/** A digest of today that waits for somebody of the staff at the machine. */
async function putWaiting(): Promise<void> {
  await using store = await office.folder.open()
  const records = new Records(store, committee)
  const news = { kind: 'digest', day: today } as const
  await store.commit([
    records.put('digests', today, digestWith({ day: today })),
    records.put('outbox', `digest/${today}.0`, newNotice('terminal:secretariat', 'ja', news, 0)),
  ])
}

describe('the digest', () => {
  it('that waits at the machine is shown to staff, once, and to no member', async () => {
    await putWaiting()

    const member = await office.run(['opinion', 'mine', '--as', 'sato'])
    const chatting = await office.run(['chat', '--as', 'sato'], { input: 'help\n' })
    const script = await office.json('call', 'list', '--as', 'yamada')
    const waiting = await office.notices()
    const staff = await office.run(['call', 'list', '--as', 'yamada'])
    const again = await office.run(['call', 'list', '--as', 'yamada'])

    for (const { stdout, stderr } of [member, chatting]) expect(stdout + stderr).not.toContain('日次まとめ')
    expect(script.code).toBe(0)
    expect(waiting).toEqual([`digest/${today}.0`])
    expect(staff.stderr).toContain('【日次まとめ】')
    expect(staff.stdout).not.toContain('日次まとめ')
    expect(again.stderr).toBe('')
    expect(await office.notices()).toEqual([])
  })

  it('that waits is shown in the chat of staff', async () => {
    await putWaiting()

    const { stdout } = await office.run(['chat', '--as', 'yamada'], { input: '状況\n' })

    expect(stdout).toContain('【日次まとめ】')
    expect(await office.notices()).toEqual([])
  })

  it('is printed for staff at any time, and to nobody else', async () => {
    const shown = await office.run(['digest', '--date', today, '--as', 'yamada'])
    const data = await office.json('digest', '--as', 'yamada')
    const refused = await office.run(['digest', '--as', 'sato'])

    expect(shown.stdout).toContain('照合値 3f9ac2')
    expect(data.told[0]).toMatchObject({ kind: 'digest', made: true, digest: { day: today } })
    expect({ code: refused.code, stdout: refused.stdout }).toEqual({
      code: 1,
      stdout: expect.stringContaining('事務局の職にある方'),
    })
  })

  it.each([['--date', 'yesterday'], ['--date', '2026-02-30'], ['today']])(
    'refuses %s %s as a wrong call',
    async (...args) => {
      const { code, stderr } = await office.run(['digest', ...args])

      expect(code).toBe(2)
      expect(stderr).toMatch(/write a day as 2026-08-27|one word too many/u)
    },
  )
})

describe('what the commands read', () => {
  it('is a look at a day, or at today', async () => {
    expect(await readArgs(digestGroup, [])).toEqual({
      kind: 'form',
      form: { name: 'digest', act: { do: 'show', day: null } },
    })
    expect(await readArgs(digestGroup, ['--date', '2026-08-27'])).toMatchObject({
      form: { act: { day: '2026-08-27' } },
    })
  })

  it('is a disposal with its reason, done only with --yes', async () => {
    const args = ['dispose', '2026-1', '--reason', '保存期間の満了']

    expect(await readArgs(retentionGroup, args)).toMatchObject({
      form: { act: { do: 'dispose', input: { call: '2026-1', reason: '保存期間の満了', confirmed: false } } },
    })
    expect(await readArgs(retentionGroup, [...args, '--yes'])).toMatchObject({
      form: { act: { input: { confirmed: true } } },
    })
    await expect(readArgs(retentionGroup, args.slice(0, 2))).rejects.toThrow(/--reason is missing/u)
  })
})

describe('the bot', () => {
  const config = { committeeDir: sapporo, digest: { time: '09:00', mail: 'office@example.jp' } }

  it('makes the digest as time goes by, for the machine and by mail', async () => {
    using other = await openCliOffice()
    const mail = new PostRoom('mail')
    const clock = { now: () => momentOf('2026-08-27T09:00') }
    await using bot = await openBot(
      { ...config, stateDir: other.folder.path },
      { messengers: [mail, new PostRoom('terminal')], report: () => {}, clock },
    )

    await bot.tick()
    await bot.tick()

    expect(mail.received.map(({ place }) => place)).toEqual(['mail:office@example.jp'])
    expect(mail.texts[0]).toMatch(
      /^【日次まとめ】令和8年8月27日（木）9時　.*変わったことはありません.*照合値 [0-9a-f]{6}$/u,
    )
  })

  it('makes none where it is off', async () => {
    using other = await openCliOffice()
    const mail = new PostRoom('mail')
    const clock = { now: () => momentOf('2026-08-27T09:00') }
    const off = { ...config, digest: { time: null, mail: 'office@example.jp' }, stateDir: other.folder.path }
    await using bot = await openBot(off, { messengers: [mail], report: () => {}, clock })

    await bot.tick()

    expect(mail.received).toEqual([])
    expect(await bot.desk.records.list('digests')).toEqual([])
  })
})
