import type { Bot } from '../app.ts'
import type { Config } from '../config.ts'
import type { Pace } from '../platforms/post-pace.ts'
import { type Call, openConnector, openService } from '../platforms/teams/connector.ts'
import { openLogin } from '../platforms/teams/login.ts'
import { openTeams } from '../platforms/teams/teams-app.ts'
import { TeamsMessenger } from '../platforms/teams/teams-messenger.ts'
import { encodePlace } from '../platforms/teams/teams-place.ts'
import type { Clock } from '../ports.ts'
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

/** Teams as a platform to be served. */
export function teamsPlatform(config: NonNullable<Config['teams']>, { report, clock, pace, call }: Given) {
  const { registration, services, channel } = config
  const identity =
    registration === null || call !== undefined ? null : { ...registration, services, tenants: [registration.tenant] }
  // Teams' own ids of bots begin with 28:.
  const bot = `28:${registration?.appId ?? 'local'}`
  const token = identity === null ? null : openLogin(identity)
  const connector = openConnector(bot, call ?? openService({ token, services }))
  const [service = ''] = services
  const board =
    channel === null || registration === null
      ? []
      : [encodePlace({ service, tenant: registration.tenant, conversation: channel, user: null })]
  return {
    messenger: new TeamsMessenger(connector, clock, { pace }),
    boards: board,
    serve(served: Bot) {
      const committee = served.prepared.record.committee.id
      const settings = { identity, channel: channel === null ? null : { conversation: channel, service } }
      const teams = openTeams({ bot: served, config: settings, readLine: readCommandLine, committee, report })
      return { take: teams.take, handle: teams.handle, start: async () => {}, stop: teams.stop }
    },
  }
}
