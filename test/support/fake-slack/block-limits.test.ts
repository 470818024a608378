import { expect, it } from 'vitest'
import { openFakeSlack } from './fake-slack.ts'
import { slackCaller } from './slack-caller.ts'

const plain = (text: string) => ({ type: 'plain_text', text })
const long = (length: number) => '長'.repeat(length)
const option = (value: string, text = value) => ({ text: plain(text), value })
const options = (count: number) => Array.from({ length: count }, (_, at) => option(`v${at}`))
const section = (more: object) => ({ type: 'section', text: { type: 'mrkdwn', text: '本文' }, ...more })
const button = (more: object) => ({ type: 'button', action_id: 'a', text: plain('押す'), ...more })
const actions = (...elements: object[]) => ({ type: 'actions', elements })
const input = (element: object, more: object = {}) => ({ type: 'input', label: plain('欄'), element, ...more })
const rich = (...elements: object[]) => ({ type: 'rich_text', elements: [{ type: 'rich_text_section', elements }] })
const modal = (more: object) => ({
  type: 'modal',
  title: plain('題'),
  submit: plain('出す'),
  blocks: [section({})],
  ...more,
})

const messageCases: readonly [string, object, object][] = [
  [
    'a section of 3,000 characters, not 3,001',
    section({ text: plain(long(3000)) }),
    section({ text: plain(long(3001)) }),
  ],
  ['text in a section', section({}), section({ text: plain('') })],
  ['a section with text or fields', section({}), { type: 'section' }],
  ['10 fields', section({ fields: Array(10).fill(plain('f')) }), section({ fields: Array(11).fill(plain('f')) })],
  ['a field of 2,000', section({ fields: [plain(long(2000))] }), section({ fields: [plain(long(2001))] })],
  ['a header of 150', { type: 'header', text: plain(long(150)) }, { type: 'header', text: plain(long(151)) }],
  [
    'a header in plain text',
    { type: 'header', text: plain('h') },
    { type: 'header', text: { type: 'mrkdwn', text: 'h' } },
  ],
  [
    '10 texts in a context',
    { type: 'context', elements: Array(10).fill(plain('c')) },
    { type: 'context', elements: Array(11).fill(plain('c')) },
  ],
  [
    '25 buttons',
    actions(...Array.from({ length: 25 }, (_, at) => button({ action_id: `a${at}` }))),
    actions(...Array.from({ length: 26 }, (_, at) => button({ action_id: `a${at}` }))),
  ],
  ['button text of 75', actions(button({ text: plain(long(75)) })), actions(button({ text: plain(long(76)) }))],
  ['a button value of 2,000', actions(button({ value: long(2000) })), actions(button({ value: long(2001) }))],
  ['an action_id of 255', actions(button({ action_id: long(255) })), actions(button({ action_id: long(256) }))],
  ['an action_id once in a block', actions(button({}), button({ action_id: 'b' })), actions(button({}), button({}))],
  ['a block_id of 255', section({ block_id: long(255) }), section({ block_id: long(256) })],
  ['button styles', actions(button({ style: 'danger' })), actions(button({ style: 'default' }))],
  [
    '100 options',
    actions({ type: 'static_select', options: options(100) }),
    actions({ type: 'static_select', options: options(101) }),
  ],
  [
    'options in a static select',
    actions({ type: 'static_select', options: options(1) }),
    actions({ type: 'static_select' }),
  ],
  [
    'an option text of 75',
    actions({ type: 'static_select', options: [option('v', long(75))] }),
    actions({ type: 'static_select', options: [option('v', long(76))] }),
  ],
  [
    'an option value of 150',
    actions({ type: 'static_select', options: [option(long(150), 't')] }),
    actions({ type: 'static_select', options: [option(long(151), 't')] }),
  ],
  [
    'option values that differ',
    actions({ type: 'static_select', options: options(2) }),
    actions({ type: 'static_select', options: [option('v'), option('v')] }),
  ],
  [
    'an initial option of the list',
    actions({ type: 'static_select', options: options(2), initial_option: option('v1') }),
    actions({ type: 'static_select', options: options(2), initial_option: option('v2') }),
  ],
  [
    'a placeholder of 150',
    actions({ type: 'external_select', placeholder: plain(long(150)) }),
    actions({ type: 'external_select', placeholder: plain(long(151)) }),
  ],
  [
    '5 items of an overflow',
    actions({ type: 'overflow', options: options(5) }),
    actions({ type: 'overflow', options: options(6) }),
  ],
  [
    '10 radio buttons',
    actions({ type: 'radio_buttons', options: options(10) }),
    actions({ type: 'radio_buttons', options: options(11) }),
  ],
  [
    '10 checkboxes',
    actions({ type: 'checkboxes', options: options(10) }),
    actions({ type: 'checkboxes', options: options(11) }),
  ],
  [
    'a date',
    actions({ type: 'datepicker', initial_date: '2026-11-24' }),
    actions({ type: 'datepicker', initial_date: '2026-11-31' }),
  ],
  ['no inputs in a row of actions', actions(button({})), actions({ type: 'plain_text_input' })],
  [
    'rich text of known elements',
    rich({ type: 'text', text: 't' }, { type: 'link', url: 'https://example.jp' }),
    rich({ type: 'image', url: 'https://example.jp' }),
  ],
  ['rich text that is not empty', rich({ type: 'text', text: 't' }), rich({ type: 'text', text: '' })],
  [
    'blocks that the app uses',
    { type: 'divider' },
    { type: 'image', image_url: 'https://example.jp/a.png', alt_text: 'a' },
  ],
  ['fields that Slack knows', section({ expand: true }), section({ colour: 'red' })],
]

