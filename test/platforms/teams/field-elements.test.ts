import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Field } from '../../../src/conversation/desk-dialog.ts'
import { buildCard } from '../../../src/platforms/teams/activity.ts'
import { fieldElements } from '../../../src/platforms/teams/field-elements.ts'
import { readValues } from '../../../src/platforms/teams/read-values.ts'
import { readCard } from '../../support/fake-teams/card-faults.ts'
import { fillIn } from '../../support/fake-teams/entered.ts'
import { liveMarkup } from '../../support/fake-teams/live-markup.ts'
import { buildWorld } from '../../support/fake-teams/world.ts'
import { texts } from '../slack/texts.ts'

const options = [
  { value: 'a,1', label: '*一つ目*' },
  { value: 'b', label: '[二つ目](https://example.jp)' },
]
const fields: readonly Field[] = [
  { kind: 'text', name: 'text', label: '本文', most: 5, lines: true },
  { kind: 'text', name: 'more', label: '続き', most: 5, optional: true, hint: '任意です。' },
  { kind: 'day', name: 'day', label: '日', initial: '2026-08-20' },
  { kind: 'choice', name: 'call', label: '意見照会', options, initial: 'b' },
  { kind: 'radio', name: 'vote', label: '承認', options, optional: true },
  { kind: 'choices', name: 'replace', label: '置換', options, initial: ['a,1'], optional: true },
  { kind: 'search', name: 'person', label: '人', of: 'people', optional: true },
  { kind: 'searches', name: 'others', label: '課', of: 'divisions', optional: true },
]

function cardOf(...args: Parameters<typeof fieldElements>) {
  const { content } = buildCard(fieldElements(...args), 'ja')
  const read = readCard(buildWorld({}), content, 'dialog')
  if (!('type' in read)) throw new Error(read.join('\n'))
  return read
}

it('gives back what was filled in, by field', () => {
  const card = cardOf(fields, 'ja', { found: { others: [{ value: 'x', label: '企画課' }] } })

  const filled = fillIn(card, { 本文: '文', 置換: ['a,1', 'b'].map(encodeURIComponent), 課: '企画課' })

  expect('values' in filled && readValues(filled.values)).toEqual({
    ...{ text: ['文'], day: ['2026-08-20'], call: ['b'], replace: ['a,1', 'b'], others: ['x'] },
  })
})

it('holds it against its user where a field is left empty that must not be', () => {
  const filled = fillIn(cardOf(fields, 'ja'), { 日: '' })

  expect(filled).toEqual({ errors: { 'field:text': '御記入ください。', 'field:day': '御記入ください。' } })
})

it('keeps what was entered, and says above a field what is wrong with it', () => {
  const entered = { text: ['長すぎる本文'], call: ['a,1'], replace: [] }
  const faults = [
    { field: 'text', says: '本文は5字までです。' },
    { field: 'person', says: '名簿に見当たりません。' },
  ]
  const card = cardOf(fields, 'ja', { entered, faults })

  const body = JSON.stringify(card.body)
  expect(body.indexOf('名簿に')).toBeLessThan(body.indexOf('本文は5字'))
  expect(body.indexOf('本文は5字')).toBeLessThan(body.indexOf('field:text'))
  expect(card.body).toMatchObject([{}, {}, { value: '長すぎる本文' }, {}, {}, {}, { value: 'a,1' }, {}, { value: '' }])
})

it('reads nothing out of what no form of ours gives back', () => {
  const given = [null, [], 'x', { 'field:a': 1, 'fields:b': '%E0%A4%A', c: 'd', 'field:long': 'x'.repeat(100_001) }]

  expect(given.map(readValues)).toEqual([{}, {}, {}, { b: [] }])
})

it('has nothing live in labels and titles', () => {
  fc.assert(
    fc.property(texts, texts, (label, title) => {
      const choices = [{ value: 'a', label: title }]
      const kinds = ['choice', 'radio', 'boxes'] as const
      const asked = kinds.map((kind): Field => ({ kind, name: kind, label, options: choices }))

      expect(liveMarkup(buildCard(fieldElements(asked, 'ja'), 'ja').content, { bareLinks: false })).toEqual([])
    }),
    { numRuns: process.env.LONG ? 10_000 : 500 },
  )
})
