import { describe, expect, it, vi } from 'vitest'
import { callGroup } from '../../src/commands/call-group.ts'
import { addDays } from '../../src/opinions/day.ts'
import { officeCalendar } from '../../src/opinions/working-days.ts'
import { openCliOffice, readArgs, soon } from '../support/cli-office.ts'

// Tests that start processes of their own.
vi.setConfig({ testTimeout: 60_000 })

it('opens a call, lists and shows it, puts it off and closes it, in either language', async () => {
  using office = await openCliOffice()
  const { run, json } = office
  const later = officeCalendar(new Set()).workingDayFrom(addDays(soon, 1))
  const as = ['--as', '山田太郎']
  const open = ['call', 'open', '--id', '2026-1', '--name', '令和８年度第１回', ...as]

  const guest = await run(['call', 'list'])
  const opened = await run([...open, '--deadline', `${soon} 16:30`, '--agenda', '評価', '--asked', 'sato'])
  const again = await run([...open, '--lang', 'en'])
  const listed = await json('call', 'list', ...as)
  const shown = await run(['call', 'show', '2026-1', '--as', 'kimura', '--lang', 'en'])
  const extended = await json('call', 'extend', '2026-1', '--deadline', later, ...as)
  const closed = await run(['call', 'close', '2026-1', ...as, '--lang', 'ja'])

  expect(guest).toMatchObject({ code: 1, stdout: expect.stringContaining('事務局の職にある方'), stderr: '' })
  expect(opened).toMatchObject({ code: 0, stdout: expect.stringContaining('令和８年度第１回（2026-1）'), stderr: '' })
  expect(opened.stdout).toContain('お願いする委員は1名')
  expect(again).toMatchObject({ code: 1, stdout: expect.stringContaining('There is a call 2026-1 already') })
  expect(listed).toMatchObject({ code: 0, told: [{ kind: 'calls', calls: [{ call: '2026-1', asked: 1 }] }] })
  expect(listed.told[0].calls[0].deadline).toBe(`${soon}T16:30`)
  expect(shown.stdout).toContain('- 佐藤　一郎 (sato), unanswered\n')
  expect(extended).toMatchObject({ code: 0, told: [{ kind: 'call-extended', deadline: `${later}T17:00` }] })
  expect(closed).toMatchObject({ code: 0, stdout: expect.stringContaining('締め切りました') })
})

describe('call', () => {
  const open = ['open', '--id', '2026-1', '--name', '第１回']

  it('reads all that a call has', async () => {
    const args = ['--form', 'written', '--approval', '--agenda', 'あ', '--agenda', 'い', '--document', '資料1']

    const did = await readArgs(callGroup, [...open, ...args, '--deadline', '2026-08-28', '--asked', 'sato'])

    expect(did).toEqual({
      kind: 'form',
      form: {
        name: 'open-call',
        input: {
          ...{ id: '2026-1', name: '第１回', form: 'written', approval: true, agenda: ['あ', 'い'] },
          ...{ documents: ['資料1'], deadline: '2026-08-28T17:00', asked: ['sato'] },
        },
      },
    })
  })

  it.each([
    ['2026-08-28', '2026-08-28T17:00'],
    ['2026-08-28T09:30', '2026-08-28T09:30'],
    ['2026-08-28 09:30', '2026-08-28T09:30'],
    [' 2026-08-28　09:30 ', '2026-08-28T09:30'],
  ])('reads the deadline %j as %s', async (deadline, minute) => {
    expect(await readArgs(callGroup, ['extend', '2026-1', '--deadline', deadline])).toMatchObject({
      form: { input: { deadline: minute } },
    })
  })

  it.each<[readonly string[], RegExp]>([
    [[], /"call": known are "call open", "call extend", /u],
    [['opne'], /"call opne": known are/u],
    [['open', '--name', 'x'], /--id is missing: give the fiscal year/u],
    [['open', '--id', '2026-1'], /--name is missing/u],
    [['open', '--id', '8-1', '--name', 'x'], /--id 8-1: give the fiscal year and a number, as 2026-1/u],
    [['open', '--id', '2026-1', '--name', ' '], /--name .*1 to 100/u],
    [[...open, '--form', 'paper'], /--form paper: known are meeting, written/u],
    [[...open, '--agenda', ''], /--agenda/u],
    [[...open, ...Array.from({ length: 51 }, () => ['--document', 'x']).flat()], /--document .*give 50 at most/u],
    [[...open, '--asked', ' '], /--asked/u],
    [[...open, '--deadline', '2026-02-30'], /--deadline 2026-02-30: give a day as/u],
    [[...open, '--deadline', '2026-08-28 25:00'], /--deadline/u],
    [[...open, '--deadline', 'tomorrow'], /--deadline tomorrow/u],
    [[...open, '--approval=yes'], /'--approval' does not take an argument/u],
    [[...open, 'extra'], /"extra" is one word too many/u],
    [['extend', '2026-1'], /--deadline is missing/u],
    [['extend', '--deadline', '2026-08-28'], /call extend: ID is missing/u],
    [['close', '2026'], /ID 2026: give the fiscal year/u],
    [['close', '2026-1', '--id', '2026-1'], /call close does not take --id; it takes --as, /u],
    [['list', '--deadline', '2026-08-28'], /call list does not take --deadline/u],
    [['show'], /call show: ID is missing/u],
    [['show', '2026-1', '2026-2'], /one word too many/u],
  ])('refuses %j with what to give', async (args, says) => {
    await expect(readArgs(callGroup, args)).rejects.toThrow(says)
  })
})
