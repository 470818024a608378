import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { modelForTurn } from '../../src/conversation/model-for-turn.ts'
import type { LanguageModel, ModelCall } from '../../src/ports.ts'
import { fakeModel } from '../support/fake-models.ts'

const call = (question: string, patience = 1000): ModelCall<'understand', unknown> => ({
  ...({ job: 'understand', language: 'ja', schema: z.unknown(), person: 'slack:U1', patience } as const),
  variables: { question, before: '' },
})

describe('a model as one turn has it', () => {
  it('is asked each thing once', async () => {
    const { use, calls } = fakeModel({ understand: () => ({ said: calls.length }) })
    const { model } = modelForTurn(use)

    const [first, again, other] = await Promise.all([
      model.ask(call('一')),
      model.ask(call('一')),
      model.ask(call('二')),
    ])

    expect(calls.map(({ variables }) => variables.question)).toEqual(['一', '二'])
    expect(again).toEqual(first)
    expect(other).not.toEqual(first)
  })

  it('has what is left of the patience in all, and none after that', async () => {
    let now = 0
    const patiences: number[] = []
    const model: LanguageModel = {
      async ask({ patience }) {
        patiences.push(patience)
        now += 600
        return { outcome: 'none', why: 'late' }
      },
    }
    const turn = modelForTurn({ ...fakeModel({}).use, model, patience: 1000 }, () => now)

    await turn.model.ask(call('一', 500))
    await turn.model.ask(call('二', 1000))
    const last = await turn.model.ask(call('三', 1000))

    expect(patiences).toEqual([500, 400])
    expect(last).toEqual({ outcome: 'none', why: 'late' })
  })

  it('is waited for no longer than a conversation may be held, whatever is configured', async () => {
    expect(modelForTurn({ ...fakeModel({}).use, patience: 600_000 }).patience).toBeLessThanOrEqual(20_000)
  })
})
