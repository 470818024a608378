import { expect, it } from 'vitest'
import { Card } from '../../support/fake-teams/card-schemas.ts'
import { cardText } from '../../support/fake-teams/card-text.ts'

it('writes a card as a person reads it, without what is hidden', () => {
  const choices = [
    { title: '甲', value: 'a' },
    { title: '乙', value: 'b' },
  ]
  const shown = { type: 'AdaptiveCard', body: [{ type: 'TextBlock', text: '奥' }] }
  const card = Card.parse({
    type: 'AdaptiveCard',
    version: '1.5',
    body: [
      { type: 'TextBlock', text: '見出し' },
      { type: 'TextBlock', text: '隠れた行', isVisible: false },
      { type: 'RichTextBlock', inlines: ['御', { type: 'TextRun', text: '意見' }] },
      { type: 'Container', items: [{ type: 'FactSet', facts: [{ title: '番号', value: '34' }] }] },
      { type: 'ColumnSet', columns: [{ items: [{ type: 'TextBlock', text: '左' }] }] },
      { type: 'Input.Text', id: 'a', label: '備考', value: '賛成' },
      { type: 'Input.ChoiceSet', id: 'b', label: '選択', choices },
      { type: 'Input.Toggle', id: 'c', title: '同意' },
      { type: 'ActionSet', actions: [{ type: 'Action.OpenUrl', title: '出典', url: 'https://example.jp/' }] },
    ],
    actions: [{ type: 'Action.ShowCard', title: '詳しく', card: shown }],
  })

  expect(cardText(card).split('\n')).toEqual([
    '見出し',
    '御意見',
    '番号：34',
    '左',
    '備考 [賛成]',
    '選択 [甲 | 乙]',
    '[ ] 同意',
    '[出典]',
    '[詳しく]',
    '奥',
  ])
})
