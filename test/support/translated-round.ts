import type { ModelUse, Store } from '../../src/ports.ts'
import { fakeModel, listOf } from './fake-model.ts'
import { openFrontOffice } from './front-office.ts'
import { answerRound, published, releaseOf } from './shared-round.ts'

export const opinion = '外国語の看板を5か所増やしてほしい。'
const response = '看板の多言語化は、令和９年度に検討してまいりたい。'

/** Sound English for what stands in the round. */
export const english: Readonly<Record<string, string>> = {
  [opinion]: 'Please add signs in foreign languages in 5 places.',
  [response]: 'The city would like to consider multilingual signs in FY2027 (Reiwa 9).',
}

/** What a well-behaved model makes of the quotes that it is given. */
export const wellTranslated = fakeModel((call) => ({
  translations: listOf(call, 'quotes').map(({ id, ja = '' }) => ({ id, en: english[ja] ?? '' })),
}))

/** An office with a round whose answers were given, published or shared, and a model that takes part. */
export async function openTranslatedRound(
  model: ModelUse | null,
  { isPublic = true, through = (own: Store) => own } = {},
) {
  const office = await openFrontOffice({ model, through })
  await answerRound(office, [
    {
      receipt: 'R8-012',
      text: opinion,
      subject: { kind: 'project', document: '2024-2-annex', number: 40 },
      answers: { 1: response },
    },
  ])
  const release = releaseOf(['R8-012'], isPublic ? { published } : {})
  await office.put(office.records.put('releases', '2026-1', release))
  const kept = async () => (await office.records.list('translations')).map(({ value }) => value)
  return {
    ...office,
    kept,
    /** Asks in English about the project of the round. */
    ask: async (who = 'sato', id?: string) => {
      const from = { language: 'en' as const, ...(id === undefined ? {} : { id }) }
      return (await office.take(who, { kind: 'say', text: 'No.40: what did members say in FY2026?' }, from)).text
    },
    idOf: async (ja: string) => (await kept()).find((one) => one.ja === ja)?.id ?? '',
    act: async (act: object, who = 'yamada', from: object = {}) =>
      await office.fill(who, { name: 'model', act } as never, from),
  }
}
