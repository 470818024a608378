import { describe, expect, it } from 'vitest'
import { checkAnnex } from '../../src/opinions/annex-check.ts'
import { readAnnexDocument } from '../../src/opinions/annex-document.ts'
import { findPromises, findUnsetDays, isPolite } from '../../src/opinions/doubtful-words.ts'
import { callWith, openOffice } from '../support/office.ts'
import { fileTexts, type Given } from '../support/round-of-texts.ts'

const plain = '・検討してまいりたい。'

async function warningsOf(...given: readonly Given[]) {
  await using office = await openOffice()
  await office.put(office.records.put('calls', '2026-1', callWith()))
  await fileTexts(office, given)
  for (const { key, value } of await office.records.list('items'))
    await office.put({ kind: 'put', key, value: { ...value, checked: { by: 'kimura', at: 0 } } })
  const document = await readAnnexDocument(office.records, '2026-1', 'none', '懇談会')
  if (document === undefined) throw new Error('there is no such call')
  return await checkAnnex(office.records, document)
}

it.each<[string, Given, { kind: string; about: string; words: string }]>([
  [
    'a family name in an opinion',
    { text: '佐藤さんの意見', response: plain },
    { kind: 'name', about: 'R8-001-1', words: '佐藤' },
  ],
  [
    'a whole name, however it is spaced',
    { text: '鈴木 花子へ', response: plain },
    { kind: 'name', about: 'R8-001-1', words: '鈴木 花子' },
  ],
  [
    'a name of the staff in a response',
    { text: '道路', response: '山田が検討してまいりたい。' },
    { kind: 'name', about: 'R8-001-1', words: '山田' },
  ],
  [
    'a telephone number',
    { text: '011-211-2111へ', response: plain },
    { kind: 'personal-data', about: 'R8-001-1', words: '011-211-2111' },
  ],
  [
    'a month nobody set',
    { text: '道路', response: '９月に検討してまいりたい。' },
    { kind: 'unset-day', about: 'R8-001-1', words: '9月' },
  ],
  [
    'a promise',
    { text: '道路', response: '整備を実施する。' },
    { kind: 'promise', about: 'R8-001-1', words: '実施する' },
  ],
  ['an item without response', { text: '道路' }, { kind: 'open', about: 'R8-001-1', words: '' }],
])('warns of %s, and of nothing else', async (_, given, warning) => {
  expect(await warningsOf(given)).toEqual([warning])
})

it('does not warn of a day that the member has named himself', async () => {
  expect(await warningsOf({ text: '７月の連休に', response: '・7月の連休も含め検討してまいりたい。' })).toEqual([])
})

it('warns of です・ます only where the other responses are in だ・である', async () => {
  const text = '道路'
  const response = '検討しています。'

  expect(await warningsOf({ text, response }, { text, response: plain }, { text, response: plain })).toEqual([
    { kind: 'polite', about: 'R8-001-1', words: '' },
  ])
  expect(await warningsOf({ text, response }, { text, response })).toEqual([])
})

it('warns of drafts for an earlier wording, of text checks without reply, and of items that wait for another', async () => {
  await using office = await openOffice()
  const { records, put } = office
  await put(records.put('calls', '2026-1', callWith()))
  await fileTexts(office, [{ text: '一', response: plain }, { text: '二' }, { text: '三' }])
  const [one, two, three] = await records.list('items')
  if (!one || !two || !three) throw new Error('there are no items')
  await put(
    { kind: 'put', key: one.key, value: { ...one.value, outdated: true, checked: { by: 'kimura', at: 0 } } },
    { kind: 'put', key: two.key, value: { ...two.value, disposition: { kind: 'none' } } },
    {
      ...{ kind: 'put', key: three.key },
      // A draft of its own counts for nothing there, of whatever wording it is.
      value: { ...three.value, disposition: { kind: 'with', item: 'R8-009-1' }, response: 1, outdated: true },
    },
    records.put('proofs', 'R8-002', {
      ...{ receipt: 'R8-002', version: 1, parts: [], until: '2026-09-01', by: 'yamada', at: 0, answer: null },
    }),
  )

  const document = await readAnnexDocument(records, '2026-1', 'none', '懇談会')
  const warnings = document && (await checkAnnex(records, document))

  expect(warnings).toEqual([
    { kind: 'outdated', about: 'R8-001-1', words: '' },
    { kind: 'not-checked', about: 'R8-002', words: '' },
    { kind: 'open', about: 'R8-003-1', words: '' },
  ])
})

describe('the words of a response', () => {
  it.each([
    ['９月に公表', ['9月']],
    ['十月上旬まで', ['十月上旬']],
    ['来年度中に、年度内に', ['来年度中', '年度内']],
    ['令和6年度の実績は3か月で', []],
    ['今後も検討', []],
  ])('%j name the days and months %j', (text, days) => {
    expect(findUnsetDays(text, [])).toEqual(days)
  })

  it.each([
    '情報共有を進め、連携の底上げに繋げてまいりたい。',
    '今後の見直しに反映してまいりたい。',
    '関係の構築に努めているところ。',
    '未実施と評価したもの',
    '開催を検討する。',
  ])('%j promise nothing', (text) => {
    expect(findPromises(text)).toEqual([])
    expect(isPolite(text)).toBe(false)
  })

  it.each([
    '来年から実施します。',
    '対応いたします。',
    '整備を行う予定である。',
    '必ず反映する。',
    '増額することを決定した。',
  ])('%j promise something', (text) => {
    expect(findPromises(text)).not.toEqual([])
  })
})
