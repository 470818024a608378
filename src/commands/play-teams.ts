import type { Call } from '../platforms/teams/connector.ts'
import { Inbound, tenantOf } from '../platforms/teams/inbound.ts'
import { atOnce, type Player, type Recorded } from './play.ts'
import { teamsPlatform } from './teams-platform.ts'

/** What the bot acts on. */
const known: ReadonlySet<string> = new Set(['message', 'invoke', 'conversationUpdate', 'installationUpdate'])

/** Teams, as it is played. */
export const playTeams: Player = {
  expected: `an activity (type ${[...known].join(', ')}), whole, as Teams posts it`,
  isKnown: (body) => known.has(Inbound.safeParse(body).data?.type ?? ''),
  environment(body) {
    const activity = Inbound.parse(body)
    return {
      ...{ TEAMS_LOCAL: '', TEAMS_CERTIFICATE: '', TEAMS_MANAGED_IDENTITY: '' },
      ...{ TEAMS_APP_PASSWORD: 'nobody', TEAMS_TENANT_ID: tenantOf(activity) ?? 'nobody' },
      TEAMS_APP_ID: activity.recipient?.id.replace(/^28:/u, '') ?? 'nobody',
    }
  },
  open({ teams }, given) {
    if (teams === null) throw new Error('Teams is configured by what stands for it')
    const calls: Recorded[] = []
    const call: Call = async (method, _service, path, { body: args = {} }) => {
      calls.push({ method: `${method} /v3/conversations${decodeURIComponent(path)}`, args })
      // A person's chat has an id of its own, which only Teams knows.
      return { id: path === '' ? 'a:receive' : `${given.clock.now() + calls.length}` }
    }
    const platform = teamsPlatform(teams, { ...given, call, pace: atOnce })
    return {
      ...{ calls, messenger: platform.messenger, boards: platform.boards },
      serve(bot) {
        const served = platform.serve(bot)
        return {
          async take(body) {
            const { body: answer = null } = await served.take(body)
            await served.stop()
            return answer
          },
        }
      },
    }
  },
}