it.each(messageCases)('takes %s in a message, and refuses the other', async (_, good, bad) => {
  await using slack = await openFakeSlack()
  const call = slackCaller(slack)
  const channel = slack.addChannel({ name: 'c' })
  const message = (block: object) => ({ channel, text: '要約', unfurl_links: false, blocks: [block] })

  const taken = await call('chat.postMessage', message(good))
  const faultsBefore = [...slack.faults]
  const refused = await call('chat.postMessage', message(bad))

  expect(taken).toMatchObject({ ok: true })
  expect(faultsBefore).toEqual([])
  expect(refused).toMatchObject({ ok: false, error: 'invalid_blocks' })
  expect(slack.faults).toHaveLength(1)
  expect(slack.posts(channel)).toHaveLength(1)
})

it('takes 50 blocks in a message and 100 in a modal, with block_ids that differ', async () => {
  await using slack = await openFakeSlack()
  const call = slackCaller(slack)
  const member = slack.addUser({ name: '佐藤' })
  const many = (count: number) => Array.from({ length: count }, (_, at) => section({ block_id: `b${at}` }))
  const post = (blocks: object[]) =>
    call('chat.postMessage', { channel: member, text: '要約', unfurl_links: false, blocks })
  const publish = (blocks: object[]) => call('views.publish', { user_id: member, view: { type: 'home', blocks } })

  const answers = [await post(many(50)), await publish(many(100))]
  const refused = [await post(many(51)), await publish(many(101)), await post([...many(1), ...many(1)])]

  expect(answers.map(({ ok }) => ok)).toEqual([true, true])
  expect(refused.map(({ error }) => error)).toEqual(['invalid_blocks', 'invalid_arguments', 'invalid_blocks'])
  expect(slack.faults).toHaveLength(3)
})

const field = { type: 'plain_text_input', action_id: 'a' }
const modalCases: readonly [string, object, object][] = [
  ['a title of 24', { title: plain(long(24)) }, { title: plain(long(25)) }],
  ['a submit of 24', { submit: plain(long(24)) }, { submit: plain(long(25)) }],
  ['a close of 24', { close: plain(long(24)) }, { close: plain(long(25)) }],
  ['private_metadata of 3,000', { private_metadata: long(3000) }, { private_metadata: long(3001) }],
  ['a callback_id of 255', { callback_id: long(255) }, { callback_id: long(256) }],
  [
    'a field of 3,000',
    { blocks: [input({ ...field, max_length: 3000 })] },
    { blocks: [input({ ...field, max_length: 3001 })] },
  ],
  [
    'an initial value that fits',
    { blocks: [input({ ...field, max_length: 5, initial_value: long(5) })] },
    { blocks: [input({ ...field, max_length: 5, initial_value: long(6) })] },
  ],
  [
    'min below max',
    { blocks: [input({ ...field, min_length: 2, max_length: 2 })] },
    { blocks: [input({ ...field, min_length: 3, max_length: 2 })] },
  ],
  [
    'a label of 2,000',
    { blocks: [input(field, { label: plain(long(2000)) })] },
    { blocks: [input(field, { label: plain(long(2001)) })] },
  ],
  [
    'a hint of 2,000',
    { blocks: [input(field, { hint: plain(long(2000)) })] },
    { blocks: [input(field, { hint: plain(long(2001)) })] },
  ],
  ['submit where there are inputs', { blocks: [input(field)] }, { submit: undefined, blocks: [input(field)] }],
  [
    '10 files',
    { blocks: [input({ type: 'file_input', max_files: 10 })] },
    { blocks: [input({ type: 'file_input', max_files: 11 })] },
  ],
  [
    'one focus',
    { blocks: [input({ ...field, focus_on_load: true })] },
    { blocks: [input({ ...field, focus_on_load: true }), input({ ...field, focus_on_load: true })] },
  ],
  ['no button as an input', { blocks: [input(field)] }, { blocks: [input(button({}))] }],
  ['a modal, not a home', {}, { type: 'home' }],
]

it.each(modalCases)('takes %s in a modal, and refuses the other', async (_, good, bad) => {
  await using slack = await openFakeSlack()
  const call = slackCaller(slack)
  const member = slack.addUser({ name: '佐藤' })
  const trigger = () => slack.newTrigger(member)

  const taken = await call('views.open', { trigger_id: trigger(), view: modal(good) })
  const faultsBefore = [...slack.faults]
  const refused = await call('views.open', { trigger_id: trigger(), view: modal(bad) })

  expect(taken).toMatchObject({ ok: true })
  expect(faultsBefore).toEqual([])
  expect(refused).toMatchObject({ ok: false, error: 'invalid_arguments' })
  expect(slack.faults).toHaveLength(1)
})

it('refuses a file input outside of a modal', async () => {
  await using slack = await openFakeSlack()
  const member = slack.addUser({ name: '佐藤' })
  const view = { type: 'home', blocks: [input({ type: 'file_input' })] }

  const answer = await slackCaller(slack)('views.publish', { user_id: member, view })

  expect(answer.error).toBe('invalid_arguments')
  expect(slack.faults.join()).toContain('file_input')
})
