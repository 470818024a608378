import { describe, expect, it } from 'vitest'
import { answerGolden } from '../../src/commands/ask.ts'
import { type Evaluated, evaluate } from '../../src/commands/evaluate.ts'
import type { ModelUse } from '../../src/ports.ts'
import { facts } from '../support/fake-model.ts'
import { readGolden } from '../support/golden.ts'
import { openHostileModel } from '../support/hostile-model.ts'
import { languageModelAt } from '../support/language-model.ts'
import { prepareSapporo } from '../support/sapporo.ts'
import { openWellBehavedModel } from '../support/well-behaved-model.ts'

const prepared = prepareSapporo()
const golden = readGolden('sample', 'blind', 'later', 'open')
const patience = 2000

async function ask(questions: typeof golden, model: ModelUse | null): Promise<readonly Evaluated[]> {
  return await evaluate(questions, {
    ...{ prepared, model, atOnce: 1 },
    answer: async (question, use) => await answerGolden(prepared, question, use),
  })
}

const useOf = (at: Parameters<typeof languageModelAt>[0]): ModelUse => ({
  ...{ model: languageModelAt({ callsPerPerson: 100_000, callsPerDay: 100_000, ...at }).model, facts },
  ...{ patience: at.patience ?? patience, maySeeOpinions: false },
})
const mute: ModelUse = {
  ...{ model: { ask: async () => ({ outcome: 'none', why: 'resting' }) }, facts, patience, maySeeOpinions: false },
}

/** Those for which a model is asked, with their answers without one. */
const plain = (await ask(golden, mute)).filter(({ calls }) => calls.length > 0)
const questions = plain.map(({ question }) => question)

describe('the golden questions over the wire', () => {
  it.each(['responses', 'chat'] as const)(
    'are answered no worse by a well-behaved model behind %s, and some better',
    async (api) => {
      await using endpoint = await openWellBehavedModel(golden)

      // How quick it is on a busy machine is not looked at here.
      const evaluated = await ask(questions, useOf({ url: endpoint.url, api, patience: 20_000 }))

      const worse = evaluated.filter(({ faults }, at) => faults.length > (plain[at]?.faults.length ?? 0))
      expect(worse.map(({ question, faults }) => ({ id: question.id, faults }))).toEqual([])
      expect(evaluated.filter(({ right }) => right).length).toBeGreaterThan(plain.filter(({ right }) => right).length)
      expect(evaluated.flatMap(({ calls }) => calls).filter(({ outcome }) => outcome !== 'answered')).toEqual([])
      expect(endpoint.requests()).toBe(evaluated.flatMap(({ calls }) => calls).length)
    },
    120_000,
  )

  it.each(['invented-ids', 'leaks-secrets', 'other-numbers', 'broken-json', 'nothing', 'redirects-away'] as const)(
    'lose nothing, and get nothing invented, by an endpoint with %s, within the time that an answer waits',
    async (behaviour) => {
      await using endpoint = await openHostileModel({ behaviour })
      // The SDK is loaded while the bot starts, not within an answer.
      const use = useOf({ url: endpoint.url })
      await ask(questions.slice(0, 1), use)

      const evaluated = await ask(questions, use)

      const lost = evaluated.filter(({ right, answer }, at) => {
        const before = plain[at]
        if (before === undefined || before.answer.citations.length === 0) return false
        return answer.citations.length === 0 || (before.right && !right)
      })
      expect(lost.map(({ question }) => question.id)).toEqual([])
      expect(evaluated.filter(({ fabricated }) => fabricated)).toEqual([])
      expect(Math.max(...evaluated.map(({ ms }) => ms))).toBeLessThan(patience + 200)
      expect(endpoint.asked.length).toBeGreaterThan(0)
    },
    120_000,
  )
})
