import { once } from 'node:events'
import { expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { openBoltApp } from './bolt-app.ts'
import { openFakeSlack } from './fake-slack.ts'
import { slackCaller } from './slack-caller.ts'

const modal = {
  type: 'modal' as const,
  callback_id: 'm',
  title: { type: 'plain_text' as const, text: '題' },
  submit: { type: 'plain_text' as const, text: '次' },
  blocks: [{ type: 'divider' as const }],
}

it('notes a thread that is named by one of its replies', async () => {
  await using slack = await openFakeSlack()
  const member = slack.addUser({ name: '佐藤' })
  const { ts: threadTs } = await slack.say(member, 'dm', '質問')
  const { ts: reply } = await slack.say(member, 'dm', '続き', { threadTs })
  const answer = (thread_ts: string) =>
    slackCaller(slack)('chat.postMessage', { channel: member, text: '回答', unfurl_links: false, thread_ts })

  await answer(threadTs)
  const before = [...slack.faults]
  await answer(reply)

  expect(before).toEqual([])
  expect(slack.faults).toEqual([`chat.postMessage: thread_ts ${reply} is a reply, not the beginning of a thread`])
})

it('notes an address of Socket Mode that is used twice', async () => {
  await using slack = await openFakeSlack()
  const { url } = await slackCaller(slack, slack.appToken)('apps.connections.open')
  const connect = () =>
    once(
      new WebSocket(String(url)).on('error', () => {}),
      'message',
    )

  await connect()
  const before = [...slack.faults]
  await connect()

  expect(before).toEqual([])
  expect(slack.faults).toHaveLength(1)
})

it('puts three modals on a stack, not four, and notes one that is opened from within another', async () => {
  await using bolt = await openBoltApp('http', (app) => {
    app.view('m', async ({ ack, body, client }) => {
      if (body.view.private_metadata === 'open') {
        await ack()
        await client.views.open({ trigger_id: 'trigger_id' in body ? body.trigger_id : '', view: modal })
      } else await ack({ response_action: 'push', view: modal })
    })
  })
  const { slack } = bolt
  const [one, other] = [slack.addUser({ name: '佐藤' }), slack.addUser({ name: '鈴木' })]
  const open = (user: string, view: object) =>
    slackCaller(slack)('views.open', { trigger_id: slack.newTrigger(user), view })
  await open(one, modal)
  await open(other, { ...modal, private_metadata: 'open' })

  const outcomes = [await slack.submit(one), await slack.submit(one), await slack.submit(one)]
  const before = [...slack.faults]
  await slack.submit(other)
  await slack.until(() => slack.callsOf('views.open')[2]?.answer)

  expect(outcomes.map(({ outcome }) => outcome)).toEqual(['pushed', 'pushed', 'failed'])
  expect(before).toEqual(['views: a fourth modal on a stack'])
  expect(slack.faults).toHaveLength(2)
})
