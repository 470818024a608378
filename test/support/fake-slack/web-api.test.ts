import { describe, expect, it } from 'vitest'
import { openFakeSlack } from './fake-slack.ts'
import { slackCaller } from './slack-caller.ts'
import type { Weather } from './world.ts'

const plain = (text: string) => ({ type: 'plain_text', text })
const modal = { type: 'modal', title: plain('題'), blocks: [{ type: 'section', text: plain('本文') }] }
const said = (channel: string, more: object = {}) => ({ channel, text: '回答', unfurl_links: false, ...more })

describe('who calls', () => {
  it.each([
    ['no token of the app', 'xoxb-another', 'auth.test', 'invalid_auth'],
    ['the app token for a bot’s method', 'app', 'auth.test', 'not_allowed_token_type'],
    ['the bot token for Socket Mode', 'bot', 'apps.connections.open', 'not_allowed_token_type'],
    ['a method that the app does not name', 'bot', 'chat.delete', 'unknown_method'],
  ])('refuses %s', async (_, kind, method, error) => {
    await using slack = await openFakeSlack()
    const token = kind === 'app' ? slack.appToken : kind === 'bot' ? slack.botToken : kind

    const answer = await slackCaller(slack, token)(method)

    expect(answer.error).toBe(error)
    expect(slack.faults).toHaveLength(1)
  })

  it('refuses what the scopes do not cover, each kind of history by its own scope', async () => {
    await using slack = await openFakeSlack({ scopes: ['im:history'] })
    const call = slackCaller(slack)
    const channel = slack.addChannel({ name: 'c' })
    const direct = slack.direct(slack.addUser({ name: '佐藤' }))

    const answers = [
      await call('chat.postMessage', said(channel)),
      await call('conversations.history', { channel }),
      await call('conversations.history', { channel: direct }),
    ]

    expect(answers).toMatchObject([
      { error: 'missing_scope', needed: 'chat:write', provided: 'im:history' },
      { error: 'missing_scope', needed: 'channels:history' },
      { ok: true },
    ])
  })
})

describe('posts', () => {
  it('refuses places where the bot cannot post, each with Slack’s word for it', async () => {
    await using slack = await openFakeSlack()
    const call = slackCaller(slack)
    const outside = slack.addChannel({ name: 'outside', bot: false })
    const hidden = slack.addChannel({ name: 'hidden', bot: false, private: true })
    const old = slack.addChannel({ name: 'old' })
    const owners = slack.addChannel({ name: 'owners' })
    slack.room(old).archived = true
    slack.room(owners).restricted = true
    const errors: unknown[] = []

    for (const channel of [outside, hidden, 'C0NOWHERE', old, owners])
      errors.push((await call('chat.postMessage', said(channel))).error)

    expect(errors).toEqual([
      'not_in_channel',
      'channel_not_found',
      'channel_not_found',
      'is_archived',
      'restricted_action',
    ])
    expect(slack.faults).toEqual([])
  })

  it.each([
    ['an empty message', { text: ' ' }, 'no_text'],
    ['40,001 characters', { text: 'a'.repeat(40_001) }, 'invalid_arguments'],
    ['an unknown argument', { colour: 'red' }, 'invalid_arguments'],
    ['an argument of another type', { blocks: 'none' }, 'invalid_arguments'],
    ['a ts that is a number', { thread_ts: 1700000000 }, 'invalid_arguments'],
    ['metadata without its type', { metadata: { event_payload: {} } }, 'invalid_metadata_format'],
  ])('refuses %s', async (_, more, error) => {
    await using slack = await openFakeSlack()
    const channel = slack.addChannel({ name: 'c' })

    const answer = await slackCaller(slack)('chat.postMessage', said(channel, more))

    expect(answer.error).toBe(error)
    expect(slack.faults).toHaveLength(1)
    expect(slack.posts(channel)).toEqual([])
  })

  it.each([
    ['blocks without text', { text: undefined, blocks: [{ type: 'divider' }] }],
    ['a thread that is not there', { thread_ts: '1700000000.000001' }],
    ['links that unfold', { unfurl_links: undefined }],
    ['names that become links', { link_names: true }],
    ['text that is parsed in full', { parse: 'full' }],
  ])('posts %s as Slack does, and notes the fault', async (_, more) => {
    await using slack = await openFakeSlack()
    const channel = slack.addChannel({ name: 'c' })

    const answer = await slackCaller(slack)('chat.postMessage', said(channel, more))

    expect(answer.ok).toBe(true)
    expect(slack.faults).toHaveLength(1)
  })

  it('updates the bot’s own messages, in direct messages by their channel', async () => {
    await using slack = await openFakeSlack()
    const call = slackCaller(slack)
    const member = slack.addUser({ name: '佐藤' })
    const { ts: theirs } = await slack.say(member, 'dm', 'こんにちは')
    const { ts } = await call(
      'chat.postMessage',
      said(member, { metadata: { event_type: 'e', event_payload: { k: 1 } } }),
    )
    const channel = slack.direct(member)

    const answers = [
      await call('chat.update', { channel, ts, text: '新しい回答' }),
      await call('chat.update', { channel: member, ts, text: 'x' }),
      await call('chat.update', { channel, ts: theirs, text: 'x' }),
      await call('chat.update', { channel, ts: '1700000000.000001', text: 'x' }),
    ]

    expect(answers.map(({ error }) => error)).toEqual([
      undefined,
      'channel_not_found',
      'cant_update_message',
      'message_not_found',
    ])
    expect(slack.messages(member)).toMatchObject([
      { text: 'こんにちは' },
      { text: '新しい回答', metadata: { event_type: 'e' } },
    ])
  })

  it('holds a channel to its pace with 429 and Retry-After, and no other channel', async () => {
    await using slack = await openFakeSlack({ pace: { burst: 2, perSecond: 0.01 } })
    const call = slackCaller(slack)
    const [one, other] = [slack.addChannel({ name: 'a' }), slack.addChannel({ name: 'b' })]
    const answers = []

    for (const channel of [one, one, one, other]) answers.push(await call('chat.postMessage', said(channel)))

    expect(answers.map(({ ok }) => ok)).toEqual([true, true, false, true])
    expect(answers[2]?.retryAfter).toBeGreaterThan(90)
    expect(slack.rateLimited).toBe(1)
  })
})

