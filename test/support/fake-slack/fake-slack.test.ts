import { describe, expect, it } from 'vitest'
import { openBoltApp, receivers } from './bolt-app.ts'

const modal = {
  type: 'modal' as const,
  callback_id: 'opinion',
  title: { type: 'plain_text' as const, text: '意見' },
  submit: { type: 'plain_text' as const, text: '出す' },
  notify_on_close: true,
  blocks: [
    {
      type: 'input' as const,
      block_id: 'text',
      label: { type: 'plain_text' as const, text: '本文' },
      element: { type: 'plain_text_input' as const, action_id: 'text', max_length: 10 },
    },
  ],
}
const button = (action_id: string, text: string) => ({
  type: 'actions' as const,
  elements: [{ type: 'button' as const, action_id, text: { type: 'plain_text' as const, text }, value: 'v' }],
})

describe.each(receivers)('over %s', (receiver) => {
  it('brings a mention to the app once as a mention and once as a message, and its answer into the thread', async () => {
    await using bolt = await openBoltApp(receiver, (app) => {
      app.event('app_mention', async ({ event, client }) => {
        const { channel, ts } = event
        await client.chat.postMessage({ channel, thread_ts: ts, text: `回答：${event.text}`, unfurl_links: false })
      })
    })
    const { slack } = bolt
    const member = slack.addUser({ name: '佐藤' })
    const channel = slack.addChannel({ name: 'kondankai', members: [member] })

    const { ts, delivered } = await slack.say(member, channel, '<No.34> は', { mention: true })

    const [post] = await slack.until(() => slack.posts(channel).length > 0 && slack.posts(channel))
    expect(delivered.map(({ outcome }) => outcome)).toEqual(['acknowledged', 'acknowledged'])
    expect(new Set(delivered.map(({ payload }) => payload.event_id)).size).toBe(2)
    expect(post).toMatchObject({ thread_ts: ts, text: `回答：<@${slack.botUserId}> &lt;No.34&gt; は` })
    expect(slack.faults).toEqual([])
  })

  it('answers a command with its acknowledgement and through its response_url, five times', async () => {
    await using bolt = await openBoltApp(receiver, (app) => {
      app.command('/kondankai', async ({ ack, respond, command }) => {
        await ack(`受付：${command.text}`)
        for (const one of ['1', '2', '3', '4', '5', '6']) await respond(one).catch(() => {})
      })
    })
    const { slack } = bolt
    const member = slack.addUser({ name: '佐藤' })

    const { replies } = await slack.command(member, 'dm', '/kondankai', '質問')

    await slack.until(() => slack.callsOf('response_url')[5]?.answer)
    expect(replies.map(({ text }) => text)).toEqual(['受付：質問', '1', '2', '3', '4', '5'])
    expect(slack.callsOf('response_url')[5]?.answer).toEqual({ ok: false, error: 'used_url' })
  })

  it('opens a modal from a button, holds back what its fields do not allow, and submits the rest', async () => {
    const submitted: unknown[] = []
    await using bolt = await openBoltApp(receiver, (app) => {
      app.event('message', async ({ event, client }) => {
        const blocks = [button('open', '意見を出す')]
        await client.chat.postMessage({ channel: event.channel, text: '意見を出す', blocks, unfurl_links: false })
      })
      app.action('open', async ({ ack, body, client }) => {
        await ack()
        await client.views.open({ trigger_id: 'trigger_id' in body ? body.trigger_id : '', view: modal })
      })
      app.view('opinion', async ({ ack, view }) => {
        submitted.push(view.state.values)
        if (view.state.values.text?.text?.value === '誤り')
          await ack({ response_action: 'errors', errors: { text: '短すぎます' } })
        else await ack()
      })
    })
    const { slack } = bolt
    const member = slack.addUser({ name: '佐藤' })
    await slack.say(member, 'dm', '意見')
    const post = await slack.until(() => slack.posts(member)[0])
    await slack.press(member, { channel: slack.direct(member), ts: post.ts }, '意見を出す')
    await slack.until(() => slack.view(member))

    const empty = await slack.submit(member)
    const long = await slack.submit(member, { 本文: '長'.repeat(11) })
    const wrong = await slack.submit(member, { text: '誤り' })
    const right = await slack.submit(member, { 本文: '賛成' })

    expect([empty, long]).toEqual([
      { outcome: 'blocked', errors: { text: 'required' } },
      { outcome: 'blocked', errors: { text: 'too long' } },
    ])
    expect(wrong).toMatchObject({ outcome: 'errors', errors: { text: '短すぎます' } })
    expect(right.outcome).toBe('closed')
    expect(slack.view(member)).toBeUndefined()
    expect(submitted).toEqual(
      ['誤り', '賛成'].map((value) => ({ text: { text: { type: 'plain_text_input', value } } })),
    )
    expect(slack.faults).toEqual([])
  })
})
