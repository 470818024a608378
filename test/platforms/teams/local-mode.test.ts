import { mkdtempSync, rmSync } from 'node:fs'
import { request } from 'node:http'
import { networkInterfaces, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, it } from 'vitest'
import { openPlatforms } from '../../../src/commands/serve-platforms.ts'
import { readConfig } from '../../../src/config.ts'
import { openFakeTeams } from '../../support/fake-teams/fake-teams.ts'
import { sapporo } from '../../support/record-folder.ts'

const folders: string[] = []
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

/** The bot on a machine where nothing is registered with Teams, and a client there that sends no tokens. */
async function openLocal(env: Readonly<Record<string, string>>, host?: string) {
  const root = mkdtempSync(join(tmpdir(), 'teams-local-'))
  folders.push(root)
  const teams = await openFakeTeams({ anonymous: true, bot: '28:local', retryMs: [] })
  const person = teams.addUser({ name: '佐藤' })
  const office = teams.addTeam({ name: '事務局', members: [person] })
  const usual = {
    TEAMS_SECRETARIAT_CHANNEL: office,
    COMMITTEE_DIR: sapporo,
    STATE_DIR: join(root, 'state'),
    PORT: '0',
    DIGEST_TIME: 'off',
  }
  const read = readConfig({ ...usual, ...env })
  // Whatever the configuration forbids may be lifted by a proxy: who comes is checked besides.
  const config = host === undefined ? read : { ...read, server: { ...read.server, host } }
  const reports: string[] = []
  const served = await openPlatforms(config, { report: (message) => void reports.push(message) })
  teams.connect(`http://127.0.0.1:${served.port}`)
  return {
    ...{ teams, person, office, reports, port: served.port, bot: served.bot },
    /** An activity as a local client writes it. */
    async activity(change: object = {}): Promise<string> {
      const { delivered } = await teams.say(person, 'personal', 'No.34はなぜ×ですか')
      return JSON.stringify({ ...delivered?.activity, id: '1500000000000', ...change })
    },
    async [Symbol.asyncDispose]() {
      await served[Symbol.asyncDispose]()
      await teams[Symbol.asyncDispose]()
    },
  }
}

const slack = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: 'secret', SLACK_API_URL: 'http://127.0.0.1:9/api/' }

it.each([
  ['nothing', {}],
  ['Slack alone', slack],
])('has no endpoint where %s is configured', async (_, env) => {
  await using local = await openLocal(env)

  const answers = await Promise.all([
    local.teams.deliver(await local.activity()),
    local.teams.deliver(await local.activity(), { authorization: `Bearer ${local.teams.issuer.token()}` }),
    local.teams.deliver('{'),
  ])

  expect(answers.map(({ status, body }) => [status, body])).toEqual([
    [404, undefined],
    [404, undefined],
    [404, undefined],
  ])
})

it('answers a client of this machine that has no token', async () => {
  await using local = await openLocal({ TEAMS_LOCAL: '1' })
  const { teams, person } = local
  await teams.say(person, 'personal', 'No.34はなぜ×ですか')

  const [post] = await teams.until(() => teams.posts(person).length > 0 && teams.posts(person))

  expect(teams.read(post ?? expect.unreachable())).toContain('未実施')
})

it('says to the staff by which words they work, as its clients open no dialogs and take no files', async () => {
  await using local = await openLocal({ TEAMS_LOCAL: '1' })
  const { teams, person, office, bot } = local
  const { records } = bot.desk
  const account = `teams:${teams.tenant}:${teams.person(person)?.aadObjectId}`
  const who = { committee: 'sapporo-vision', person: account, conversation: account, place: account }
  const { store } = await bot.desk.sceneOf({ id: 'look', ...who, did: { kind: 'action', name: 'mine' } })
  const holder = { kind: 'staff', id: 'yamada' } as const
  await store.commit([
    records.put('staff', 'yamada', {
      id: 'yamada',
      name: '山田',
      posts: [{ post: '係長', from: '2020-01-01', to: null }],
    }),
    records.put('accounts', account, { account, holder, claimed: null, place: account, language: 'ja', since: 1 }),
  ])
  const answerTo = async (text: string): Promise<string> => {
    const { id } = await teams.say(person, office, text, { mention: true })
    const posts = await teams.until(() => {
      const there = teams.posts(`${office};messageid=${id}`)
      return there.length > 0 && there
    })
    return posts.map(teams.read).join('\n')
  }

  const [menu, ledger] = [await answerTo('メニュー'), await answerTo('ledger --out 受付簿.csv')]

  expect(menu).toContain('「queue list」')
  expect(menu).not.toContain('[')
  expect(ledger).toContain('--out を付けて')
  expect(teams.faults).toEqual([])
})

