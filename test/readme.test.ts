import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { messageText } from '../src/platforms/terminal/message-lines.ts'
import { converse } from './support/converse.ts'
import { prepareSapporo } from './support/sapporo.ts'

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
const prepared = prepareSapporo()

describe('the README', () => {
  const transcripts = [...readme.matchAll(/```text\n(> [\s\S]*?)\n```/gu)].map(([, transcript = '']) => transcript)

  it('shows a transcript in Japanese and one in English', () => {
    expect(transcripts).toHaveLength(2)
  })

  it.each(transcripts)('shows what the bot really says: %#', (transcript) => {
    const exchanges = transcript.split(/\n\n(?=> )/u).map((exchange) => {
      const [question = '', ...answer] = exchange.split('\n')
      return { question: question.slice('> '.length), answer: answer.join('\n') }
    })

    const said = converse(
      prepared,
      exchanges.map(({ question }) => question),
    )

    expect(said.map(({ reply }) => messageText(reply.show))).toEqual(exchanges.map(({ answer }) => answer))
  })

  it('names pages that exist', () => {
    for (const [, page = ''] of readme.matchAll(/\]\((docs\/[^)]+)\)/gu)) {
      expect(() => readFileSync(new URL(`../${page}`, import.meta.url)), page).not.toThrow()
    }
  })

  it('has the test command that the continuous integration runs', () => {
    const ci = readFileSync(new URL('../.ci/run', import.meta.url), 'utf8')

    expect(readme).toContain('\nnpm install && npm test\n')
    expect(ci).toContain('\nnpm install && npm test\n')
  })
})
