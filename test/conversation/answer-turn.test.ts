import { describe, expect, it } from 'vitest'
import { answerMessage } from '../../src/conversation/answer-message.ts'
import { answerTurn } from '../../src/conversation/answer-turn.ts'
import type { Did } from '../../src/conversation/turn.ts'
import { messageText } from '../../src/platforms/terminal/message-lines.ts'
import { type Memory, noMemory } from '../../src/questions/memory.ts'
import { prepareRecord } from '../../src/questions/prepared-record.ts'
import { buildRecord } from '../../src/record/build-record.ts'
import { readReviewed } from '../../src/record/read-reviewed.ts'
import { sapporo } from '../support/record-folder.ts'

const prepared = prepareRecord(buildRecord(readReviewed(sapporo)))

function take(did: Did | string, memory: Memory = noMemory, language?: 'ja' | 'en') {
  const turn = { language, did: typeof did === 'string' ? ({ kind: 'say', text: did } as const) : did }
  const answered = answerTurn(turn, prepared, memory)
  return { ...answered, text: messageText(answerMessage(answered.answer, prepared.record)) }
}

describe('a turn', () => {
  it("is answered in the record's own words", () => {
    const { answer, text } = take('No.34はなぜ×ですか')

    expect(answer.outcome).toBe('answered')
    for (const { quote } of answer.citations) expect(text).toContain(quote)
  })

  it('leaves the memory that went in as it was, and gives the next one', () => {
    const before = take('34番の評価は？').memory
    const kept = structuredClone(before)

    const { memory } = take('19番は？', before)

    expect(before).toEqual(kept)
    expect(memory.projects).toEqual(['2024-2-annex/19'])
  })

  it('gives the same reply to the same words and the same memory', () => {
    const { memory } = take('34番の評価は？')

    expect(take('その理由は？', memory)).toEqual(take('その理由は？', memory))
  })

  it('keeps a memory that can be stored as JSON', () => {
    const { memory } = take('34番の評価は？')

    expect(take('その理由は？', JSON.parse(JSON.stringify(memory))).text).toBe(take('その理由は？', memory).text)
  })

  it('names the number of the project where the title is not known', () => {
    expect(take('53番の事業名は？').text).toContain('No.53')
  })
})

describe('the source', () => {
  const { memory } = take('No.34はなぜ×ですか')

  it.each([
    '出典',
    '出典を見る',
    ' 出典。',
    '出典？',
    '出典は？',
    'source',
    'SOURCE',
    'ｓｏｕｒｃｅ',
    'source?',
    'sources?',
  ])('is shown for the word %j as for the button, in the language of the word', (word) => {
    const language = /出典/u.test(word) ? 'ja' : 'en'

    expect(take(word, memory)).toEqual(take({ kind: 'action', name: 'source' }, memory, language))
    expect(take(word, memory).text).toContain(language === 'ja' ? '（原文75〜79行目）' : '(lines 75–79 of the source)')
  })

  it('is the whole passage, with its place and lines, and leaves the memory as it was', () => {
    const { text, memory: after, answer } = take('出典', memory)

    expect(text).toContain(
      '【事務局の考え方】「首長会議と実務者会議において、GX 金融・資産運用特区についての情報共有を行ったが、脱炭素を主とした内容ではなかったため、未実施と評価したもの」\n' +
        '出典：令和６年度第２回 別紙 1ページ 上から3つ目の欄（右）（原文75〜79行目）',
    )
    expect(after).toEqual(memory)
    expect(answer).toMatchObject({
      outcome: 'answered',
      language: 'ja',
      finding: { kind: 'source' },
      projects: [34],
      citations: [{ passage: '2024-2-annex/r3-a1', lines: [75, 79], whole: true }],
    })
  })

  it('is shown in the language of the conversation, or that which is chosen', () => {
    const english = take('Why was No.34 rated ×?').memory

    expect(take({ kind: 'action', name: 'source' }, english).text).toContain('The full text of the passage:')
    expect(take('出典', english, 'ja').text).toContain('記載箇所の全文は次のとおりです。')
    expect(take('出典', memory, 'en').text).toContain('lines 75–79 of the source')
  })

  it('is in one script: no Japanese brackets around English', () => {
    const quoted = /「[^\n]*」/gu

    expect(take('source', memory, 'en').text.replaceAll(quoted, '')).not.toMatch(/[（）：]/u)
  })

  it('is asked for in vain before any answer, and says what to do', () => {
    expect(take('出典').text).toBe('お示しする出典がまだありません。先にお尋ねをお送りください。')
    expect(take('出典')).toMatchObject({
      answer: { outcome: 'out-of-scope', finding: { kind: 'guide', topic: 'no-source' }, citations: [] },
      memory: noMemory,
    })
    expect(take('source', noMemory, 'en').text).toBe('There is no source to show yet. Please ask a question first.')
  })

  it('is asked for in English where nothing was asked before: the reply is English', () => {
    expect(take('source').text).toBe('There is no source to show yet. Please ask a question first.')
  })

  it('is not shown for a question that only has the word in it', () => {
    expect(take('34番の評価の出典は？', memory).text).not.toContain('記載箇所の全文は次のとおりです。')
  })
})