describe('reading', () => {
  it('gives metadata only to who asks, in pages, within the range', async () => {
    await using slack = await openFakeSlack()
    const call = slackCaller(slack)
    const channel = slack.addChannel({ name: 'c' })
    const metadata = (key: number) => ({ event_type: 'post', event_payload: { key } })
    const stamps: string[] = []
    for (const key of [0, 1, 2])
      stamps.push(String((await call('chat.postMessage', said(channel, { metadata: metadata(key) }))).ts))
    await call('chat.postMessage', said(channel, { thread_ts: stamps[0], text: '返信' }))
    const read = async (args: object) =>
      (await call('conversations.history', { channel, ...args })).messages as { ts: string; metadata?: object }[]

    const bare = await read({})
    const full = await read({ include_all_metadata: true, oldest: stamps[0] })
    const inclusive = await read({ oldest: stamps[1], latest: stamps[1], inclusive: true })
    const first = await call('conversations.history', { channel, limit: 2 })
    const rest = await read({ limit: 2, cursor: (first.response_metadata as { next_cursor: string }).next_cursor })
    const thread = await call('conversations.replies', { channel, ts: stamps[0] })
    const none = await call('conversations.replies', { channel, ts: '1700000000.000001' })

    expect(bare.map(({ ts }) => ts)).toEqual(stamps.toReversed())
    expect(bare.some((message) => 'metadata' in message)).toBe(false)
    expect(full.map((one) => one.metadata)).toEqual([metadata(2), metadata(1)])
    expect(inclusive.map(({ ts }) => ts)).toEqual([stamps[1]])
    expect(first).toMatchObject({ has_more: true, messages: [{ ts: stamps[2] }, { ts: stamps[1] }] })
    expect(rest.map(({ ts }) => ts)).toEqual([stamps[0]])
    expect(thread.messages).toMatchObject([{ ts: stamps[0], reply_count: 1 }, { text: '返信' }])
    expect(none.error).toBe('thread_not_found')
    expect(slack.faults).toEqual([])
  })

  it('tells the locale of a person only to who asks, and opens direct messages', async () => {
    await using slack = await openFakeSlack()
    const call = slackCaller(slack)
    const member = slack.addUser({ name: 'Smith', locale: 'en-US', guest: true })

    const bare = await call('users.info', { user: member })
    const asked = await call('users.info', { user: member, include_locale: true })
    const opened = await call('conversations.open', { users: member })

    expect(bare.user).not.toHaveProperty('locale')
    expect(asked.user).toMatchObject({ locale: 'en-US', is_restricted: true })
    expect(opened.channel).toEqual({ id: slack.direct(member) })
    expect((await call('users.info', { user: 'U0NOBODY' })).error).toBe('user_not_found')
  })
})

describe('views', () => {
  it('takes a trigger once, within its time', async () => {
    await using slack = await openFakeSlack()
    await using hasty = await openFakeSlack({ triggerMs: -1 })
    const member = slack.addUser({ name: '佐藤' })
    const call = slackCaller(slack)
    const trigger_id = slack.newTrigger(member)

    const errors = [
      (await call('views.open', { trigger_id, view: modal })).error,
      (await call('views.open', { trigger_id, view: modal })).error,
      (await call('views.open', { trigger_id: 'made up', view: modal })).error,
      (await slackCaller(hasty)('views.open', { trigger_id: hasty.newTrigger('U1'), view: modal })).error,
    ]

    expect(errors).toEqual([undefined, 'exchanged_trigger_id', 'invalid_trigger_id', 'expired_trigger_id'])
    expect(slack.view(member)).toMatchObject({ title: plain('題') })
  })

  it('updates a view by its id or external_id, and only the state that its hash names', async () => {
    await using slack = await openFakeSlack()
    const call = slackCaller(slack)
    const member = slack.addUser({ name: '佐藤' })
    const view = { ...modal, external_id: 'mine' }
    await call('views.open', { trigger_id: slack.newTrigger(member), view })
    const { id: view_id, hash } = slack.view(member) ?? {}

    const errors = [
      (await call('views.update', { view_id, hash, view })).error,
      (await call('views.update', { view_id, hash, view })).error,
      (await call('views.update', { external_id: 'mine', view: { ...view, title: plain('次') } })).error,
      (await call('views.update', { view_id: 'V0', view })).error,
      (await call('views.update', { view })).error,
    ]

    expect(errors).toEqual([undefined, 'hash_conflict', undefined, 'not_found', 'invalid_arguments'])
    expect(slack.view(member)?.title).toEqual(plain('次'))
  })
})

