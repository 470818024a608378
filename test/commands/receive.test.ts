import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it, vi } from 'vitest'
import { putBotRoster } from '../support/bot-roster.ts'
import { JournalFolder } from '../support/journal-folder.ts'
import { runCli } from '../support/run-cli.ts'

// Every test starts processes of its own, several at once.
vi.setConfig({ testTimeout: 60_000 })

const folder = mkdtempSync(join(tmpdir(), 'receive-'))
afterAll(() => rmSync(folder, { recursive: true }))

const team = 'T0KONDANKAI'
const reason = '脱炭素を主とした内容ではなかったため'
const question = 'No.34はなぜ×ですか'

const mention = {
  ...{ type: 'event_callback', team_id: team, event_id: 'Ev1', authorizations: [{ user_id: 'U0BOT' }] },
  event: { type: 'app_mention', user: 'U1', channel: 'C1', ts: '1700000000.000100', text: `<@U0BOT> ${question}` },
}
const command = {
  ...{ command: '/kondankai', text: question, team_id: team, user_id: 'U1', channel_id: 'C1' },
  ...{ trigger_id: '1.2.3', response_url: 'https://hooks.slack.com/commands/T1/2/3' },
}
const shortcut = { type: 'shortcut', team: { id: team }, user: { id: 'U1' }, callback_id: 'opinion', trigger_id: '1.2' }

function saved(name: string, content: unknown): string {
  const path = join(folder, name)
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content))
  return path
}

async function receiveJson(platform: 'slack' | 'teams', name: string, content: unknown) {
  const { code, stdout, stderr } = await runCli(['receive', platform, saved(name, content), '--json'])
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  return JSON.parse(stdout) as { acknowledged: unknown; calls: { method: string; args: Record<string, unknown> }[] }
}

