import type { Bot } from '../app.ts'
import type { Config } from '../config.ts'
import { openConnector } from '../platforms/teams/connector.ts'
import { openLogin } from '../platforms/teams/login.ts'
import { openTeams } from '../platforms/teams/teams-app.ts'
import { TeamsMessenger } from '../platforms/teams/teams-messenger.ts'
import { encodePlace } from '../platforms/teams/teams-place.ts'
import type { Clock } from '../ports.ts'
import { readCommandLine } from './read-command-line.ts'

type Given = { readonly report: (message: string) => void; readonly clock: Clock }

/** Teams as a platform to be served. */
export function teamsPlatform(config: NonNullable<Config['teams']>, { report, clock }: Given) {
  const { registration, services, tenant, channel } = config
  const identity = registration === null ? null : { ...registration, services, tenants: [registration.tenant] }
  // Teams' own ids of bots begin with 28:.
  const bot = `28:${registration?.appId ?? 'local'}`
  const token = identity === null ? null : openLogin(identity)
  const connector = openConnector({ token, services, bot })
  const [service = ''] = services
  const board =
    channel === null || tenant === null ? [] : [encodePlace({ service, tenant, conversation: channel, user: null })]
  return {
    messenger: new TeamsMessenger(connector, clock),
    boards: board,
    serve(served: Bot) {
      const committee = served.prepared.record.committee.id
      const settings = { identity, channel: channel === null ? null : { conversation: channel, service } }
      const teams = openTeams({
        bot: served,
        config: settings,
        connector,
        readLine: readCommandLine,
        committee,
        report,
      })
      return { handle: teams.handle, start: async () => {}, stop: teams.stop }
    },
  }
}
