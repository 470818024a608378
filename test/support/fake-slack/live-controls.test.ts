import { expect, it } from 'vitest'
import { liveControls } from './live-controls.ts'

const section = (text: object) => ({ blocks: [{ type: 'section', text }] })
const rich = (element: object) => ({
  blocks: [{ type: 'rich_text', elements: [{ type: 'rich_text_quote', elements: [element] }] }],
})

it.each([
  ['a broadcast', { text: 'と<!channel>と' }],
  ['here', { text: '<!here|here>' }],
  ['a mention', section({ type: 'mrkdwn', text: '<@U123>' })],
  ['a channel', section({ type: 'mrkdwn', text: '<#C123|c>' })],
  ['a group', { text: '<!subteam^S1>' }],
  ['a date', { text: '<!date^1^{date}|d>' }],
  ['a link', { text: '<https://example.jp|役所>' }],
  ['a mail link', { text: '<mailto:a@example.jp|a>' }],
  ['a link of another scheme', { text: '<slack://open|開く>' }],
  ['a mention in a comment to a file', { initial_comment: '<@U1>' }],
  ['a field', { blocks: [{ type: 'section', fields: [{ type: 'mrkdwn', text: '<!everyone>' }] }] }],
  ['a view', { view: section({ type: 'mrkdwn', text: '<!channel>' }) }],
  ['an option', { options: [{ text: { type: 'plain_text', text: ':x:' }, value: 'v' }] }],
  ['a mention in rich text', rich({ type: 'user', user_id: 'U1' })],
  ['a broadcast in rich text', rich({ type: 'broadcast', range: 'here' })],
  ['a channel in rich text', rich({ type: 'channel', channel_id: 'C1' })],
  ['a group in rich text', rich({ type: 'usergroup', usergroup_id: 'S1' })],
  ['a link in rich text', rich({ type: 'link', url: 'https://example.jp' })],
  ['a shortcode', section({ type: 'plain_text', text: ':tada:', emoji: true })],
  ['a shortcode where emoji is not said', section({ type: 'plain_text', text: ':+1:' })],
  ['names that become links', { link_names: true }],
  ['text parsed in full', { parse: 'full' }],
])('finds %s', (_, args) => {
  expect(liveControls({ args })).toHaveLength(1)
})

it.each([
  ['escaped text', { text: '&lt;!channel&gt; &lt;@U1&gt;' }],
  ['text with signs', { text: '1 < 2 > 0 @channel #c' }],
  ['plain text', section({ type: 'plain_text', text: '<!channel> <@U1>', emoji: false })],
  ['a shortcode that stays text', section({ type: 'plain_text', text: ':tada:', emoji: false })],
  ['times', section({ type: 'plain_text', text: '10:30 から 11:00' })],
  ['text in rich text', rich({ type: 'text', text: '<!channel> :tada:' })],
  ['metadata', { metadata: { event_type: 'e', event_payload: { type: 'mrkdwn', text: '<!channel>' } } }],
])('finds nothing in %s', (_, args) => {
  expect(liveControls({ args })).toEqual([])
})

it('finds addresses that Slack makes links of, when asked', () => {
  const bare = { type: 'mrkdwn', text: '見て https://example.jp/a' }
  const count = (args: object) => liveControls({ args: { ...args } }, { bareLinks: true }).length

  expect([count(section(bare)), count({ text: bare.text }), liveControls({ args: section(bare) }).length]).toEqual([
    1, 1, 0,
  ])
  expect([
    count(section({ ...bare, verbatim: true })),
    count({ ...section({ type: 'plain_text', text: 'x' }), text: bare.text }),
  ]).toEqual([0, 0])
})
