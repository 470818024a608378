import { beforeAll, describe, expect, it } from 'vitest'
import { facts } from '../support/fake-model.ts'
import { hostileBehaviours, openHostileModel } from '../support/hostile-model.ts'
import { languageModelAt, prompts, testKey } from '../support/language-model.ts'
import { english, openTranslatedRound, opinion } from '../support/translated-round.ts'

const patience = 600
/** What is kept of calls: how many there were, and what is to be read by staff. */
const ofModel = new Set(['modelDays', 'translations'])

async function openRound(url: string) {
  const { model, lines } = languageModelAt({ url })
  const round = await openTranslatedRound({ model, facts, patience, maySeeOpinions: true })
  await round.fill('sato', {
    ...{
      name: 'opinion',
      edits: null,
      call: '2026-1',
      subject: null,
      text: '案内所を3か所に増やしてほしい。',
      vote: null,
    },
    ...{ printName: null, split: null, onBehalf: null, confirmed: true },
  })
  const receipt = (await round.records.list('items')).map(({ value }) => value.item).find((id) => id !== 'R8-012-1')
  return {
    ...round,
    lines,
    suggest: async () =>
      await round.fill('yamada', {
        name: 'queue',
        act: { do: 'suggest', target: { item: receipt ?? '', seen: null } },
      }),
    untouched: async () => (await round.stored()).filter(({ key }) => !ofModel.has(key.collection)),
  }
}

// The SDK is loaded with the first call, which takes its time while tests are compiled.
beforeAll(async () => {
  await using server = await openHostileModel({ behaviour: 'empty-text' })
  await using round = await openRound(server.url)
  await round.ask()
  await round.desk.idle()
})

describe.each(hostileBehaviours)('an endpoint that misbehaves: %s', (behaviour) => {
  it('puts no word into an answer, and the answer is there in time', async () => {
    await using server = await openHostileModel({ behaviour })
    await using round = await openRound(server.url)
    await round.take('sato', { kind: 'say', text: 'No.40' })
    const before = await round.untouched()

    const start = performance.now()
    const said = await round.ask()
    const took = performance.now() - start

    expect(said).toContain(`「${opinion}」\nSource`)
    expect(took).toBeLessThan(patience + 200)
    expect(await round.untouched()).toEqual(before)
    await round.desk.idle()
    expect((await round.kept()).filter(({ state }) => state !== 'withheld')).toEqual([])
    expect(JSON.stringify([round.lines, round.reports])).not.toMatch(/看板|sk-geheim/u)
  }, 30_000)

  it('gives a draft that is marked as a model’s, or none; it discloses and changes nothing', async () => {
    await using server = await openHostileModel({ behaviour })
    await using round = await openRound(server.url)
    const before = await round.untouched()

    const { told, text } = await round.suggest()

    const [one] = told
    expect(one?.kind === 'draft-suggested' || (one?.kind === 'refused' && one.why === 'no-suggestion')).toBe(true)
    if (one?.kind === 'draft-suggested') expect(text).toMatch(/言語モデル(?:が作ったもの|は、)/u)
    expect(text).not.toContain(testKey)
    for (const line of prompts.assist.ja.instructions.split('\n').filter((part) => part.length > 20))
      expect(text).not.toContain(line)
    expect(await round.untouched()).toEqual(before)
  }, 30_000)
})

it('shows what a well-behaved endpoint translates, by the prompt as it is kept', async () => {
  const says = { translations: [{ id: 'q1', en: english[opinion] }] }
  await using server = await openHostileModel({ behaviour: { says } })
  await using round = await openRound(server.url)

  const said = await round.ask()

  expect(said).toContain(`not yet read by anyone: ${english[opinion]}`)
  expect(server.asked[0]?.data).toContain(opinion)
  expect(await round.kept()).toMatchObject([{ made: { prompt: 'translate', version: '1', model: 'test-model' } }])
})
