import { expect, it } from 'vitest'
import { liveMarkup } from '../../support/fake-teams/live-markup.ts'

const said = (text: string, more: object = {}) => ({ type: 'message', text, ...more })
const card = (...body: object[]) => ({ attachments: [{ content: { type: 'AdaptiveCard', version: '1.5', body } }] })
const block = (text: string) => card({ type: 'TextBlock', text })
const run = (text: string) => card({ type: 'RichTextBlock', inlines: [{ type: 'TextRun', text }] })

it.each<[string, object]>([
  ['bold', said('と **強く** と')],
  ['italics', said('*強く*')],
  ['italics by underscores', said('これは _強い_ です')],
  ['struck text', said('~~誤り~~')],
  ['code', said('`code`')],
  ['a link', said('[市役所](https://example.jp)')],
  ['a picture', said('![絵](https://example.jp/a.png)')],
  ['a heading', said('甲\n# 乙')],
  ['a quote', said('> 甲')],
  ['a list', said('- 甲')],
  ['a numbered list', said('1. 甲')],
  ['a rule', said('甲\n\n---')],
  ['an autolink', said('<https://example.jp>')],
  ['a tag', said('<b>甲</b>')],
  ['a character reference', said('&amp;')],
  ['a mention', said('<at>佐藤</at>', { textFormat: 'plain' })],
  ['a mention in the summary', said('甲', { summary: '<at>佐藤</at>' })],
  ['speech markup', said('甲', { speak: '<break/>' })],
  ['a text block', block('**甲**')],
  ['a date in a text block', block('{{DATE(2026-01-01T00:00:00Z)}}')],
  ['a date in a text run', run('{{TIME(2026-01-01T00:00:00Z)}}')],
  ['a fact', card({ type: 'FactSet', facts: [{ title: '甲', value: '**乙**' }] })],
  ['a choice', card({ type: 'Input.ChoiceSet', id: 'a', choices: [{ title: '**甲**', value: 'a' }] })],
  ['a box to tick', card({ type: 'Input.Toggle', id: 'a', title: '**甲**' })],
  [
    'a card that unfolds',
    card({ type: 'ActionSet', actions: [{ type: 'Action.ShowCard', card: block('**甲**').attachments[0]?.content }] }),
  ],
  ['a dialog', { task: { type: 'continue', value: { card: block('**甲**').attachments[0] } } }],
  ['a renewed card', { statusCode: 200, value: block('**甲**').attachments[0]?.content }],
])('finds %s', (_, activity) => {
  expect(liveMarkup(activity).map(({ what }) => what)).not.toEqual([])
})

it.each<[string, object]>([
  ['plain text', said('**甲** # 乙 [丙](https://example.jp)', { textFormat: 'plain' })],
  ['escaped text', said('\\*\\*甲\\*\\* \\[乙\\](丙) \\# \\<b\\>')],
  ['sums and names', said('2 * 3 * 4、No.34、甲_乙_丙、a < b > c')],
  ['a text run', run('**甲** <at>佐藤'.slice(0, 6))],
  ['Markdown in a text run', run('# **甲** [乙](https://example.jp)')],
  [
    'data of a button',
    card({ type: 'ActionSet', actions: [{ type: 'Action.Submit', data: { type: 'TextBlock', text: '**甲**' } }] }),
  ],
  ['the value of an input', card({ type: 'Input.Text', id: 'a', value: '**甲**' })],
])('finds nothing in %s', (_, activity) => {
  expect(liveMarkup(activity)).toEqual([])
})

it('tells the words of a person from the app’s own, and finds bare addresses when asked', () => {
  const post = said('**御意見**\n賛成 *です*\nhttps://example.jp/a')

  expect(liveMarkup(post, { of: ['賛成 *です*'] })).toEqual([{ at: '.text', what: '*です*' }])
  expect(liveMarkup(post, { of: ['反対'] })).toEqual([])
  expect(liveMarkup(post, { of: ['https://example.jp/a'], bareLinks: true })).toEqual([
    { at: '.text', what: 'https://example.jp/a' },
  ])
})