it('takes an opinion and a question by cards in the chat, as its clients open no dialogs', async () => {
  await using local = await openLocal({ TEAMS_LOCAL: '1' })
  const { teams, person } = local
  const newest = async (said: string) =>
    await teams.until(() => teams.posts(person).findLast((post) => teams.read(post).includes(said)))
  await teams.say(person, 'personal', '意見')
  await teams.press(person, await newest('画面で書く'), '画面で書く')
  const form = await newest('[内容を確認する]')

  const blocked = await teams.press(person, form, '内容を確認する')
  await teams.press(person, form, '内容を確認する', { 本文: '駅前に広場がほしい。' })
  const confirm = await newest('次の内容で提出します。')
  await teams.press(person, confirm, '2 直す')
  await newest('どこをお直しになりますか。')
  await teams.press(person, form, '内容を確認する', { 本文: '駅前に広場と木陰がほしい。', 'field:subject': 'whole' })

  await newest('駅前に広場と木陰がほしい。')
  expect(blocked).toEqual({ outcome: 'blocked', errors: { 'field:text': '御記入ください。' } })
  expect(teams.read(confirm)).toContain('「駅前に広場がほしい。」')
  expect(JSON.stringify(teams.posts(person).map(({ activity }) => activity))).not.toContain('task/fetch')
  expect([...teams.faults, ...local.reports]).toEqual([])
})

it.each([
  ['Host', { host: 'bot.example.jp' }],
  ['Host that begins as ours', { host: '127.0.0.1.example.jp' }],
  ['Host that is called nearly as ours', { host: 'localhost.example.jp:3000' }],
  ['page in a browser', { origin: 'https://example.jp' }],
  ['page without an origin', { origin: 'null' }],
])('refuses a foreign %s', async (_, headers) => {
  await using local = await openLocal({ TEAMS_LOCAL: '1' })
  const { teams } = local
  const activity = await local.activity()
  await teams.until(() => teams.posts(local.person).length === 1)

  const { status } = await teams.deliver(activity, { headers })

  expect(status).toBe(403)
  expect(teams.posts(local.person)).toHaveLength(1)
})

it.each([
  'https://smba.trafficmanager.net/teams/',
  'http://192.0.2.1/teams/',
  'http://127.0.0.1.example.jp/teams/',
  'http://127.0.0.1@example.jp/teams/',
  'http://example.jp/127.0.0.1/',
  'http://169.254.169.254/latest/',
  'file:///etc/passwd',
  '',
  null,
])('refuses the service %j', async (serviceUrl) => {
  await using local = await openLocal({ TEAMS_LOCAL: '1' })
  const { teams } = local
  const activity = await local.activity({ serviceUrl })
  await teams.until(() => teams.posts(local.person).length === 1)

  const { status } = await teams.deliver(activity)

  expect(status).toBe(403)
  expect(teams.posts(local.person)).toHaveLength(1)
})

/** An address of this machine that others reach it at. */
const outside = Object.values(networkInterfaces())
  .flatMap((all) => all ?? [])
  .find(({ family, internal }) => family === 'IPv4' && !internal)?.address

it.skipIf(outside === undefined)('refuses who comes from elsewhere, whatever the Host says', async () => {
  await using local = await openLocal({ TEAMS_LOCAL: '1' }, '0.0.0.0')
  const body = await local.activity()
  const { promise, resolve, reject } = Promise.withResolvers<number | undefined>()
  const headers = { host: '127.0.0.1', 'content-type': 'application/json' }

  request(`http://${outside}:${local.port}/api/messages`, { method: 'POST', headers, localAddress: outside })
    .on('response', (response) => resolve(response.resume().statusCode))
    .on('error', reject)
    .end(body)

  expect(await promise).toBe(403)
})

it.each([
  [{ NODE_ENV: 'production' }, 'NODE_ENV is production'],
  [{ HOST: '0.0.0.0' }, 'leave HOST at 127.0.0.1'],
  [{ HOST: '::' }, 'leave HOST at 127.0.0.1'],
  [{ HOST: '127.0.0.1.example.jp' }, 'leave HOST at 127.0.0.1'],
])('does not begin with %j', async (env, message) => {
  await expect(openLocal({ TEAMS_LOCAL: '1', ...env })).rejects.toThrow(message)
})
