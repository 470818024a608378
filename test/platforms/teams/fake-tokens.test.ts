import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { openCloudAdapterApp } from '../../support/fake-teams/cloud-adapter-app.ts'
import { openFakeTeams } from '../../support/fake-teams/fake-teams.ts'

// The SDK writes every refused token to the console.
beforeEach(() => void vi.spyOn(console, 'error').mockImplementation(() => {}))
afterEach(() => void vi.restoreAllMocks())

it('makes forgeries that the SDK refuses, and those that only the app’s own checks can refuse', async () => {
  let handled = 0
  await using app = await openCloudAdapterApp(async () => void (handled += 1))
  const { teams } = app
  const member = teams.addUser({ name: '佐藤' })
  const { delivered } = await teams.say(member, 'personal', '本物')
  if (delivered === undefined) throw new Error('the message was not delivered')
  handled = 0

  const forgeries = teams.forgeries(delivered.activity)
  const let_through: string[] = []
  const statuses = new Map<string, number | undefined>()
  for (const { kind, body, options } of forgeries) {
    const before = handled
    const { status } = await teams.deliver(body, options)
    if (handled > before) let_through.push(kind)
    else statuses.set(kind, status)
  }

  expect(forgeries.length).toBeGreaterThan(35)
  expect(new Set(forgeries.map(({ kind }) => kind)).size).toBe(forgeries.length)
  expect(let_through).toEqual(forgeries.filter(({ stock }) => stock === 'handled').map(({ kind }) => kind))
  expect([...statuses].filter(([, status]) => status === undefined || status < 400)).toEqual([])
  // The SDK refuses these well, but says that it broke.
  expect([...statuses].filter(([, status]) => status === 500).map(([kind]) => kind)).toMatchInlineSnapshot(`
    [
      "alg none",
      "HS256 with the public key",
      "HS256 with the public key as PKCS #1",
      "not yet valid",
      "another key under the known kid",
      "a tampered payload",
      "a tampered signature",
      "truncated",
      "without its signature",
      "a huge token",
    ]
  `)
})

it('takes no call of the bot without the token that it was given', async () => {
  await using app = await openCloudAdapterApp(async () => {})
  const { teams } = app
  const member = teams.addUser({ name: '佐藤' })
  const url = `${teams.serviceUrl}v3/conversations/${teams.personal(member)}/activities`
  const post = async (authorization: string) => {
    const headers = { 'content-type': 'application/json', authorization }
    const answer = await fetch(url, { method: 'POST', headers, body: JSON.stringify({ type: 'message', text: '偽' }) })
    return answer.status
  }

  const statuses = [await post(''), await post(`Bearer ${teams.issuer.token()}`), await post('Bearer x')]

  expect([statuses, teams.messages(member)]).toEqual([[401, 401, 401], []])
  expect(teams.faults).toHaveLength(3)
})

it.each([
  ['another tenant', { tenant: crypto.randomUUID() }, 400],
  ['another client', { client_id: crypto.randomUUID() }, 400],
  ['a wrong secret', { client_secret: 'wrong' }, 401],
  ['another scope', { scope: 'https://graph.microsoft.com/.default' }, 400],
  ['another grant', { grant_type: 'password' }, 400],
])('gives the bot no token for %s', async (_, change, status) => {
  await using app = await openCloudAdapterApp(async () => {})
  const { appId, tenant, configuration, issuer, faults } = app.teams
  const form = {
    tenant,
    grant_type: 'client_credentials',
    client_id: appId,
    client_secret: configuration.MicrosoftAppPassword,
    scope: 'https://api.botframework.com/.default',
  }
  const ask = ({ tenant: named, ...fields }: typeof form) =>
    issuer.grant(`/login/${named}/oauth2/v2.0/token`, new URLSearchParams(fields)).status

  expect([ask(form), faults.length, ask({ ...form, ...change }), faults.length]).toEqual([200, 0, status, 1])
})

it('is a client without credentials where asked, and takes no token there', async () => {
  const seen: unknown[] = []
  await using teams = await openFakeTeams({ anonymous: true, retryMs: [] })
  const member = teams.addUser({ name: '佐藤' })
  const server = createServer((request, response) => {
    seen.push(request.headers.authorization)
    response.end()
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  teams.connect(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
  const url = `${teams.serviceUrl}v3/conversations/${teams.personal(member)}/activities`
  const post = async (headers: Record<string, string>) => {
    const body = JSON.stringify({ type: 'message', text: '回答' })
    return (await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body }))
      .status
  }

  await teams.say(member, 'personal', '質問')
  const statuses = [await post({}), await post({ authorization: `Bearer ${teams.issuer.token()}` })]
  server.closeAllConnections()
  server.close()

  expect([seen, statuses]).toEqual([[undefined], [201, 401]])
})
