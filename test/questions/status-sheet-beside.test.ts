import { describe, expect, it } from 'vitest'
import type { Answer } from '../../src/questions/answer.ts'
import { answerQuestion } from '../../src/questions/answer-question.ts'
import { prepareRecord } from '../../src/questions/prepared-record.ts'
import { buildRecord } from '../../src/record/build-record.ts'
import { readReviewed } from '../../src/record/read-reviewed.ts'
import { readGolden } from '../support/golden.ts'
import { csvOf, sheetDocument } from '../support/status-sheet.ts'

const reviewed = readReviewed('data/sapporo-vision')
const alone = prepareRecord(buildRecord(reviewed))

/** Sixty projects, invented but for the titles that the annex gives, so that nearly every number of a text is one of them. */
const rows = Array.from({ length: 60 }, (_, at) => {
  const number = at + 1
  const title = alone.record.projects.find((one) => one.number === number)?.title ?? `仮の取組${number}`
  return [
    number,
    title,
    `指標${number}`,
    `${number * 10}回`,
    `${number * 9}回`,
    number === 34 ? '×' : '◎',
    `仮${number % 4}課`,
  ]
})
const bytes = csvOf(['◎：甲　×：未実施'], ['番号', '事業名', '評価指標', '目標', '実績', '評価', '担当課'], ...rows)
const beside = prepareRecord(buildRecord(reviewed, [], [await sheetDocument(bytes)]))

/** What people said, decided or asked of the meeting: nothing that a list could say better. */
const spoken: readonly Answer['finding']['kind'][] = [
  ...(['passages', 'rating-reason', 'agenda', 'meeting', 'amount-differs', 'speaker-differs', 'not-decided'] as const),
]

describe('a status sheet beside the annex', () => {
  it('leaves the answers from what people said as they were, but for one in a hundred', () => {
    const asked = readGolden('sample', 'blind', 'later').filter(({ context }) => context === undefined)
    const before = asked
      .map(({ question }) => ({ question, answer: answerQuestion(alone, question).answer }))
      .filter(({ answer }) => spoken.includes(answer.finding.kind) && answer.outcome !== 'not-in-record')
    const changed = before.filter(({ question, answer }) => {
      const now = answerQuestion(beside, question).answer
      return now.outcome !== answer.outcome || now.citations[0]?.quote !== answer.citations[0]?.quote
    })

    expect(before.length).toBeGreaterThan(500)
    expect(changed.map(({ question }) => question).length).toBeLessThanOrEqual(before.length / 100)
  })
})
