import { expect, it } from 'vitest'
import { answerTurn } from '../../src/conversation/answer-turn.ts'
import { suggestQuestions } from '../../src/conversation/suggest-questions.ts'
import { noMemory } from '../../src/questions/memory.ts'
import { prepareSapporo } from '../support/sapporo.ts'

const prepared = prepareSapporo()

it.each(['ja', 'en'] as const)('suggests only what is answered, in %s', (language) => {
  const questions = suggestQuestions(prepared, language)

  const outcomes = questions.map((text) => {
    const { answer } = answerTurn({ did: { kind: 'say', text } }, prepared, noMemory)
    return [answer.language, answer.outcome, answer.finding.kind === 'guide' ? answer.finding.topic : 'record']
  })
  expect(questions.length).toBe(4)
  expect(outcomes).toEqual([
    [language, 'answered', 'record'],
    [language, 'answered', 'record'],
    [language, 'answered', 'record'],
    [language, expect.anything(), 'give-opinion'],
  ])
})