describe('files', () => {
  it('takes a file in three steps, and gives it back only with the token', async () => {
    await using slack = await openFakeSlack()
    const call = slackCaller(slack)
    const channel = slack.addChannel({ name: 'c' })
    const { upload_url, file_id } = await call('files.getUploadURLExternal', { filename: '照会.xlsx', length: 3 })

    const early = await call('files.completeUploadExternal', { files: [{ id: file_id }], channel_id: channel })
    const short = await fetch(String(upload_url), { method: 'POST', body: 'ab' })
    const sent = await fetch(String(upload_url), { method: 'POST', body: 'abc' })
    const done = await call('files.completeUploadExternal', {
      files: [{ id: file_id, title: '照会' }],
      channel_id: channel,
    })
    const info = await call('files.info', { file: file_id })
    const { url_private_download: url } = info.file as { url_private_download: string }
    const stranger = await fetch(url)
    const own = await fetch(url, { headers: { authorization: `Bearer ${slack.botToken}` } })

    expect([early.error, short.status, sent.status, done.ok]).toEqual(['file_not_found', 400, 200, true])
    expect(await stranger.text()).toContain('Sign in')
    expect(await own.text()).toBe('abc')
    expect(slack.posts(channel)[0]?.files).toMatchObject([{ name: '照会.xlsx', title: '照会' }])
    expect(slack.faults).toHaveLength(2)
  })

  it('does not show the bot a file of a channel where it is not', async () => {
    await using slack = await openFakeSlack()
    const member = slack.addUser({ name: '佐藤' })
    const channel = slack.addChannel({ name: 'outside', members: [member], bot: false })
    await slack.dropFile(member, channel, { name: 'a.txt', bytes: Buffer.from('a') })
    const [file] = slack.files.keys()

    const answer = await slackCaller(slack)('files.info', { file })

    expect(answer.error).toBe('file_not_found')
  })
})

describe('status and prompts', () => {
  it('shows a status until the bot answers in the thread', async () => {
    await using slack = await openFakeSlack()
    const call = slackCaller(slack)
    const member = slack.addUser({ name: '佐藤' })
    const { ts: thread_ts } = await slack.say(member, 'dm', '質問')
    const channel_id = slack.direct(member)
    await call('assistant.threads.setStatus', { channel_id, thread_ts, status: '確認しています' })
    const before = slack.status(member, thread_ts)

    await call('chat.postMessage', said(member, { thread_ts }))
    const prompts = [{ title: '質問', message: 'No.34 は' }]
    await call('assistant.threads.setSuggestedPrompts', { channel_id, prompts })
    const five = await call('assistant.threads.setSuggestedPrompts', { channel_id, prompts: Array(5).fill(prompts[0]) })

    expect([before, slack.status(member, thread_ts)]).toEqual(['確認しています', undefined])
    expect(slack.suggestedPrompts(member)).toEqual({ prompts })
    expect(five.error).toBe('invalid_arguments')
  })
})

describe('weather', () => {
  it.each<[string, Weather, string, number]>([
    ['answers 500', { status: 500 }, 'slack_webapi_http_error', 0],
    ['answers 429', { status: 429, retryAfter: 7 }, 'slack_webapi_rate_limited_error', 0],
    ['loses the answer, not the post', 'lost-answer', 'slack_webapi_request_error', 1],
  ])('%s', async (_, weather, error, posts) => {
    await using slack = await openFakeSlack()
    const channel = slack.addChannel({ name: 'c' })
    slack.weather = ({ method }) => (method === 'chat.postMessage' ? weather : 'fine')

    const answer = await slackCaller(slack)('chat.postMessage', said(channel))

    expect(answer.error).toBe(error)
    expect(slack.posts(channel)).toHaveLength(posts)
  })

  it('is late, and hangs until it closes', async () => {
    const slack = await openFakeSlack()
    const channel = slack.addChannel({ name: 'c' })
    slack.weather = ({ args }) => (args.text === 'late' ? { delay: 20 } : 'hang')
    const call = slackCaller(slack)

    const late = await call('chat.postMessage', said(channel, { text: 'late' }))
    const hanging = call('chat.postMessage', said(channel))
    await slack.until(() => slack.calls.length === 2)
    await slack[Symbol.asyncDispose]()

    expect(late.ok).toBe(true)
    expect((await hanging).error).toBe('slack_webapi_request_error')
    expect(slack.posts(channel)).toHaveLength(1)
  })
})
