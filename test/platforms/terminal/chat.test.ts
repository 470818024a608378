import { once } from 'node:events'
import { userInfo } from 'node:os'
import { PassThrough } from 'node:stream'
import { stripVTControlCharacters } from 'node:util'
import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { chatIn } from '../../../src/commands/chat.ts'
import { openSession } from '../../../src/commands/session.ts'
import { newNotice } from '../../../src/opinions/notice.ts'
import { Records } from '../../../src/opinions/records.ts'
import { JournalFolder } from '../../support/journal-folder.ts'
import { sapporo } from '../../support/record-folder.ts'

const reason = '脱炭素を主とした内容ではなかったため'
const colour = /\x1b\[[0-9;]*m/u
const harmful = /[\u{0}-\u{8}\u{b}-\u{1f}\u{7f}-\u{9f}]/u

/** A chat of a guest's, with run-time data of its own; each answer waits for `until`. */
async function chat(input: unknown, output: unknown, until = async () => {}): Promise<number> {
  using folder = new JournalFolder()
  await using session = await openSession({ COMMITTEE_DIR: sapporo, STATE_DIR: folder.path }, {})
  const act: typeof session.act = async (did) => {
    if (did.kind === 'say') await until()
    return await session.act(did)
  }
  return await chatIn({ ...session, act }, input as NodeJS.ReadStream, output as NodeJS.WriteStream)
}

/** Streams that say of themselves that they are a terminal: what Node's own terminal streams differ in for the chat. */
class FakeTerminal {
  readonly rawModes: boolean[] = []
  readonly input = Object.assign(new PassThrough(), {
    isTTY: true,
    setRawMode: (mode: boolean) => {
      this.rawModes.push(mode)
    },
  })
  readonly output: PassThrough & { isTTY: boolean; columns: number; hasColors: () => boolean }
  #shown = ''

  constructor(colours: boolean) {
    this.output = Object.assign(new PassThrough(), { isTTY: true, columns: 80, hasColors: () => colours })
    this.output.setEncoding('utf8').on('data', (text: string) => {
      this.#shown += text
    })
  }

  get shown(): string {
    return this.#shown
  }

  /** Runs a chat in which each of `keys` is typed when the prompt is there again. */
  async chat(...keys: readonly string[]): Promise<number> {
    return await this.chatUntil(undefined, ...keys)
  }

  /** The same, with answers that wait for `until`. */
  async chatUntil(until: (() => Promise<void>) | undefined, ...keys: readonly string[]): Promise<number> {
    const ended = chat(this.input, this.output, until)
    for (const typed of keys) {
      const prompts = this.#prompts()
      this.input.write(typed)
      while (typed.endsWith('\r') && this.#prompts() === prompts && this.rawModes.at(-1) !== false)
        await once(this.output, 'data')
    }
    const code = await ended
    this.output.end()
    await once(this.output, 'end')
    return code
  }

  #prompts(): number {
    return this.#shown.split('\x1b[0J> ').length
  }
}

/** A chat whose input and output are no terminal; the whole input is there at once. */
async function pipe(input: string): Promise<{ readonly code: number; readonly shown: string }> {
  const stream = new PassThrough()
  const output = new PassThrough()
  stream.end(input)
  const code = await chat(stream, output)
  output.end()
  return { code, shown: (await output.setEncoding('utf8').toArray()).join('') }
}

describe('the chat in a terminal', () => {
  it('greets, answers, shows the source and leaves at exit', async () => {
    const terminal = new FakeTerminal(false)

    const code = await terminal.chat('34番の評価は？\r', 'その理由は？\r', '出典\r', 'source\r', 'exit\r')
    const shown = stripVTControlCharacters(terminal.shown)

    expect(shown).toMatch(/^さっぽろ連携中枢都市圏ビジョン懇談会の自動応答です。/u)
    expect(shown).toContain('×（未実施）')
    expect(shown).toContain(reason)
    expect(shown.split('記載箇所の全文は次のとおりです。')).toHaveLength(2)
    expect(shown).toContain('（原文75〜79行目）')
    expect(shown.split('The full text of the passage:')).toHaveLength(2)
    expect(shown).toContain('(lines 75–79 of the source)')
    expect(shown.endsWith('\n')).toBe(true)
    expect(code).toBe(0)
  })

  it('shows that something goes on where an answer lasts, and the answer in its place', async () => {
    const terminal = new FakeTerminal(false)
    const seen = async () => {
      while (!terminal.shown.includes('⠙ 処理しています。')) await once(terminal.output, 'data')
    }

    await terminal.chatUntil(seen, 'その資料の議題は？\r', 'exit\r')
    const [, after = ''] = terminal.shown.split('⠙ 処理しています。少しお待ちください。')

    expect(after).toMatch(/^(?:\r\x1b\[K. 処理しています。少しお待ちください。)*\r\x1b\[K[^⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏]*$/u)
    expect(after).toContain('議題')
  })

  it.each([
    ['Ctrl-D', ['\x04']],
    ['Ctrl-D after an answer', ['34番の評価は？\r', '\x04']],
    ['Ctrl-C', ['\x03']],
    ['Ctrl-C after an answer', ['34番の評価は？\r', '\x03']],
    ['Ctrl-C within a line', ['34番の', '\x03']],
    ['Ctrl-D right behind a question, before it is answered', ['34番の評価は？\r\x04']],
    ['Ctrl-C right behind a question, before it is answered', ['34番の評価は？\r\x03']],
    ['exit', ['exit\r']],
    ['終了', ['終了\r']],
    ['exit with another line behind it', ['exit\r34番の評価は？\r']],
  ])('ends with code 0 and gives the terminal back at %s', async (_, keys) => {
    const terminal = new FakeTerminal(false)

    const code = await terminal.chat(...keys)

    expect(code).toBe(0)
    expect(terminal.rawModes).toEqual([true, false])
    expect(terminal.shown.endsWith('\n')).toBe(true)
    expect(terminal.input.isPaused()).toBe(true)
  })

  it('answers every line that is pasted at once', async () => {
    const terminal = new FakeTerminal(false)

    await terminal.chat('34番の評価は？\r19番の評価は？\r', 'exit\r')

    expect(terminal.shown).toContain('×（未実施）')
    expect(terminal.shown).toContain('◎（二重丸）')
  })

  it('answers a pasted line before it shows what is pasted behind it', async () => {
    const terminal = new FakeTerminal(false)

    await terminal.chat('34番の評価は？\r19番の評価は？', '\r', 'exit\r')
    const typed = stripVTControlCharacters(terminal.shown)
      .split(/\r?\n/u)
      .filter((line) => line.includes('19番の評価は？'))

    expect(typed).toEqual(['> 19番の評価は？'])
  })

  it('goes on where it was when it is brought back to the foreground after Ctrl-Z', async () => {
    const terminal = new FakeTerminal(false)
    using stop = vi.spyOn(process, 'kill').mockImplementation(() => {
      process.emit('SIGCONT', 'SIGCONT')
      return true
    })

    const code = await terminal.chat('34番の', '\x1a', '評価は？\r', 'exit\r')

    expect(stop).toHaveBeenCalledWith(process.pid, 'SIGTSTP')
    expect(terminal.shown).toContain('×（未実施）')
    expect(terminal.rawModes).toEqual([true, false, true, false])
    expect(code).toBe(0)
  })

  it('has colours where the terminal has them, and only there', async () => {
    const [coloured, plain] = [new FakeTerminal(true), new FakeTerminal(false)]

    await Promise.all([coloured.chat('No.34はなぜ×？\r', 'exit\r'), plain.chat('No.34はなぜ×？\r', 'exit\r')])

    expect(coloured.shown).toMatch(colour)
    expect(plain.shown).not.toMatch(colour)
    expect(stripVTControlCharacters(coloured.shown)).toBe(stripVTControlCharacters(plain.shown))
  })

  it('shows no control character of a question but those by which the line is drawn', async () => {
    const terminal = new FakeTerminal(false)

    await terminal.chat('34番\x07の\x1b[31m評価は？\x00\r', '令和９\x07９年度の\x1b]0;x\x07評価は？\r', 'exit\r')
    const drawn = terminal.shown.replaceAll(/\x1b\[\d*[GJK]|\x1b\[\?2004[hl]|\r\n/gu, '')

    expect(drawn).not.toMatch(harmful)
  })
})

describe('the chat through pipes', () => {
  it('neither greets nor prompts, has no colours, and ends with code 0', async () => {
    const { code, shown } = await pipe('34番の評価は？\nその理由は？')

    expect(shown).toMatch(/^No\.34/u)
    expect(shown).toContain(reason)
    expect(shown).not.toMatch(/自動応答|^> |\x1b/mu)
    expect(code).toBe(0)
  })

  it('is the same where only one side is a terminal', async () => {
    const [written, typed] = [new FakeTerminal(true), new FakeTerminal(true)]
    const [input, output] = [new PassThrough(), new PassThrough()]
    input.end('34番の評価は？\n')
    typed.input.end('34番の評価は？\n')

    await chat(input, written.output)
    await chat(typed.input, output)

    output.end()
    expect(written.shown).toMatch(/^No\.34/u)
    expect(written.shown).not.toMatch(/\x1b/u)
    expect((await output.setEncoding('utf8').toArray()).join('')).toBe(written.shown)
    expect([...written.rawModes, ...typed.rawModes]).toEqual([])
  })

  it('shows no control character of any question', async () => {
    const question = fc.constantFrom(
      '令和99年度の34番の評価は？',
      '連携99市町村とありますか',
      '2の分野は達成不可ですか',
      '99番は？',
      '34番は◎ですか',
      'Is No.99 rated A?',
    )
    const control = fc.constantFrom('\x1b[31m', '\x1b]0;x\x07', '\x07', '\x9b2J', '\0', '\x7f', '\b', '\x1b')
    const broken = fc
      .tuple(question, control, fc.nat({ max: 20 }))
      .map(([text, sign, at]) => text.slice(0, at) + sign + text.slice(at))

    await fc.assert(
      fc.asyncProperty(fc.array(broken, { minLength: 5, maxLength: 20 }), async (lines) => {
        expect((await pipe(lines.join('\n'))).shown).not.toMatch(harmful)
      }),
      { numRuns: 20 },
    )
  })
})

describe('what waits for somebody', () => {
  it('is shown while he chats, once', async () => {
    using folder = new JournalFolder()
    const place = `terminal:@${userInfo().username}`
    const store = await folder.open()
    const records = new Records(store, 'sapporo-vision')
    const holder = { kind: 'staff', id: 'yamada' } as const
    const account = { account: place, holder, claimed: null, place, language: 'ja', since: 0 } as const
    const notice = newNotice(place, 'ja', { kind: 'account-confirmed', account: place }, 0)
    await store.commit([records.put('accounts', place, account), records.put('outbox', 'waits', notice)])
    await store.close()

    const first = await chatOnce(folder, '34番の評価は？\n')
    const second = await chatOnce(folder, '34番の評価は？\n')

    expect(first).toContain('名簿で確認できました。')
    expect(second).toContain('×（未実施）')
    expect(second).not.toContain('名簿で確認できました。')
  })
})

/** What a chat of piped lines shows, with run-time data that stays. */
async function chatOnce(folder: JournalFolder, lines: string): Promise<string> {
  await using session = await openSession({ COMMITTEE_DIR: sapporo, STATE_DIR: folder.path }, {})
  const [input, output] = [new PassThrough(), new PassThrough()]
  input.end(lines)
  await chatIn(session, input as unknown as NodeJS.ReadStream, output as unknown as NodeJS.WriteStream)
  output.end()
  return (await output.setEncoding('utf8').toArray()).join('')
}
