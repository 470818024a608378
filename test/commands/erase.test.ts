import { describe, expect, it, vi } from 'vitest'
import { eraseGroup } from '../../src/commands/erase-group.ts'
import { openCliOffice, readArgs } from '../support/cli-office.ts'

// Tests that start processes of their own.
vi.setConfig({ testTimeout: 60_000 })

it('erases a submission and a member by two of the staff, and leaves no word in the state folder', async () => {
  using office = await openCliOffice()
  const { run, json, folder } = office
  const { receipt } = await json('opinion', 'submit', '--text', '消える文面', '--yes', '--as', 'sato')
  const reason = ['--reason', '本人の申出']
  const before = folder.grep('消える文面')

  const asked = await run(['erase', receipt, ...reason, '--as', 'yamada'])
  const alone = await run(['erase', receipt, ...reason, '--as', 'yamada', '--lang', 'en'])
  const shown = await run(['erase', receipt, ...reason, '--as', 'kimura'])
  const pending = await json('erase', '--pending', '--as', 'kimura')
  const erased = await json('erase', receipt, ...reason, '--yes', '--as', 'kimura')
  await json('erase', '--member', '佐藤 一郎', ...reason, '--as', 'kimura')
  const gone = await run(['erase', '--member', 'sato', ...reason, '--yes', '--as', 'yamada', '--lang', 'ja'])

  expect(before).not.toEqual([])
  expect(asked).toMatchObject({ code: 0, stdout: expect.stringContaining('まだ消去しておりません') })
  expect(alone).toMatchObject({ code: 1, stdout: expect.stringContaining('Erasing takes two people') })
  expect(shown).toMatchObject({ code: 0, stdout: expect.stringMatching(/山田[\s\S]*「本人の申出」[\s\S]*--yes/u) })
  expect(pending).toMatchObject({ code: 0, told: [{ waiting: [{ receipts: [receipt], by: 'yamada' }] }] })
  expect(erased).toMatchObject({ code: 0, told: [{ kind: 'erased', receipt }] })
  expect(gone).toMatchObject({ code: 0, stdout: expect.stringContaining('消去しました') })
  for (const words of ['消える文面', '佐藤']) expect(folder.grep(words)).toEqual([])
})

describe('erase', () => {
  it.each<[readonly string[], RegExp]>([
    [[], /what is to be erased: give either a receipt number, as R8-012, or --member NAME/u],
    [['--reason', 'x'], /what is to be erased/u],
    [['R8-1', '--member', 'sato', '--reason', 'x'], /what is to be erased/u],
    [['--pending', '--yes'], /--pending lists what waits/u],
    [['R8-1', '--pending'], /--pending lists what waits/u],
    [['R8-1'], /--reason is missing: say why/u],
    [['R8-1', '--reason', '　'], /--reason .*1 to 500 characters/u],
    [['--member', ' ', '--reason', 'x'], /--member/u],
    [['R8-1', 'R8-2', '--reason', 'x'], /"R8-2" is one word too many/u],
  ])('refuses %j with what to give', async (args, says) => {
    await expect(readArgs(eraseGroup, args)).rejects.toThrow(says)
  })
})
