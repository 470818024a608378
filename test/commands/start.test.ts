import { describe, expect, it, vi } from 'vitest'
import { runCli } from '../support/run-cli.ts'

// Every test starts processes of its own, several at once.
vi.setConfig({ testTimeout: 60_000 })

const reason = '脱炭素を主とした内容ではなかったため'
const hint = 'お尋ねになりたいことを、そのままの言葉でお送りください。'

describe.concurrent('start', () => {
  it('says what to do and exits 2 where there is neither a terminal nor piped input', async () => {
    const { code, stdout, stderr } = await runCli(['start'])

    expect(stderr).toMatch(/no chat platform is configured/u)
    expect(stderr).toMatch(/run "npm start" in a terminal, or pipe questions into it/u)
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
  })

  it('exits 0 without a word where the piped input is empty', async () => {
    expect(await runCli(['start'], { input: '' })).toEqual({ code: 0, stdout: '', stderr: '' })
  })
})

describe.concurrent('serve', () => {
  it.each([undefined, '34番は？\n'])(
    'never chats: it exits 2 and says what to do (standard input: %j)',
    async (input) => {
      const { code, stdout, stderr } = await runCli(['serve'], input === undefined ? {} : { input })

      expect(stderr).toMatch(/nothing to serve: no chat platform is configured/u)
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    },
  )
})

describe.concurrent.each(['start', 'chat'])('piped %s', (command) => {
  const chat = (input: string) => runCli([command], { input })

  it('answers line by line and exits 0, without greeting, prompt or colours', async () => {
    const { code, stdout, stderr } = await chat('No.34はなぜ×ですか\n19番の評価は？\n')

    expect(stdout.indexOf(reason)).toBeGreaterThan(0)
    expect(stdout.indexOf('◎（二重丸）')).toBeGreaterThan(stdout.indexOf(reason))
    expect(stdout).toMatch(/^No\.34/u)
    expect(stdout).not.toMatch(/自動応答|^> |\x1b/mu)
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  })

  it('remembers what was asked before', async () => {
    const { stdout } = await chat('34番の評価は？\nその理由は？\n出典\n19番は？\n')

    expect(stdout).toContain(reason)
    expect(stdout).toContain('記載箇所の全文は次のとおりです。')
    expect(stdout).toMatch(/原文75〜79行目/u)
    expect(stdout).toContain('No.19「保育サービスの向上に向けた取組の推進」')
  })

  it('reads CRLF and a last line without an end as any other', async () => {
    const [unix, windows] = await Promise.all([
      chat('34番の評価は？\nその理由は？\n'),
      chat('34番の評価は？\r\nその理由は？'),
    ])

    expect(windows).toEqual(unix)
    expect(unix.stdout).not.toContain(hint)
  })

  it.each(['exit', 'quit', ' EXIT ', '終了'])('leaves at %j and answers nothing after it', async (word) => {
    const { code, stdout } = await chat(`34番の評価は？\n${word}\n19番の評価は？\n`)

    expect(stdout).toContain('No.34')
    expect(stdout).not.toContain('No.19')
    expect(code).toBe(0)
  })

  it('goes on after a line of over 2,000 characters and after one of control characters', async () => {
    const { code, stdout } = await chat(`${'なぜ'.repeat(5000)}\n\x00\x1b[2J\x07\n34番の評価は？\n`)

    expect(stdout).toContain('2,000字以内でお送りください。')
    expect(stdout).toContain('×（未実施）')
    expect(code).toBe(0)
  })
})
