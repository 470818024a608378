import { createPrivateKey, X509Certificate } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Bot } from '../app.ts'
import type { Config, TeamsCredential } from '../config.ts'
import { Fault } from '../fault.ts'
import type { Pace } from '../platforms/post-pace.ts'
import { type Call, openConnector, openService } from '../platforms/teams/connector.ts'
import { openDroppedFiles } from '../platforms/teams/dropped-files.ts'
import { type Credential, openLogin } from '../platforms/teams/login.ts'
import { openOfferedFiles } from '../platforms/teams/offered-files.ts'
import { openServices } from '../platforms/teams/services.ts'
import { teamPresence } from '../platforms/teams/team-presence.ts'
import { openTeams } from '../platforms/teams/teams-app.ts'
import { TeamsMessenger } from '../platforms/teams/teams-messenger.ts'
import { encodePlace } from '../platforms/teams/teams-place.ts'
import type { Clock } from '../ports.ts'
import { filesOf, readDivisionFile } from './platform-files.ts'
import { readCommandLine } from './read-command-line.ts'

/**
 * `pace` is how fast posts go out, where it is not Teams' own; `call` is what is called in place of Teams, where nobody's token
 * is checked.
 */
type Given = {
  readonly report: (message: string) => void
  readonly clock: Clock
  readonly pace?: Pace | undefined
  readonly call?: Call
}

/**
 * Teams as a platform to be served.
 * @throws Fault `config-invalid` where its certificate cannot be used.
 */
export function teamsPlatform(config: NonNullable<Config['teams']>, { report, clock, pace, call }: Given) {
  const { registration, services: allowed, tenant, channel } = config
  const identity =
    registration === null || call !== undefined
      ? null
      : {
          ...registration,
          credential: readCredential(registration.credential),
          services: allowed,
          tenants: [registration.tenant],
        }
  // Teams' own ids of bots begin with 28:.
  const bot = `28:${registration?.appId ?? 'local'}`
  const token = identity === null ? null : openLogin(identity)
  const connector = openConnector(bot, call ?? openService({ token, services: allowed }))
  const services = openServices(allowed)
  const { usual: service } = services
  const board = channel === null || tenant === null ? null : { service, tenant, conversation: channel, user: null }
  // On this machine itself nobody is checked, and there is no team.
  const team =
    board === null || identity === null
      ? null
      : teamPresence({
          ...{ connector, clock, report, channel: board.conversation, tenant: board.tenant },
          service: () => services.reach(board),
        })
  let running: Bot | undefined
  const makeWith = filesOf(() => running)
  const files = {
    offered: openOfferedFiles({ connector, services, allowed, makeFiles: makeWith, clock, report }),
    dropped: openDroppedFiles({ allowed, readFile: readDivisionFile, clock }),
  }
  return {
    messenger: new TeamsMessenger({
      ...{ connector, services, clock, pace },
      files: registration === null ? null : files.offered,
    }),
    boards: board === null ? [] : [encodePlace(board)],
    presence: team === null ? [] : [team.presence],
    serve(served: Bot) {
      running = served
      const committee = served.prepared.record.committee.id
      const moved = () => team?.forget()
      const settings = {
        ...{ identity, dialogs: registration !== null },
        channel: channel === null ? null : { conversation: channel, service },
      }
      const given = { readLine: readCommandLine, files, committee, services, moved, connector, clock, report }
      const teams = openTeams({ bot: served, config: settings, ...given })
      return { take: teams.take, handle: teams.handle, start: async () => {}, stop: teams.stop }
    },
  }
}

function readCredential(credential: TeamsCredential): Credential {
  if (credential.kind !== 'certificate') return credential
  const { file } = credential
  try {
    const pem = readFileSync(file, 'utf8')
    const isPair = new X509Certificate(pem).checkPrivateKey(createPrivateKey(pem))
    if (isPair) return { kind: 'certificate', pem }
    throw new Error('the private key is not that of the certificate')
  } catch (cause) {
    // What is wrong with a key is said without any of it.
    const why = cause instanceof Error && 'code' in cause ? String(cause.code) : 'it is no pair of certificate and key'
    throw new Fault(
      'config-invalid',
      `TEAMS_CERTIFICATE: ${file} cannot be used (${why}): name a PEM file that holds the certificate and its private key, without a passphrase`,
      cause,
    )
  }
}
