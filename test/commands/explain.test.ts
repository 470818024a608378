import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { explainGroup } from '../../src/commands/explain-group.ts'
import { readCommandLine } from '../../src/commands/read-command-line.ts'
import { openCliOffice, readArgs } from '../support/cli-office.ts'

// Every test starts processes of its own.
vi.setConfig({ testTimeout: 120_000 })

let office: Awaited<ReturnType<typeof openCliOffice>>
beforeAll(async () => {
  office = await openCliOffice()
})
afterAll(() => office[Symbol.dispose]())

describe('explain', () => {
  it('shows by its number how an answer was made that somebody has got in a chat', async () => {
    const { stdout } = await office.run(['chat', '--as', 'sato'], { input: 'No.34はなぜ×ですか\nこの回答について\n' })
    const [, id = ''] = /お答え番号：(A-\S+?)（/u.exec(stdout) ?? []

    const staff = await office.run(['explain', id, '--as', 'yamada'])
    const data = await office.json('explain', id.replaceAll('-', '').toLowerCase())
    const member = await office.run(['explain', id, '--as', 'sato'])
    const missed = await office.run(['explain', 'A-0000-0000', '--as', 'yamada'])

    expect(staff).toMatchObject({ code: 0, stdout: expect.stringContaining(`お答え番号：${id}`) })
    expect(staff.stdout).toContain('お示しした記載箇所：令和６年度第２回 別紙 1ページ 上から3つ目の欄（右）')
    expect(data).toMatchObject({
      code: 0,
      told: [{ kind: 'explained', id }],
      answer: { id, outcome: 'answered', passages: ['2024-2-annex/r3-a1'], advice: null, calls: [] },
    })
    expect(member.code).toBe(0)
    expect(missed).toMatchObject({ code: 1, stdout: expect.stringContaining('見当たりません') })
  })

  it.each([
    [[], 'ANSWER_ID is missing'],
    [['A-7K2M-9QXT', 'more'], 'one word too many'],
  ])('refuses %j with what to do', async (args, says) => {
    await expect(readArgs(explainGroup, args)).rejects.toThrow(says)
  })

  it('is a command in a chat where a number follows, and a question else', async () => {
    const command = await readCommandLine('/explain A-7K2M-9QXT')
    const question = await readCommandLine('explain why No.34 was rated ×')

    expect(command).toEqual({ kind: 'form', form: { name: 'explain', answer: 'A-7K2M-9QXT' } })
    expect(question).toBeUndefined()
  })
})
