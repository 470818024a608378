import { expect, it } from 'vitest'
import { openPoster } from '../../support/fake-teams/poster.ts'

const block = (text: string) => ({ type: 'TextBlock', text, wrap: true })
const input = (more: object = {}) => ({ type: 'Input.Text', id: 'a', label: '備考', ...more })
const choices = {
  choices: [
    { title: '甲', value: 'a' },
    { title: '乙', value: 'b' },
  ],
}
const submit = (more: object = {}) => ({ type: 'Action.Submit', title: '送る', data: { k: 1 }, ...more })
const withCard = (content: object) => ({
  summary: '受付',
  attachments: [
    {
      contentType: 'application/vnd.microsoft.card.adaptive',
      content: { type: 'AdaptiveCard', version: '1.5', body: [block('受付')], ...content },
    },
  ],
})
const root = (more: object) => ({
  text: '回答 [1]',
  entities: [{ type: 'https://schema.org/Message', '@type': 'Message', '@context': 'https://schema.org', ...more }],
})
const claim = (more: object = {}, position = 1) => ({
  '@type': 'Claim',
  position,
  appearance: { '@type': 'DigitalDocument', name: '資料', abstract: '要旨', ...more },
})
const mention = { type: 'mention', text: '<at>佐藤</at>', mentioned: { id: '29:nobody', name: '佐藤' } }

it.each([
  ['text', { text: '回答' }],
  ['a summary beside a card', { ...withCard({}), text: undefined, summary: '受付' }],
  [
    'every element',
    withCard({
      body: [
        block('見出し'),
        { type: 'RichTextBlock', inlines: ['甲', { type: 'TextRun', text: '**乙**', weight: 'bolder' }] },
        { type: 'Container', style: 'emphasis', items: [{ type: 'FactSet', facts: [{ title: '番号', value: '34' }] }] },
        {
          type: 'ColumnSet',
          columns: [
            { type: 'Column', width: 'auto', items: [block('左')] },
            { width: 2, items: [] },
          ],
        },
        input({ isRequired: true, errorMessage: '必須です' }),
        { type: 'Input.ChoiceSet', id: 'b', label: '選択', value: 'a,b', isMultiSelect: true, ...choices },
        { type: 'Input.Toggle', id: 'c', title: '同意' },
        { type: 'Input.Date', id: 'd', label: '期日', min: '2026-01-01' },
        { type: 'ActionSet', actions: [{ type: 'Action.OpenUrl', title: '出典', url: 'https://example.jp/' }] },
      ],
      actions: [
        submit(),
        { type: 'Action.ShowCard', title: '詳しく', card: { type: 'AdaptiveCard', body: [block('奥')] } },
      ],
    }),
  ],
  ['a citation', root({ additionalType: ['AIGeneratedContent'], citation: [claim()] })],
  ['suggestions', { text: '回答', suggestedActions: { actions: [{ type: 'imBack', title: 'はい', value: 'はい' }] } }],
  ['feedback', { text: '回答', channelData: { feedbackLoop: { type: 'default' } } }],
])('takes %s', async (_, activity) => {
  await using poster = await openPoster()

  expect([await poster.post(activity), poster.teams.faults]).toMatchObject([{ status: 201 }, []])
})

