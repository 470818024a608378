import { X509Certificate } from 'node:crypto'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, it, onTestFinished, vi } from 'vitest'
import type { TeamsIdentity } from '../../../src/platforms/teams/authentication.ts'
import { openLogin } from '../../../src/platforms/teams/login.ts'
import { type FakeTeamsOptions, openFakeTeams } from '../../support/fake-teams/fake-teams.ts'

const pem = readFileSync(new URL('../../support/fake-teams/certificate.pem', import.meta.url), 'utf8')

async function openTeams(options: FakeTeamsOptions = {}) {
  const teams = await openFakeTeams(options)
  const { appId, tenant, serviceUrl, configuration } = teams
  const identity: TeamsIdentity = {
    ...{ appId, tenant, services: [serviceUrl], tenants: [tenant] },
    credential: { kind: 'secret', secret: configuration.MicrosoftAppPassword },
    loginUrl: configuration.ToChannelFromBotLoginUrl,
    openIdUrl: configuration.ToBotFromChannelOpenIdMetadataUrl,
  }
  return { teams, identity, [Symbol.asyncDispose]: async () => await teams[Symbol.asyncDispose]() }
}

it('is given a token for the secret of its registration, and keeps it', async () => {
  await using office = await openTeams()
  const token = openLogin(office.identity)

  const [first, second] = [await token(), await token()]

  expect(office.teams.issuer.isOutbound(first)).toBe(true)
  expect(second).toBe(first)
  expect(office.teams.faults).toEqual([])
})

it('is given a token for its certificate, without any secret', async () => {
  await using office = await openTeams({ certificate: new X509Certificate(pem) })

  const token = await openLogin({ ...office.identity, credential: { kind: 'certificate', pem } })()

  expect(office.teams.issuer.isOutbound(token)).toBe(true)
  expect(office.teams.faults).toEqual([])
})

it('is given none for a secret where the registration knows a certificate', async () => {
  await using office = await openTeams({ certificate: new X509Certificate(pem) })

  const token = openLogin(office.identity)()

  await expect(token).rejects.toThrow('the assertion by certificate')
})

it('asks the machine in Azure where it has an identity there', async () => {
  const asked: unknown[] = []
  const machine = createServer(({ url, headers }, response) => {
    const { searchParams } = new URL(url ?? '', 'http://azure')
    asked.push({ ...Object.fromEntries(searchParams), header: headers['x-identity-header'] })
    const expires_on = Math.floor(Date.now() / 1000) + 3600
    response.setHeader('content-type', 'application/json')
    response.end(JSON.stringify({ access_token: 'of the machine', expires_on, token_type: 'Bearer' }))
  }).listen(0, '127.0.0.1')
  onTestFinished(() => void machine.close())
  await once(machine, 'listening')
  vi.stubEnv('IDENTITY_ENDPOINT', `http://127.0.0.1:${(machine.address() as AddressInfo).port}/msi/token`)
  vi.stubEnv('IDENTITY_HEADER', 'its word')
  onTestFinished(() => void vi.unstubAllEnvs())
  await using office = await openTeams()
  const { appId } = office.identity

  const token = await openLogin({ ...office.identity, credential: { kind: 'managed-identity' } })()

  expect(token).toBe('of the machine')
  expect(asked).toMatchObject([{ client_id: appId, resource: 'https://api.botframework.com', header: 'its word' }])
})