describe.concurrent('receive slack', () => {
  it('prints the post that a mention is answered by', async () => {
    const { calls } = await receiveJson('slack', 'mention.json', mention)

    const posts = calls.filter(({ method }) => method === 'chat.postMessage')
    expect(posts).toHaveLength(1)
    expect(posts[0]?.args).toMatchObject({ channel: 'C1', thread_ts: '1700000000.000100' })
    expect(posts[0]?.args.text).toContain(reason)
    expect(calls.map(({ method }) => method)).not.toContain('conversations.replies')
  })

  it('prints it for people, with the acknowledgement', async () => {
    const { code, stdout } = await runCli(['receive', 'slack', saved('people.json', mention)])

    expect(stdout).toMatch(/^acknowledged with nothing\n/u)
    expect(stdout).toMatch(/\nchat\.postMessage\n\{\n {2}"channel": "C1",\n/u)
    expect(code).toBe(0)
  })

  it('sends nothing to the address that a command is answered at', async () => {
    const { calls } = await receiveJson('slack', 'command.json', command)

    const [answer] = calls.filter(({ method }) => method === 'response_url')
    expect(answer?.args.url).toBe(command.response_url)
    expect(answer?.args.text).toContain(reason)
  })

  it('prints the dialog that a shortcut opens', async () => {
    const { calls } = await receiveJson('slack', 'shortcut.json', shortcut)

    expect(calls.map(({ method }) => method)).toContain('views.open')
  })

  it('says that nothing is called where others speak among themselves', async () => {
    const event = { ...mention.event, type: 'message', channel_type: 'channel', text: 'おはようございます' }
    const { code, stdout } = await runCli(['receive', 'slack', saved('others.json', { ...mention, event })])

    expect(stdout).toBe('acknowledged with nothing\n\nnothing is called\n')
    expect(code).toBe(0)
  })

  it('leaves the run-time data as it was, also where it knows them', async () => {
    using state = new JournalFolder()
    await putBotRoster(state.path)
    const all = () => readdirSync(state.path, { recursive: true, withFileTypes: true })
    const contents = () =>
      all().flatMap((one) => (one.isFile() ? [[one.name, readFileSync(join(one.parentPath, one.name), 'utf8')]] : []))
    const before = contents()

    const { code, stdout, stderr } = await runCli(['receive', 'slack', saved('state.json', command), '--state'], {
      env: { STATE_DIR: state.path },
    })

    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toContain(reason)
    expect(contents()).toEqual(before)
  })

  it.each([
    ['a file that is not there', 'nothing.json', undefined, /nothing\.json cannot be read: there is no such file/u],
    ['what is no JSON', 'text.json', '{"type":', /text\.json is not JSON .*: save the body of one request as JSON/u],
    ['null', 'null.json', 'null', /null\.json holds nothing that the bot acts on/u],
    [
      'an unknown event',
      'unknown.json',
      { ...mention, event: { type: 'reaction_added' } },
      /nothing that the bot acts on/u,
    ],
  ])('says what is wrong with %s', async (_, name, content, says) => {
    const path = content === undefined ? join(folder, name) : saved(name, content)
    const { code, stdout, stderr } = await runCli(['receive', 'slack', path])

    expect(stderr).toMatch(says)
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
  })

  it.each([
    [[]],
    [['slack']],
    [['teams']],
    [['line', 'x.json']],
    [['toString', 'x.json']],
    [['slack', 'x.json', 'y.json']],
  ])('exits 2 and says how it is called: %j', async (words) => {
    const { code, stderr } = await runCli(['receive', ...words])

    expect(stderr).toContain('known are "receive slack FILE.json" and "receive teams FILE.json"')
    expect(code).toBe(2)
  })
})

const service = 'https://smba.trafficmanager.net/jp/00000000-0000-4000-8000-000000000001/'
const bot = { id: '28:00000000-0000-4000-8000-000000000002', name: '懇談会の自動応答' }
const said = {
  ...{ type: 'message', id: '1700000000001', channelId: 'msteams', serviceUrl: service, recipient: bot },
  from: { id: '29:sato', aadObjectId: '00000000-0000-4000-8000-000000000003', name: '佐藤' },
  conversation: { id: 'a:sato', conversationType: 'personal', tenantId: '00000000-0000-4000-8000-000000000004' },
  ...{ text: question, locale: 'ja-JP' },
}
const channel = '19:kondankai@thread.tacv2;messageid=1700000000001'
const mentioned = {
  ...said,
  conversation: { ...said.conversation, id: channel, conversationType: 'channel', isGroup: true },
  text: `<at>${bot.name}</at> ${question}`,
  entities: [{ type: 'mention', mentioned: bot, text: `<at>${bot.name}</at>` }],
}

describe.concurrent('receive teams', () => {
  it.each([
    ['a message alone', 'alone', said, 'a:sato'],
    ['a mention in a channel', 'channel', mentioned, channel],
  ])('prints the post that %s is answered by, as Teams would get it', async (_, name, activity, conversation) => {
    const { acknowledged, calls: all } = await receiveJson('teams', `${name}.json`, activity)

    // On a busy machine it is shown before that the bot is at work.
    const calls = all.filter(({ args }) => args.type === 'message')
    expect(acknowledged).toBeNull()
    expect(calls.map(({ method }) => method)).toEqual([`POST /v3/conversations/${conversation}/activities`])
    expect(calls[0]?.args).toMatchObject({ type: 'message', from: { id: bot.id }, conversation: { id: conversation } })
    expect(JSON.stringify(calls[0]?.args)).toContain(reason)
  })

  it('prints what an invoke is answered with, and posts nothing', async () => {
    const invoke = { ...said, type: 'invoke', name: 'task/fetch', value: { data: { kondankai: { name: 'opinion' } } } }

    const { acknowledged, calls } = await receiveJson('teams', 'invoke.json', invoke)

    expect(acknowledged).toHaveProperty('task')
    expect(calls).toEqual([])
  })

  it('prints it for people, with the acknowledgement', async () => {
    const { code, stdout } = await runCli(['receive', 'teams', saved('teams-people.json', said)])

    expect(stdout).toMatch(/^acknowledged with nothing\n/u)
    expect(stdout).toMatch(/\nPOST \/v3\/conversations\/a:sato\/activities\n\{\n {2}"type": "message",\n/u)
    expect(code).toBe(0)
  })

  it('leaves a registration and a way to log in that are configured alone', async () => {
    const env = {
      ...{ TEAMS_APP_ID: 'ours', TEAMS_APP_PASSWORD: 'open-sesame', TEAMS_TENANT_ID: 'ours' },
      ...{ TEAMS_LOGIN_URL: 'http://127.0.0.1:1/login', TEAMS_OPENID_URL: 'http://127.0.0.1:1/keys' },
    }

    const { code, stdout, stderr } = await runCli(['receive', 'teams', saved('configured.json', said)], { env })

    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toContain(reason)
    expect(stdout).not.toContain('open-sesame')
  })

  it.each([
    ['a reaction', { ...said, type: 'messageReaction' }],
    ['an activity of another channel', { ...said, channelId: 'webchat' }],
    ['a payload of Slack’s', mention],
  ])('says that %s is nothing it acts on', async (name, content) => {
    const { code, stdout, stderr } = await runCli(['receive', 'teams', saved(`not-${name}.json`, content)])

    expect(stderr).toContain('holds nothing that the bot acts on: an activity (type message, invoke,')
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
  })
})