it.each<[string, object]>([
  ['an unknown field', { text: '回答', colour: 'red' }],
  ['another type', { type: 'trace', text: '回答' }],
  ['nothing to say', { text: '  ' }],
  ['another channel', { text: '回答', channelId: 'webchat' }],
  ['another sender', { text: '回答', from: { id: '28:other' } }],
  ['another place', { text: '回答', conversation: { id: 'a:1other' } }],
  ['typing with text', { type: 'typing', text: '回答' }],
  ['a card without text or summary', { ...withCard({}), summary: undefined }],
  [
    'an unknown attachment',
    { text: '回答', attachments: [{ contentType: 'image/png', contentUrl: 'https://example.jp/a.png' }] },
  ],
  ['version 1.6', withCard({ version: '1.6' })],
  ['a table', withCard({ body: [{ type: 'Table', rows: [] }] })],
  ['an unknown property', withCard({ body: [{ ...block('甲'), colour: 'red' }] })],
  ['an empty text block', withCard({ body: [block(' ')] })],
  ['an empty card', withCard({ body: [] })],
  ['an unknown action', withCard({ actions: [{ type: 'Action.ToggleVisibility', title: '甲', targetElements: [] }] })],
  ['seven actions', withCard({ actions: Array.from({ length: 7 }, () => submit()) })],
  [
    'seven actions in a set',
    withCard({ body: [{ type: 'ActionSet', actions: Array.from({ length: 7 }, () => submit()) }] }),
  ],
  ['the same id twice', withCard({ body: [input(), { type: 'Container', items: [input()] }] })],
  [
    'an id twice, once unfolded',
    withCard({
      body: [input()],
      actions: [{ type: 'Action.ShowCard', title: '奥', card: { type: 'AdaptiveCard', body: [input()] } }],
    }),
  ],
  ['Execute before 1.4', withCard({ version: '1.3', actions: [{ type: 'Action.Execute', title: '甲', verb: 'v' }] })],
  ['a link without http', withCard({ actions: [{ type: 'Action.OpenUrl', title: '甲', url: 'javascript:alert(1)' }] })],
  [
    'refresh for 61',
    withCard({
      refresh: {
        action: { type: 'Action.Execute', verb: 'v' },
        userIds: Array.from({ length: 61 }, (__, at) => `29:${at}`),
      },
    }),
  ],
  [
    'refresh for nobody',
    withCard({ refresh: { action: { type: 'Action.Execute', verb: 'v' }, userIds: ['29:nobody'] } }),
  ],
  ['required without a message', withCard({ body: [input({ isRequired: true })] })],
  ['an input without a label', withCard({ body: [input({ label: undefined })] })],
  ['a value longer than allowed', withCard({ body: [input({ value: '長い', maxLength: 1 })] })],
  [
    'a choice that is none',
    withCard({ body: [{ type: 'Input.ChoiceSet', id: 'b', label: '選択', value: 'c', ...choices }] }),
  ],
  ['a mention in a card that is not in its text', withCard({ msteams: { entities: [mention] } })],
  ['a large card', withCard({ body: [block('長'.repeat(14_400))] })],
  ['a large text', { text: '長'.repeat(14_400) }],
  ['an entity that lost its fields', { text: '回答', entities: [{ type: 'https://schema.org/Message' }] }],
  ['an unknown entity', { text: '回答', entities: [{ type: 'place' }] }],
  ['two root entities', { text: '回答', entities: [...root({}).entities, ...root({}).entities] }],
  ['a long name', root({ citation: [claim({ name: '名'.repeat(81) })] })],
  ['a long abstract', root({ citation: [claim({ abstract: '要'.repeat(161) })] })],
  ['21 citations', root({ citation: Array.from({ length: 21 }, (__, at) => claim({}, at + 1)) })],
  ['a position twice', root({ citation: [claim(), claim()] })],
  ['a source that is not cited', { ...root({ citation: [claim()] }), text: '回答' }],
  ['a mention without its text', { text: '回答', entities: [mention] }],
  ['a mention of nobody', { text: '<at>佐藤</at>', entities: [mention] }],
  ['a mention without its entity', { text: '<at>佐藤</at>' }],
  [
    'seven suggestions',
    {
      text: '甲',
      suggestedActions: { actions: Array.from({ length: 7 }, () => ({ type: 'imBack', title: '甲', value: '甲' })) },
    },
  ],
  ['unknown channel data', { text: '回答', channelData: { colour: 'red' } }],
])('refuses %s', async (_, activity) => {
  await using poster = await openPoster()
  const { teams, member } = poster

  const { status } = await poster.post(activity)

  expect([400, 413]).toContain(status)
  expect(teams.faults).not.toEqual([])
  expect(teams.messages(member)).toEqual([])
})

type Case = (member: string) => object
it.each<[string, Case]>([
  [
    'the mention <at>佐藤</at> is not in the text',
    (id) => ({ text: '回答', entities: [{ ...mention, mentioned: { id, name: '佐藤' } }] }),
  ],
  [
    'card: the mention <at>佐藤</at> is not in its text',
    (id) => withCard({ msteams: { entities: [{ ...mention, mentioned: { id, name: '佐藤' } }] } }),
  ],
  [
    'expected array to have <=60 items',
    (id) => withCard({ refresh: { action: { type: 'Action.Execute', verb: 'v' }, userIds: Array(61).fill(id) } }),
  ],
  [
    'two choices have the same value',
    () =>
      withCard({
        body: [{ type: 'Input.ChoiceSet', id: 'b', label: '選択', choices: [...choices.choices, ...choices.choices] }],
      }),
  ],
  [
    'a comma in a value',
    () =>
      withCard({
        body: [
          {
            type: 'Input.ChoiceSet',
            id: 'b',
            label: '選択',
            isMultiSelect: true,
            choices: [{ title: '甲', value: 'a,b' }],
          },
        ],
      }),
  ],
  ['neither on nor off', () => withCard({ body: [{ type: 'Input.Toggle', id: 'c', title: '同意', value: 'maybe' }] })],
  [
    'min is after max',
    () => withCard({ body: [{ type: 'Input.Date', id: 'd', label: '期日', min: '2026-02-01', max: '2026-01-01' }] }),
  ],
  ['Unrecognized key: "colour"', () => ({ ...root({}), entities: [{ ...root({}).entities[0], colour: 'red' }] })],
  ['another serviceUrl', () => ({ text: '回答', serviceUrl: 'https://smba.example.net/' })],
  ['an empty summary', () => ({ text: '回答', summary: ' ' })],
  [
    'more than one streaminfo',
    () => ({ text: '回答', entities: Array(2).fill({ type: 'streaminfo', streamType: 'final', streamId: 's' }) }),
  ],
  [
    'feedbackLoop and feedbackLoopEnabled',
    () => ({ text: '回答', channelData: { feedbackLoop: { type: 'default' }, feedbackLoopEnabled: true } }),
  ],
])('says of a post: %s', async (words, build) => {
  await using poster = await openPoster()

  const { status } = await poster.post(build(poster.member))

  expect(status).toBe(400)
  expect(poster.teams.faults.join('; ')).toContain(words)
})
