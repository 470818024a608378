import type { Bot } from '../app.ts'
import type { Config } from '../config.ts'
import { openConnector } from '../platforms/teams/connector.ts'
import { openDroppedFiles } from '../platforms/teams/dropped-files.ts'
import { openLogin } from '../platforms/teams/login.ts'
import { openOfferedFiles } from '../platforms/teams/offered-files.ts'
import { openServices } from '../platforms/teams/services.ts'
import { teamPresence } from '../platforms/teams/team-presence.ts'
import { openTeams } from '../platforms/teams/teams-app.ts'
import { TeamsMessenger } from '../platforms/teams/teams-messenger.ts'
import { encodePlace } from '../platforms/teams/teams-place.ts'
import type { Clock } from '../ports.ts'
import { filesOf, readDivisionFile } from './platform-files.ts'
import { readCommandLine } from './read-command-line.ts'

type Given = { readonly report: (message: string) => void; readonly clock: Clock }

/** Teams as a platform to be served. */
export function teamsPlatform(config: NonNullable<Config['teams']>, { report, clock }: Given) {
  const { registration, services: allowed, channel } = config
  const identity = registration === null ? null : { ...registration, services: allowed, tenants: [registration.tenant] }
  // Teams' own ids of bots begin with 28:.
  const bot = `28:${registration?.appId ?? 'local'}`
  const token = identity === null ? null : openLogin(identity)
  const connector = openConnector({ token, services: allowed, bot })
  const services = openServices(allowed)
  const { usual: service } = services
  // On this machine itself nobody is checked, and there is no team.
  const board =
    channel === null || registration === null
      ? null
      : { service, tenant: registration.tenant, conversation: channel, user: null }
  const team =
    board === null
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
    messenger: new TeamsMessenger({ connector, services, clock, files: registration === null ? null : files.offered }),
    boards: board === null ? [] : [encodePlace(board)],
    presence: team === null ? [] : [team.presence],
    serve(served: Bot) {
      running = served
      const committee = served.prepared.record.committee.id
      const moved = () => team?.forget()
      const settings = { identity, channel: channel === null ? null : { conversation: channel, service } }
      const given = {
        readLine: readCommandLine,
        files,
        committee,
        services,
        moved,
        send: connector.send,
        clock,
        report,
      }
      const teams = openTeams({ bot: served, config: settings, ...given })
      return { handle: teams.handle, start: async () => {}, stop: teams.stop }
    },
  }
}
