import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { teamsPlatform } from '../../src/commands/teams-platform.ts'
import { readConfig } from '../../src/config.ts'

const pair = readFileSync(new URL('../support/fake-teams/certificate.pem', import.meta.url), 'utf8')
const [certificate = '', key = ''] = pair.split(/(?<=-----END CERTIFICATE-----\n)/u)

function openWith(pem: string | null) {
  const folder = mkdtempSync(join(tmpdir(), 'certificate-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const file = join(folder, 'bot.pem')
  if (pem !== null) writeFileSync(file, pem)
  const { teams } = readConfig({ TEAMS_APP_ID: 'app', TEAMS_TENANT_ID: 'tenant', TEAMS_CERTIFICATE: file })
  if (teams === null) throw new Error('Teams is not configured')
  return () => teamsPlatform(teams, { report: () => {}, clock: { now: Date.now } })
}

it('takes a certificate with its private key', () => {
  const open = openWith(pair)

  expect(open).not.toThrow()
})

it.each([
  ['that is not there', null, 'ENOENT'],
  ['without a key', certificate, 'cannot be used'],
  ['without a certificate', key, 'cannot be used'],
  ['with another text', '秘密の文', 'cannot be used'],
])('says what to do about a file %s, and nothing of what is in it', (_, pem, why) => {
  const open = openWith(pem)

  expect(open).toThrow(why)
  expect(open).toThrow(/TEAMS_CERTIFICATE: .* name a PEM file that holds the certificate and its private key/u)
  expect(open).toThrow(expect.not.stringContaining('秘密'))
})
