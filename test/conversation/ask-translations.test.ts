import { expect, it } from 'vitest'
import { askTranslations, atOnce, translatable } from '../../src/conversation/ask-translations.ts'
import { untranslated } from '../../src/conversation/untranslated.ts'
import { cite, wholeOf } from '../../src/questions/citation.ts'
import { prepareMidori } from '../support/committee-midori.ts'
import { fakeModel, listOf } from '../support/fake-model.ts'

const { record, scale } = prepareMidori()
const quotes = record.passages.flatMap(
  (passage) => untranslated({ ...cite(record, wholeOf(passage)), gloss: '' }, record) ?? [],
)

it('asks for many quotes bit by bit, each once', async () => {
  const use = fakeModel(() => ({ translations: [] }))
  const all = translatable([...quotes, ...quotes], use)

  const first = atOnce(all)
  await askTranslations(first, { use, scale, person: 'slack:sato', patience: 100 })
  const rest = atOnce(all.filter((one) => !first.includes(one)))

  expect(all.length).toBeGreaterThan(14)
  expect(new Set(all.map(({ id }) => id)).size).toBe(all.length)
  expect(first).toHaveLength(12)
  expect(listOf(use.asked[0] ?? expect.unreachable(), 'quotes').map(({ ja }) => ja)).toEqual(
    first.map(({ citation }) => citation.quote),
  )
  expect(rest.some((one) => first.includes(one))).toBe(false)
  expect(rest.length).toBeGreaterThan(0)
})

it('asks for nothing where there is nothing to ask, or no time', async () => {
  const use = fakeModel(() => expect.unreachable())

  expect(await askTranslations([], { use, scale, person: 'slack:sato', patience: 100 })).toEqual([])
  expect(await askTranslations(quotes, { use, scale, person: 'slack:sato', patience: 0 })).toEqual([])
})
