import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { openFrontDesk } from './support/front-desk.ts'
import { callWith, openOffice } from './support/office.ts'

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')

const isDialog = (transcript: string) => transcript.startsWith('> 意見')

function exchangesOf(transcript: string) {
  return transcript.split(/\n\n(?=> )/u).map((exchange) => {
    const [question = '', ...answer] = exchange.split('\n')
    return { question: question.slice('> '.length), answer: answer.join('\n') }
  })
}

describe('the README', () => {
  const transcripts = [...readme.matchAll(/```text\n(> [\s\S]*?)\n```/gu)].map(([, transcript = '']) => transcript)

  it('shows a transcript in Japanese and one in English', () => {
    expect(transcripts).toHaveLength(3)
  })

  it('shows how an opinion is really taken', async () => {
    await using office = await openOffice()
    await office.put(office.records.put('calls', '2026-1', callWith()))
    const { say } = openFrontDesk(office)
    const [dialog = ''] = transcripts.filter(isDialog)

    for (const { question, answer } of exchangesOf(dialog)) expect((await say('sato', question)).text).toBe(answer)
  })

  it.each(transcripts.filter((one) => !isDialog(one)))('shows what the bot really answers: %#', async (transcript) => {
    await using office = await openOffice()
    const { say } = openFrontDesk(office)

    for (const { question, answer } of exchangesOf(transcript))
      expect((await say('stranger', question)).text).toBe(answer)
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
