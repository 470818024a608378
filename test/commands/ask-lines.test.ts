import { describe, expect, it, vi } from 'vitest'
import { runCli, runCliUnread } from '../support/run-cli.ts'

// Every test starts processes of its own, several at once.
vi.setConfig({ testTimeout: 60_000 })

const keys = ['id', 'outcome', 'language', 'text', 'projects', 'citations', 'nearest', 'made']
const line = (value: unknown) => `${JSON.stringify(value)}\n`

async function askLines(input: string, ...options: readonly string[]) {
  const { code, stdout, stderr } = await runCli(['ask', '--jsonl', ...options], { input })
  return {
    code,
    stderr,
    answers: stdout
      .split('\n')
      .filter(Boolean)
      .map((text) => JSON.parse(text)),
  }
}

describe.concurrent('ask --jsonl', () => {
  it('answers every line with its id, in order', async () => {
    const { code, stderr, answers } = await askLines(
      line({ id: 'b', question: 'No.34はなぜ×ですか' }) +
        line({ id: 7, question: 'What is project 52?' }) +
        line({ id: 'a', question: '' }),
    )

    expect(answers.map(({ id, language }) => [id, language])).toEqual([
      ['b', 'ja'],
      [7, 'en'],
      ['a', 'ja'],
    ])
    for (const answer of answers) expect(Object.keys(answer)).toEqual(keys)
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  })

  it.each([
    ['is not JSON', '{"id":"x",'],
    ['is an array', '[]'],
    ['is null', 'null'],
    ['has no id', line({ question: '34番は？' })],
    ['has an id that is neither text nor number', line({ id: {}, question: '34番は？' })],
    ['has no question', line({ id: 'x' })],
    ['has a question that is no text', line({ id: 'x', question: 34 })],
    ['has a context that is no list', line({ id: 'x', question: '34番は？', context: 'earlier' })],
    ['has a context of an unknown role', line({ id: 'x', question: 'q', context: [{ role: 'system', text: 't' }] })],
  ])('says what is wrong with a line that %s, answers the others in order, and exits 1', async (_, bad) => {
    const { code, answers } = await askLines(
      `${line({ id: 1, question: '34番の評価は？' })}${bad.trimEnd()}\n${line({ id: 2, question: '19番の評価は？' })}`,
    )

    expect(answers.map(({ id }) => id)).toEqual([1, null, 2])
    expect(answers[1]).toEqual({ id: null, error: expect.stringMatching(/\S/u) })
    expect(Object.keys(answers[2])).toEqual(keys)
    expect(code).toBe(1)
  })

  it('takes earlier turns as context', async () => {
    const { answers } = await askLines(
      line({ id: 'alone', question: 'その理由は？' }) +
        line({ id: 'after', question: 'その理由は？', context: [{ role: 'user', text: '34番の評価は？' }] }) +
        line({
          id: 'after-a-bot',
          question: 'Why?',
          context: [
            { role: 'user', text: 'How was project 34 rated?' },
            { role: 'bot', text: 'In the record No.34 is rated × (未実施).' },
          ],
        }) +
        line({ id: 'forgotten', question: 'その理由は？' }),
    )
    const reason = expect.stringContaining('脱炭素を主とした内容ではなかったため')

    expect(answers.map(({ id }) => id)).toEqual(['alone', 'after', 'after-a-bot', 'forgotten'])
    expect(answers[1]).toMatchObject({ projects: [34], text: reason, language: 'ja' })
    expect(answers[2]).toMatchObject({ projects: [34], text: reason, language: 'en' })
    expect({ ...answers[3], id: 'alone' }).toEqual(answers[0])
  })

  it('speaks of the source in the language that it says it speaks, with what it shows', async () => {
    const { answers } = await askLines(
      line({ id: 1, question: 'source', context: [{ role: 'user', text: 'Why was No.34 rated ×?' }] }),
    )

    expect(answers[0].text).toContain('The full text of the passage:')
    expect(answers[0]).toMatchObject({ language: 'en', projects: [34] })
    expect(answers[0].citations.length).toBeGreaterThan(0)
  })

  it('answers all lines in the language of --lang', async () => {
    const { answers } = await askLines(line({ id: 1, question: '34番の評価は？' }), '--lang', 'en')

    expect(answers[0].language).toBe('en')
  })

  it('reads CRLF, blank lines and a last line without an end', async () => {
    const one = JSON.stringify({ id: 1, question: '34番の評価は？' })
    const { code, answers } = await askLines(`${one}\r\n\r\n   \n${one}`)

    expect(answers.map(({ id }) => id)).toEqual([1, 1])
    expect(code).toBe(0)
  })

  it.each([
    ['a line separator', '\u2028'],
    ['a paragraph separator', '\u2029'],
    ['a next-line sign', '\u0085'],
  ])('takes %s within a question as part of it, as JSON does', async (_, sign) => {
    const { code, answers } = await askLines(line({ id: 1, question: `34番は${sign}なぜ×？` }))

    expect(answers).toMatchObject([{ id: 1, projects: [34] }])
    expect(code).toBe(0)
  })

  it('reads a file that begins with a byte order mark', async () => {
    const { code, answers } = await askLines(`\ufeff${line({ id: 1, question: '34番の評価は？' })}`)

    expect(answers).toMatchObject([{ id: 1, projects: [34] }])
    expect(code).toBe(0)
  })

  it('prints nothing and exits 0 where nothing is asked', async () => {
    expect(await askLines('')).toEqual({ code: 0, stderr: '', answers: [] })
  })

  it('ends without a complaint when nobody reads on', async () => {
    const many = line({ id: 1, question: '34番の評価は？' }).repeat(3000)

    expect(await runCliUnread(['ask', '--jsonl'], many)).toMatchObject({ stderr: '' })
  })
})
