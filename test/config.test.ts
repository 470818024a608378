import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { inspect } from 'node:util'
import { describe, expect, it } from 'vitest'
import { readConfig, variableNames } from '../src/config.ts'

const lines = readFileSync(join(import.meta.dirname, '../.env.example'), 'utf8').split('\n')
const assignment = /^(?:# ?)?([A-Z][A-Z0-9_]*)=/u

describe('.env.example', () => {
  it('has every variable that is read, once, and no other', () => {
    const named = lines.flatMap((line) => assignment.exec(line)?.[1] ?? [])

    expect(named.toSorted()).toEqual([...variableNames].sort())
  })

  it.each([...variableNames])('says in a sentence before %s what it is', (name) => {
    const at = lines.findIndex((line) => assignment.exec(line)?.[1] === name)
    const block = lines.slice(0, at).reverse()
    const comment = block.slice(
      0,
      block.findIndex((line) => !line.startsWith('# ') || assignment.test(line)),
    )

    expect(comment.reverse().join('\n')).toMatch(/^# \S[\s\S]{10,}[.。]$/u)
  })

  it('gives each variable the value that it has without one', () => {
    const values = Object.fromEntries(
      lines
        .filter((line) => /^[A-Z]/u.test(line))
        .map((line) => [line.split('=')[0], line.slice(line.indexOf('=') + 1)]),
    )

    expect(readConfig(values)).toEqual(readConfig({}))
  })
})

const defaults = {
  committeeDir: 'data/sapporo-vision',
  stateDir: 'data/state',
  mail: { from: 'kondankai-bot@localhost', folder: 'data/state/mail', smtp: null },
  digest: { time: '09:00', mail: null },
  retentionYears: null,
  slack: null,
  teams: null,
  model: null,
  server: { port: 3000, host: '127.0.0.1' },
}

describe('the configuration', () => {
  it.each([[{}], [{ COMMITTEE_DIR: '', STATE_DIR: '' }], [{ COMMITTEE_DIR: undefined }]])(
    'takes %j as not set',
    (env) => {
      expect(readConfig(env)).toEqual(defaults)
    },
  )

  it('is read from the environment that it is given, and leaves other variables alone', () => {
    const env = { COMMITTEE_DIR: '/srv/committee', STATE_DIR: '/srv/state', PATH: '/bin', EMPTY: '' }

    expect(readConfig(env)).toEqual({
      ...defaults,
      committeeDir: '/srv/committee',
      stateDir: '/srv/state',
      mail: { ...defaults.mail, folder: '/srv/state/mail' },
    })
  })
})

describe('the configuration of mail', () => {
  const from = 'office@example.jp'
  const smtp = 'smtp://bot:p%40ss@mail.example.jp:587'

  it.each([
    [{ MAIL_FROM: from }, { from, folder: 'data/state/mail', smtp: null }],
    [{ MAIL_FOLDER: '/srv/mail' }, { from: 'kondankai-bot@localhost', folder: '/srv/mail', smtp: null }],
    [
      { MAIL_FROM: from, SMTP_URL: smtp },
      { from, folder: null, smtp },
    ],
    [
      { MAIL_FROM: from, SMTP_URL: smtp, MAIL_FOLDER: '/srv/mail' },
      { from, folder: '/srv/mail', smtp },
    ],
  ])('of %j is a folder, unless there is a server', (env, mail) => {
    expect(readConfig(env).mail).toEqual(mail)
  })

  it.each([
    'smtp://localhost',
    'smtp://localhost:25/',
    'smtps://mail.example.jp',
    'smtps://b%40t:p%3A%2F%3F%23ss@mail.example.jp:465',
    'smtp://[::1]:2525',
  ])('takes %s for a mail server', (url) => {
    expect(readConfig({ MAIL_FROM: from, SMTP_URL: url }).mail.smtp).toBe(url)
  })

  it.each([
    'http://bot:geheim@mail.example.jp',
    'mail.example.jp:587',
    'smtp://bot:geheim@',
    'smtp://bot:geheim@mail.example.jp:port',
    'smtp://bot:geheim@mail.example.jp:99999',
    'smtp://bot:ge#heim@mail.example.jp',
    'smtp://bot:ge/heim@mail.example.jp',
    'smtp://bot:geheim%@mail.example.jp',
    'smtp://bot@mail.example.jp',
    'smtp://:geheim@mail.example.jp',
    'smtp://bot:geheim@mail.example.jp?requireTLS=false',
    'smtp://bot:geheim@mail.example.jp/path',
    'smtp://bot:geheim@mail.example.jp#part',
    'smtp:',
    'geheim',
  ])('does not take %s, and says how one is written without repeating it', (url) => {
    const read = () => readConfig({ MAIL_FROM: from, SMTP_URL: url })

    expect(read).toThrow(/write smtp:\/\/user:password@host:587[\s\S]*at SMTP_URL/u)
    expect(faultOf(read)).not.toMatch(/geheim|heim@|mail\.example/u)
  })

  it.each([
    'office',
    'office@example.jp, other@example.jp',
    '事務局 <office@example.jp>',
    'a@example.jp\r\nBcc: b@c.jp',
  ])('does not take %j for an address, and says what one looks like', (address) => {
    expect(() => readConfig({ MAIL_FROM: address })).toThrow(/write the address alone[\s\S]*at MAIL_FROM/u)
  })

  it('asks for the sender where there is a server, without naming its password', () => {
    const read = () => readConfig({ SMTP_URL: 'smtp://bot:geheim@mail.example.jp' })

    expect(read).toThrow(/SMTP_URL needs it: set it[\s\S]*at MAIL_FROM/u)
    expect(faultOf(read)).not.toContain('geheim')
  })
})

describe('the configuration of digest and retention', () => {
  it.each([
    [{ DIGEST_TIME: '17:30' }, { time: '17:30', mail: null }],
    [{ DIGEST_TIME: 'off' }, { time: null, mail: null }],
    [{ SECRETARIAT_MAIL: 'office@example.jp' }, { time: '09:00', mail: 'office@example.jp' }],
  ])('takes %j', (env, digest) => {
    expect(readConfig(env).digest).toEqual(digest)
  })

  it.each([
    [{ DIGEST_TIME: '9:00' }, /write it as 09:00/u],
    [{ DIGEST_TIME: '24:00' }, /write it as 09:00/u],
    [{ SECRETARIAT_MAIL: '事務局' }, /write the address alone/u],
    [{ RETENTION_YEARS: '0' }, /write 1 to 99/u],
    [{ RETENTION_YEARS: 'five' }, /write 1 to 99/u],
  ])('does not take %j, and says what to write', (env, hint) => {
    expect(() => readConfig(env)).toThrow(hint)
  })

  it('takes years of retention as a number', () => {
    expect(readConfig({ RETENTION_YEARS: '5' }).retentionYears).toBe(5)
  })
})

/** All that a fault shows when it is printed, with its causes. */
function faultOf(read: () => unknown): string {
  try {
    read()
    return ''
  } catch (fault) {
    return inspect(fault, { depth: 10 })
  }
}

describe('the configuration of Slack', () => {
  const token = { SLACK_BOT_TOKEN: 'xoxb-1' }

  it.each([
    [
      { ...token, SLACK_SIGNING_SECRET: 'secret' },
      { signingSecret: 'secret', appToken: null },
    ],
    [
      { ...token, SLACK_APP_TOKEN: 'xapp-1' },
      { signingSecret: null, appToken: 'xapp-1' },
    ],
    [
      { ...token, SLACK_SIGNING_SECRET: 's', SLACK_APP_TOKEN: 'xapp-1', SLACK_SECRETARIAT_CHANNEL: 'C0123' },
      { signingSecret: 's', appToken: 'xapp-1', channel: 'C0123' },
    ],
    [
      { ...token, SLACK_SIGNING_SECRET: 's', SLACK_API_URL: 'http://127.0.0.1:1/api/' },
      { apiUrl: 'http://127.0.0.1:1/api/' },
    ],
  ])('is read from %j', (env, slack) => {
    expect(readConfig(env).slack).toMatchObject({ botToken: 'xoxb-1', ...slack })
  })

  it.each([
    [token, 'SLACK_SIGNING_SECRET is empty'],
    [{ SLACK_SIGNING_SECRET: 'secret' }, 'SLACK_BOT_TOKEN is empty'],
    [{ SLACK_BOT_TOKEN: 'xoxp-1', SLACK_SIGNING_SECRET: 's' }, 'begins with xoxb-'],
    [{ ...token, SLACK_APP_TOKEN: 'xoxb-1' }, 'begins with xapp-'],
    [{ ...token, SLACK_APP_TOKEN: 'xapp-1', SLACK_SECRETARIAT_CHANNEL: '#jimukyoku' }, 'begins with C or G'],
    [{ ...token, SLACK_APP_TOKEN: 'xapp-1', SLACK_API_URL: 'slack' }, 'SLACK_API_URL'],
    [{ PORT: '70000' }, 'PORT is not a port'],
    [{ PORT: 'http' }, 'PORT is not a port'],
  ])('says what is wrong with %j, and no secret', (env, message) => {
    const read = () => readConfig(env)

    expect(read).toThrow(message)
    expect(read).toThrow(expect.not.stringContaining('secret'))
  })
})

describe('the configuration of Teams', () => {
  const app = { TEAMS_APP_ID: 'app', TEAMS_APP_PASSWORD: 'geheim', TEAMS_TENANT_ID: 'tenant' }
  const credential = { kind: 'secret', secret: 'geheim' }
  const registration = { appId: 'app', credential, tenant: 'tenant', loginUrl: null, openIdUrl: null }
  const byCertificate = { TEAMS_APP_ID: 'app', TEAMS_TENANT_ID: 'tenant', TEAMS_CERTIFICATE: 'bot.pem' }
  const urls = { TEAMS_LOGIN_URL: 'http://127.0.0.1:1/login', TEAMS_OPENID_URL: 'http://127.0.0.1:1/keys' }

  it.each([
    [app, { registration, services: ['https://smba.trafficmanager.net/'], tenant: 'tenant', channel: null }],
    [
      { ...app, TEAMS_SECRETARIAT_CHANNEL: '19:abc@thread.tacv2' },
      { registration, channel: '19:abc@thread.tacv2' },
    ],
    [
      { ...app, TEAMS_SERVICE_URLS: 'https://a.example/, https://b.example/' },
      { services: ['https://a.example/', 'https://b.example/'] },
    ],
    [{ ...app, ...urls }, { registration: { loginUrl: urls.TEAMS_LOGIN_URL, openIdUrl: urls.TEAMS_OPENID_URL } }],
    [byCertificate, { registration: { credential: { kind: 'certificate', file: 'bot.pem' } } }],
    [
      { TEAMS_APP_ID: 'app', TEAMS_TENANT_ID: 'tenant', TEAMS_MANAGED_IDENTITY: '1' },
      { registration: { credential: { kind: 'managed-identity' } } },
    ],
    [{ ...app, NODE_ENV: 'production', HOST: '0.0.0.0' }, { registration }],
    [{ TEAMS_LOCAL: '1' }, { registration: null, services: ['http://127.0.0.1/', 'http://localhost/'] }],
    [
      { TEAMS_LOCAL: '1', HOST: 'localhost' },
      { registration: null, tenant: null },
    ],
    [
      { TEAMS_LOCAL: '1', TEAMS_TENANT_ID: 'tenant' },
      { registration: null, tenant: 'tenant' },
    ],
    [{ TEAMS_LOCAL: '1', HOST: '::1', NODE_ENV: 'test' }, { registration: null }],
  ])('is read from %j', (env, teams) => {
    expect(readConfig(env).teams).toMatchObject(teams)
  })

  it.each([[{}], [{ TEAMS_LOCAL: '' }], [{ TEAMS_TENANT_ID: 'tenant' }]])('is none where %j is set', (env) => {
    expect(readConfig(env).teams).toBeNull()
  })

  it.each([
    [{ TEAMS_APP_ID: 'app' }, 'TEAMS_APP_ID needs TEAMS_APP_PASSWORD and TEAMS_TENANT_ID'],
    [{ ...app, TEAMS_TENANT_ID: '' }, 'TEAMS_APP_ID needs'],
    [{ ...app, TEAMS_APP_PASSWORD: '' }, 'TEAMS_APP_ID needs'],
    [{ ...app, ...byCertificate }, 'do the same: set one of them'],
    [{ ...byCertificate, TEAMS_MANAGED_IDENTITY: '1' }, 'do the same: set one of them'],
    [{ ...byCertificate, TEAMS_TENANT_ID: '' }, 'TEAMS_APP_ID needs'],
    [{ ...app, TEAMS_LOCAL: '1' }, 'leave it out, or leave TEAMS_APP_ID out'],
    [{ ...app, TEAMS_SECRETARIAT_CHANNEL: '事務局' }, 'begins with 19:'],
    [{ ...app, TEAMS_SECRETARIAT_CHANNEL: '19:a;messageid=1' }, 'begins with 19:'],
    [{ ...app, TEAMS_SECRETARIAT_CHANNEL: '19%3aabc%40thread.tacv2' }, '%3a is written for : and %40 for @'],
    [{ TEAMS_APP_PASSWORD: 'geheim', TEAMS_TENANT_ID: 'tenant' }, 'TEAMS_APP_ID is empty: copy it from'],
    [{ TEAMS_CERTIFICATE: 'bot.pem' }, 'TEAMS_APP_ID is empty: copy it from'],
    [{ TEAMS_MANAGED_IDENTITY: '1' }, 'TEAMS_APP_ID is empty: copy it from'],
    [{ ...app, TEAMS_SERVICE_URLS: 'smba.trafficmanager.net' }, 'TEAMS_SERVICE_URLS is not a list of addresses'],
    [{ ...app, TEAMS_SERVICE_URLS: 'http://a.example/' }, 'TEAMS_SERVICE_URLS is not a list of addresses'],
    [{ ...app, TEAMS_SERVICE_URLS: 'https://a.example/,' }, 'TEAMS_SERVICE_URLS is not a list of addresses'],
    [{ ...app, TEAMS_LOGIN_URL: urls.TEAMS_LOGIN_URL }, 'belong together: set both'],
    [{ ...app, TEAMS_OPENID_URL: urls.TEAMS_OPENID_URL }, 'belong together: set both'],
    [{ ...app, TEAMS_LOGIN_URL: 'login' }, 'TEAMS_LOGIN_URL is not an address'],
    [{ ...app, TEAMS_OPENID_URL: 'keys' }, 'TEAMS_OPENID_URL is not an address'],
    [{ TEAMS_LOCAL: 'true' }, 'TEAMS_LOCAL is 1, or empty'],
    [{ TEAMS_LOCAL: '1', NODE_ENV: 'production' }, 'NODE_ENV is production'],
  ])('says what is wrong with %j, and no secret', (env, message) => {
    const read = () => readConfig(env)

    expect(read).toThrow(message)
    expect(faultOf(read)).not.toContain('geheim')
  })

  it.each(['0.0.0.0', '::', '192.0.2.1', '127.0.0.1.example.jp', '127.example.jp'])(
    'serves nobody unchecked at %s',
    (HOST) => {
      expect(() => readConfig({ TEAMS_LOCAL: '1', HOST })).toThrow('leave HOST at 127.0.0.1')
    },
  )
})

describe('the configuration of a language model', () => {
  const on = { MODEL: 'on', OPENAI_MODEL: 'gpt-5-mini', OPENAI_API_KEY: 'sk-geheim' }
  const azure = {
    ...{ MODEL: 'on', OPENAI_MODEL: 'deployed', AZURE_OPENAI_ENDPOINT: 'https://name.openai.azure.com' },
    ...{ AZURE_OPENAI_API_KEY: 'geheim', OPENAI_API_VERSION: '2025-04-01-preview' },
  }
  const own = { MODEL: 'on', OPENAI_MODEL: 'qwen3', OPENAI_BASE_URL: 'http://127.0.0.1:11434/v1' }

  it.each([
    [
      on,
      {
        endpoint: { kind: 'openai', url: 'https://api.openai.com/v1', key: 'sk-geheim' },
        ...{ model: 'gpt-5-mini', api: 'responses', patience: 10_000, maySeeOpinions: false },
        ...{ callsPerPerson: 100, callsPerDay: 1000 },
      },
    ],
    [{ ...on, OPENAI_BASE_URL: 'https://eu.api.openai.com/v1' }, { api: 'responses' }],
    [
      azure,
      {
        endpoint: { kind: 'azure', url: 'https://name.openai.azure.com', key: 'geheim', version: '2025-04-01-preview' },
        ...{ model: 'deployed', api: 'responses' },
      },
    ],
    [own, { endpoint: { kind: 'openai', url: 'http://127.0.0.1:11434/v1', key: null }, api: 'chat' }],
    [{ ...own, OPENAI_BASE_URL: 'http://localhost:1234/v1' }, { api: 'chat' }],
    [{ ...own, OPENAI_BASE_URL: 'http://[::1]:1234/v1' }, { api: 'chat' }],
    [{ ...own, OPENAI_BASE_URL: 'https://model.example.jp/v1', MODEL_API: 'responses' }, { api: 'responses' }],
    [
      { ...on, MODEL_API: 'chat', MODEL_PATIENCE: '3000' },
      { api: 'chat', patience: 3000 },
    ],
    [{ ...on, MODEL_MAY_SEE_OPINIONS: 'on' }, { maySeeOpinions: true }],
    [
      { ...on, MODEL_CALLS_PER_PERSON: '7', MODEL_CALLS_PER_DAY: '70' },
      { callsPerPerson: 7, callsPerDay: 70 },
    ],
  ])('is read from %j', (env, model) => {
    expect(readConfig(env).model).toMatchObject(model)
  })

  it.each([
    [{}],
    [{ MODEL: 'off' }],
    [{ ...on, MODEL: '' }],
    [{ OPENAI_API_KEY: 'sk-geheim', OPENAI_BASE_URL: 'what another program reads' }],
  ])('is none where %j is set', (env) => {
    expect(readConfig(env).model).toBeNull()
  })

  it.each([
    [{ MODEL: 'yes' }, 'MODEL is on or off'],
    [{ ...on, OPENAI_MODEL: '' }, 'OPENAI_MODEL is empty'],
    [{ ...on, OPENAI_API_KEY: '' }, 'OPENAI_API_KEY is empty, but OpenAI asks for one'],
    [{ ...on, OPENAI_API_KEY: 'sk-geheim\nx-other: 1' }, 'copy it again'],
    [{ ...own, OPENAI_BASE_URL: 'http://model.example.jp/v1' }, 'write https://HOST/v1'],
    [{ ...own, OPENAI_BASE_URL: 'http://127.0.0.1.example.jp/v1' }, 'write https://HOST/v1'],
    [{ ...own, OPENAI_BASE_URL: 'https://user:geheim@model.example.jp/v1' }, 'write https://HOST/v1'],
    [{ ...own, OPENAI_BASE_URL: 'https://model.example.jp/v1?key=geheim' }, 'write https://HOST/v1'],
    [{ ...own, OPENAI_BASE_URL: 'file:///etc/geheim' }, 'write https://HOST/v1'],
    [{ ...own, OPENAI_BASE_URL: 'geheim' }, 'write https://HOST/v1'],
    [{ ...azure, AZURE_OPENAI_ENDPOINT: 'https://name.openai.azure.com/openai/v1' }, 'and no more'],
    [{ ...azure, AZURE_OPENAI_ENDPOINT: 'http://name.openai.azure.com' }, 'and no more'],
    [{ ...azure, AZURE_OPENAI_API_KEY: '' }, 'Keys and Endpoint'],
    [{ ...azure, OPENAI_API_VERSION: '' }, 'write it as 2025-04-01-preview'],
    [{ ...azure, OPENAI_BASE_URL: 'https://model.example.jp/v1' }, 'leave one of them out'],
    [{ ...on, MODEL_API: 'completions' }, 'MODEL_API is responses or chat'],
    [{ ...on, MODEL_PATIENCE: '100' }, 'from 500 to 20000'],
    [{ ...on, MODEL_PATIENCE: '20001' }, 'from 500 to 20000'],
    [{ ...on, MODEL_MAY_SEE_OPINIONS: 'yes' }, 'is on or off'],
    [{ ...on, MODEL_CALLS_PER_PERSON: '0' }, 'MODEL_CALLS_PER_PERSON is not a number of calls'],
    [{ ...on, MODEL_CALLS_PER_DAY: 'many' }, 'MODEL_CALLS_PER_DAY is not a number of calls'],
  ])('says what is wrong with %j, and no secret', (env, message) => {
    const read = () => readConfig(env)

    expect(read).toThrow(message)
    expect(faultOf(read)).not.toContain('geheim')
  })
})
