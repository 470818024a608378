import type { App } from '@slack/bolt'
import { describe, expect, it } from 'vitest'
import { openBoltApp, receivers } from './bolt-app.ts'

const plain = (text: string) => ({ type: 'plain_text' as const, text })
const input = (block_id: string, label: string, element: object, more: object = {}) => ({
  type: 'input' as const,
  block_id,
  label: plain(label),
  element,
  ...more,
})
const option = (value: string, text: string) => ({ text: plain(text), value })
const form = {
  type: 'modal' as const,
  callback_id: 'form',
  private_metadata: 'of the app',
  title: plain('題'),
  submit: plain('出す'),
  notify_on_close: true,
  blocks: [
    input('text', '本文', { type: 'plain_text_input', action_id: 'text', min_length: 2, max_length: 10 }),
    input('item', '議題', { type: 'external_select', action_id: 'item' }, { optional: true }),
    input(
      'name',
      '氏名',
      { type: 'radio_buttons', action_id: 'name', options: [option('y', '載せる'), option('n', '載せない')] },
      { optional: true },
    ),
    input(
      'kinds',
      '種類',
      { type: 'checkboxes', action_id: 'kinds', options: [option('a', 'A'), option('b', 'B')] },
      { optional: true },
    ),
    input('day', '期日', { type: 'datepicker', action_id: 'day' }, { optional: true }),
    input('files', '資料', { type: 'file_input', action_id: 'files', max_files: 1 }, { optional: true }),
    {
      type: 'actions' as const,
      block_id: 'more',
      elements: [{ type: 'button' as const, action_id: 'more', text: plain('追加') }],
    },
  ],
} as never

/** An app that opens the form on its shortcut, and keeps what comes. */
function formApp(came: { kind: string; body: Record<string, unknown> }[], answer?: object) {
  return (app: App) => {
    const keep = (kind: string, body: unknown) => void came.push({ kind, body: body as Record<string, unknown> })
    app.shortcut('open', async ({ ack, shortcut, client }) => {
      await ack()
      keep(shortcut.type, shortcut)
      await client.views.open({ trigger_id: shortcut.trigger_id, view: form })
    })
    app.options('item', async ({ ack, options }) => {
      keep(options.type, options)
      await ack({ options: [option('i1', `議題 ${options.value}`)] })
    })
    app.action(/.*/, async ({ ack, body }) => {
      await ack()
      keep(body.type, body)
    })
    app.view('form', async ({ ack, body }) => {
      keep(body.type, body)
      await ack(answer as never)
    })
    app.view({ callback_id: 'form', type: 'view_closed' }, async ({ ack, body }) => {
      await ack()
      keep(body.type, body)
    })
    app.event('app_home_opened', async ({ event, client }) => {
      keep(event.tab ?? '', event)
      if (event.tab === 'home')
        await client.views.publish({ user_id: event.user, view: { type: 'home', blocks: [{ type: 'divider' }] } })
    })
  }
}

