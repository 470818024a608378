import fc from 'fast-check'
import { expect, it } from 'vitest'
import { partsOf } from '../../src/opinions/annex.ts'
import { bulleted } from '../../src/opinions/annex-pages.ts'
import { itemsOf } from '../../src/opinions/filing.ts'
import { newQueueItem } from '../../src/opinions/queue-item.ts'

const nested =
  '前文\n【（１）全体】\nはじめに\n１．制度\n①窓口\n・一つ目\n・二つ目\n２．予算\n・三つ目\n【（２）空】\n以上'
const line = fc.oneof(
  fc.constantFrom(
    '【（１）章】',
    '（１）節',
    '１．項',
    '①目',
    '・点',
    '　・下の点',
    '■大',
    '文である。',
    '',
    '　',
    '以上です。',
    '-5度',
  ),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
)
const text = fc.array(line, { minLength: 1, maxLength: 14 }).map((lines) => lines.join('\n'))
const words = (one: string) => one.replaceAll(/\s/gu, '')

it('prints outer headings and what stands between items, in order', () => {
  const items = itemsOf(nested, false).map((one, at) => newQueueItem('R8-001', '2026-1', at + 1, one))

  const parts = partsOf({ text: nested }, items)

  expect(items.length).toBeGreaterThan(2)
  expect(
    parts
      .map((part) => part.text)
      .join('\n')
      .replaceAll(/\n+/gu, '\n'),
  ).toBe(nested)
  expect(parts.filter(({ kind }) => kind === 'heading').length).toBeGreaterThan(0)
})

it('holds every character of a text once and in order, however its items were split, joined or left out', () => {
  fc.assert(
    fc.property(text, fc.array(fc.tuple(fc.nat(120), fc.nat(120)), { maxLength: 5 }), (whole, spans) => {
      const filed = itemsOf(whole, false)
      // By hand anything may be a span: overlapping, of blanks alone, beyond the end.
      const byHand = spans.map(([a, b]) => ({
        span: [Math.min(a, b), Math.max(a, b)] as [number, number],
        heading: null,
      }))
      for (const items of [filed, byHand, [...filed].reverse(), filed.slice(1)]) {
        const queued = items.map((one, at) => newQueueItem('R8-001', '2026-1', at + 1, one))
        const parts = partsOf({ text: whole }, queued)
        expect(words(parts.map((part) => part.text).join(''))).toBe(words(whole))
      }
    }),
    { numRuns: 500 },
  )
})

it('prints the words that were set for print in the place of those written', () => {
  const item = { ...newQueueItem('R8-001', '2026-1', 1, { span: [2, 4], heading: null }), printed: '直した' }

  expect(partsOf({ text: '題\n元文\n末' }, [item]).map((part) => part.text)).toEqual(['題', '直した', '末'])
})

it.each([
  ['道路について', '・道路について'],
  ['2024年度の', '・2024年度の'],
  ['（資料３）の', '・（資料３）の'],
  ['-5度の', '・-5度の'],
  ['・道路', '・道路'],
  ['（１）道路', '（１）道路'],
  ['①道路\n・詳細', '①道路\n・詳細'],
  ['【（１）道路】', '【（１）道路】'],
])('gives %j a bullet only where it has no mark of its own', (given, printed) => {
  expect(bulleted(given)).toBe(printed)
})
