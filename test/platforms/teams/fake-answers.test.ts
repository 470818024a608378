import { expect, it } from 'vitest'
import { openCloudAdapterApp } from '../../support/fake-teams/cloud-adapter-app.ts'

const block = (text: string) => ({ type: 'TextBlock', text, wrap: true })
const content = (more: object = {}) => ({ type: 'AdaptiveCard', version: '1.5', body: [block('意見')], ...more })
const attached = (card: object) => ({ contentType: 'application/vnd.microsoft.card.adaptive', content: card })
const dialog = (card: object, more: object = {}) => ({
  task: { type: 'continue', value: { title: '意見', card: attached(card), ...more } },
})
const shown = (value: unknown, more: object = {}) => ({
  statusCode: 200,
  type: 'application/vnd.microsoft.card.adaptive',
  value,
  ...more,
})
const open = { type: 'Action.Submit', title: '開く', data: { msteams: { type: 'task/fetch' } } }
const run = { type: 'Action.Execute', title: '更新', verb: 'renew' }
const submit = { type: 'Action.Submit', title: '出す' }

/** An app that posts a card with a dialog and an Execute, and answers every invoke with what is given. */
async function openAnswering(answer: { readonly status?: number; readonly body?: unknown }) {
  const app = await openCloudAdapterApp(async (context) => {
    if (context.activity.type === 'message') {
      const card = content({ actions: [open, run] })
      await context.sendActivity({ type: 'message', text: '意見', attachments: [attached(card)] })
    } else await context.sendActivity({ type: 'invokeResponse', value: { status: 200, ...answer } })
  })
  const { teams } = app
  const member = teams.addUser({ name: '佐藤' })
  await teams.say(member, 'personal', '始め')
  const [post] = teams.posts(member)
  if (post === undefined) throw new Error(teams.faults.join())
  return { teams, member, post, [Symbol.asyncDispose]: () => app[Symbol.asyncDispose]() }
}

it.each<[string, { status?: number; body?: unknown }]>([
  ['an empty answer', {}],
  ['an error', { status: 500, body: dialog(content()) }],
  ['a card without a dialog', { body: content() }],
  ['an unknown kind', { body: { task: { type: 'open', value: {} } } }],
  ['an unknown size', { body: dialog(content(), { height: 'huge' }) }],
  ['an address', { body: { task: { type: 'continue', value: { title: '意見', url: 'https://example.jp' } } } }],
  ['a bad card', { body: dialog({ ...content(), version: '9' }) }],
  ['an Execute', { body: dialog(content({ actions: [run] })) }],
  ['a dialog within', { body: dialog(content({ actions: [open] })) }],
  ['a large card', { body: dialog(content({ body: [block('長'.repeat(14_400))] })) }],
])('opens no dialog with %s', async (_, answer) => {
  await using app = await openAnswering(answer)
  const { teams, member, post } = app

  const { outcome } = await teams.openDialog(member, post, '開く')

  expect([outcome, teams.dialog(member), teams.faults.length > 0]).toEqual(['failed', undefined, true])
})

it.each<[string, { status?: number; body?: unknown }, string, number]>([
  ['a card', { body: shown(content()) }, 'card', 0],
  [
    'a message',
    { body: { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: '済み' } },
    'message',
    0,
  ],
  [
    'an error',
    { body: { statusCode: 403, type: 'application/vnd.microsoft.error', value: { code: 'no', message: '不可' } } },
    'error',
    0,
  ],
  ['nothing', {}, 'failed', 1],
  ['a status of HTTP', { status: 403, body: shown(content()) }, 'failed', 1],
  ['another kind', { body: shown(content(), { type: 'application/json' }) }, 'failed', 1],
  ['another status', { body: shown(content(), { statusCode: 201 }) }, 'failed', 1],
  ['a bad card', { body: shown({ ...content(), body: [] }) }, 'failed', 1],
])('reads the answer to an Execute: %s', async (_, answer, outcome, faults) => {
  await using app = await openAnswering(answer)
  const { teams, member, post } = app

  expect([(await teams.press(member, post, '更新')).outcome, teams.faults.length]).toEqual([outcome, faults])
})

it.each([
  ['nothing', undefined, 'closed'],
  ['an empty object', {}, 'closed'],
  ['words', { task: { type: 'message', value: '済み' } }, 'message'],
  ['another card', dialog(content()), 'dialog'],
  ['a card alone', content(), 'failed'],
])('after a submit with %s', async (_, body, outcome) => {
  const answer: { body?: unknown } = { body: dialog(content({ actions: [submit] })) }
  await using app = await openAnswering(answer)
  const { teams, member, post } = app
  await teams.openDialog(member, post, '開く')

  answer.body = body
  const done = await teams.submit(member)

  expect([done.outcome, teams.dialog(member) !== undefined]).toEqual([
    outcome,
    outcome === 'dialog' || outcome === 'failed',
  ])
})

it('renews a card only for those whom it names', async () => {
  await using app = await openCloudAdapterApp(async (context) => {
    if (context.activity.type === 'invoke') {
      await context.sendActivity({ type: 'invokeResponse', value: { status: 200, body: shown(content()) } })
      return
    }
    const { title: _, ...action } = run
    const card = content({ refresh: { action, userIds: [context.activity.from.id] } })
    await context.sendActivity({ type: 'message', text: '意見', attachments: [attached(card)] })
  })
  const { teams } = app
  const [first, second] = [teams.addUser({ name: '佐藤' }), teams.addUser({ name: '鈴木' })]
  const group = teams.addGroupChat({ members: [first, second] })
  await teams.say(first, group, '始め', { mention: true })
  const [post] = teams.posts(group)
  if (post === undefined) throw new Error(teams.faults.join())

  const outcomes = [await teams.refresh(first, post), await teams.refresh(second, post)]

  expect(outcomes.map((one) => one?.outcome)).toEqual(['card', undefined])
})

it('brings what somebody judged of an answer, and nothing where the bot did not ask', async () => {
  const heard: unknown[] = []
  await using app = await openCloudAdapterApp(async (context) => {
    if (context.activity.name === 'message/submitAction') heard.push(context.activity.value)
    else
      await context.sendActivity({ type: 'message', text: '回答', channelData: { feedbackLoop: { type: 'default' } } })
  })
  const { teams } = app
  const member = teams.addUser({ name: '佐藤' })
  await teams.say(member, 'personal', '質問')
  const [asked, answer] = teams.messages(member)
  if (asked === undefined || answer === undefined) throw new Error(teams.faults.join())

  await teams.judge(member, answer, 'dislike', '古い')

  expect(heard).toEqual([
    { actionName: 'feedback', actionValue: { reaction: 'dislike', feedback: '{"feedbackText":"古い"}' } },
  ])
  await expect(teams.judge(member, asked, 'like')).rejects.toThrow('asks for no judgement')
})