describe.each(receivers)('over %s', (receiver) => {
  it('sends the values of every kind of field, once what they need is there', async () => {
    const came: { kind: string; body: Record<string, unknown> }[] = []
    await using bolt = await openBoltApp(receiver, formApp(came))
    const { slack } = bolt
    const member = slack.addUser({ name: '佐藤' })
    await slack.shortcut(member, 'open')
    await slack.until(() => slack.view(member))

    const short = await slack.submit(member, { text: '賛' })
    const { options } = await slack.options(member, 'item', '34')
    const sent = await slack.submit(member, {
      本文: '賛成です',
      item: '議題 34',
      氏名: '載せない',
      kinds: ['a', 'B'],
      期日: '2026-12-01',
      files: [{ name: 'a.txt', bytes: Buffer.from('a') }],
    })

    expect(short).toMatchObject({ outcome: 'blocked', errors: { text: 'too short' } })
    expect(options).toEqual([option('i1', '議題 34')])
    expect(sent.outcome).toBe('closed')
    const view = came.at(-1)?.body.view as { private_metadata: string; state: { values: object } }
    expect(view.private_metadata).toBe('of the app')
    expect(view.state.values).toMatchObject({
      text: { text: { type: 'plain_text_input', value: '賛成です' } },
      item: { item: { type: 'external_select', selected_option: option('i1', '議題 34') } },
      name: { name: { type: 'radio_buttons', selected_option: option('n', '載せない') } },
      kinds: { kinds: { type: 'checkboxes', selected_options: [{ value: 'a' }, { value: 'b' }] } },
      day: { day: { type: 'datepicker', selected_date: '2026-12-01' } },
      files: { files: { type: 'file_input', files: [{ name: 'a.txt', size: 1 }] } },
    })
    expect(slack.faults).toEqual([])
  })

  it('lets nobody choose what is not offered, nor fill in what is not there', async () => {
    await using bolt = await openBoltApp(receiver, formApp([]))
    const { slack } = bolt
    const member = slack.addUser({ name: '佐藤' })
    await slack.shortcut(member, 'open')
    await slack.until(() => slack.view(member))

    expect(() => slack.fill(member, { item: '議題 1' })).toThrow('does not offer')
    expect(() => slack.fill(member, { 名前: 'x' })).toThrow('no field')
    await expect(slack.press(member, 'view', '送る')).rejects.toThrow('only: text, item')
  })

  it('presses in a modal with what was entered so far, and tells that it was closed without it', async () => {
    const came: { kind: string; body: Record<string, unknown> }[] = []
    await using bolt = await openBoltApp(receiver, formApp(came))
    const { slack } = bolt
    const member = slack.addUser({ name: '佐藤' })
    await slack.shortcut(member, 'open')
    await slack.until(() => slack.view(member))
    slack.fill(member, { text: '途中' })

    await slack.press(member, 'view', '追加')
    await slack.close(member)

    const [press, closed] = came.slice(-2) as {
      kind: string
      body: { view: { state: object }; is_cleared?: boolean }
    }[]
    expect(press?.kind).toBe('block_actions')
    expect(press?.body).toMatchObject({
      view: { state: { values: { text: { text: { value: '途中' } } } } },
      actions: [{ action_id: 'more', block_id: 'more', action_ts: expect.any(String) }],
      container: { type: 'view' },
    })
    expect(press?.body).not.toHaveProperty('response_url')
    expect(closed).toMatchObject({ kind: 'view_closed', body: { is_cleared: false, view: { state: { values: {} } } } })
    expect(slack.view(member)).toBeUndefined()
  })

  it.each([
    ['keeps the modal and its errors', { response_action: 'errors', errors: { text: '違います' } }, 'errors', 0],
    ['notes errors for what is no field', { response_action: 'errors', errors: { nowhere: '違います' } }, 'errors', 1],
    ['puts another modal on top', { response_action: 'push', view: form }, 'pushed', 0],
    ['clears the stack', { response_action: 'clear' }, 'cleared', 0],
    [
      'refuses a modal that Slack refuses',
      { response_action: 'update', view: { ...(form as object), title: plain('長'.repeat(25)) } },
      'failed',
      1,
    ],
    ['refuses an action that Slack does not know', { response_action: 'close' }, 'failed', 1],
  ])('%s', async (_, answer, outcome, faults) => {
    await using bolt = await openBoltApp(receiver, formApp([], answer))
    const { slack } = bolt
    const member = slack.addUser({ name: '佐藤' })
    await slack.shortcut(member, 'open')
    await slack.until(() => slack.view(member))

    const sent = await slack.submit(member, { text: '賛成' })

    expect(sent.outcome).toBe(outcome)
    expect(slack.faults).toHaveLength(faults)
    expect(slack.views(member)).toHaveLength({ errors: 1, pushed: 2, cleared: 0, failed: 1 }[outcome] ?? -1)
  })

  it('updates a modal in place, keeping what was entered in the fields that stay', async () => {
    const blocks = [input('text', '本文', { type: 'plain_text_input', action_id: 'text', initial_value: '新' })]
    const answer = { response_action: 'update', view: { ...(form as object), blocks } }
    await using bolt = await openBoltApp(receiver, formApp([], answer))
    const { slack } = bolt
    const member = slack.addUser({ name: '佐藤' })
    await slack.shortcut(member, 'open')
    await slack.until(() => slack.view(member))

    await slack.submit(member, { text: '賛成' })

    expect(slack.view(member)?.state).toEqual({ text: { text: { type: 'plain_text_input', value: '賛成' } } })
  })

  it('opens the Home with the view that was published, and the messages without', async () => {
    const came: { kind: string; body: Record<string, unknown> }[] = []
    await using bolt = await openBoltApp(receiver, formApp(came))
    const { slack } = bolt
    const member = slack.addUser({ name: '佐藤' })

    await slack.openHome(member)
    await slack.until(() => slack.home(member))
    await slack.openHome(member, 'messages')
    await slack.openHome(member)
    await slack.until(() => came.length === 3)

    expect(came.map(({ kind, body }) => [kind, 'view' in body])).toEqual([
      ['home', false],
      ['messages', false],
      ['home', true],
    ])
  })

  it('brings a shortcut on a message, a file, and a thread with what they are about', async () => {
    const came: Record<string, unknown>[] = []
    await using bolt = await openBoltApp(receiver, (app) => {
      app.shortcut('take', async ({ ack, body }) => {
        await ack()
        came.push(body as never)
      })
      app.event('message', async ({ event }) => void came.push(event as never))
    })
    const { slack } = bolt
    const member = slack.addUser({ name: '佐藤' })
    const channel = slack.addChannel({ name: 'office', private: true, members: [member] })
    const outside = slack.addChannel({ name: 'outside', members: [member], bot: false })

    const { ts } = await slack.say(member, channel, '意見です')
    await slack.dropFile(member, channel, { name: '回答.docx', bytes: Buffer.from('docx'), threadTs: ts })
    await slack.messageShortcut(member, 'take', channel, ts)
    const unheard = await slack.say(member, outside, '聞こえません', { mention: true })
    await slack.until(() => came.length === 3)

    expect(came).toMatchObject([
      { type: 'message', channel_type: 'group', text: '意見です' },
      { subtype: 'file_share', thread_ts: ts, files: [{ name: '回答.docx' }] },
      { type: 'message_action', message: { text: '意見です', user: member }, channel: { id: channel } },
    ])
    expect(unheard.delivered).toEqual([])
  })

  it('notes options that Slack would not show', async () => {
    const many = Array.from({ length: 101 }, (_, at) => option(`v${at}`, 't'))
    await using bolt = await openBoltApp(receiver, (app) => {
      app.shortcut('open', async ({ ack, body, client }) => {
        await ack()
        await client.views.open({ trigger_id: body.trigger_id, view: form })
      })
      app.options('item', async ({ ack }) => ack({ options: many }))
    })
    const { slack } = bolt
    const member = slack.addUser({ name: '佐藤' })
    await slack.shortcut(member, 'open')
    await slack.until(() => slack.view(member))

    const { options } = await slack.options(member, 'item', '')

    expect(options).toEqual([])
    expect(slack.faults).toHaveLength(1)
  })

  it('replaces and deletes the message that a button stands in through its response_url', async () => {
    await using bolt = await openBoltApp(receiver, (app) => {
      app.action('a', async ({ ack, respond, action }) => {
        await ack()
        await respond(
          'value' in action && action.value === 'gone'
            ? { delete_original: true }
            : { replace_original: true, text: '済み' },
        )
      })
      app.command('/kondankai', async ({ ack, command }) => {
        const elements = ['done', 'gone'].map((value) => ({
          type: 'button' as const,
          action_id: 'a',
          value,
          text: plain(value),
        }))
        const blocks = elements.map((element) => ({ type: 'actions' as const, elements: [element] }))
        await ack({ text: '選択', blocks, response_type: command.text === 'open' ? 'in_channel' : 'ephemeral' })
      })
    })
    const { slack } = bolt
    const member = slack.addUser({ name: '佐藤' })
    const channel = slack.addChannel({ name: 'c', members: [member] })
    await slack.command(member, channel, '/kondankai', 'open')
    const { replies } = await slack.command(member, channel, '/kondankai')
    const [open] = slack.posts(channel)

    await slack.press(member, { channel, ts: open?.ts ?? '' }, 'done')
    await slack.press(member, { channel, ts: replies[0]?.ts ?? '' }, 'gone')
    await slack.until(() => slack.callsOf('response_url').filter(({ answer }) => answer).length === 2)

    expect(slack.posts(channel)).toMatchObject([{ text: '済み' }])
    expect(slack.ephemerals).toMatchObject([{ deleted: true }])
    expect(slack.faults).toEqual([])
  })
})
