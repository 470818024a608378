import { errorKind } from '../../conversation/reportable.ts'
import type { Clock, Presence } from '../../ports.ts'
import type { Connector } from './connector.ts'
import { decodeAccount } from './teams-place.ts'

/** Milliseconds for which it counts who was in the team, for which it is not asked again for who was not, and after no answer. */
const life = { members: 60_000, missing: 10_000, nothing: 5000 }

type Given = {
  readonly connector: Pick<Connector, 'members'>
  readonly clock: Clock
  /** The secretariat's channel, and where Teams' service is reached for it. */
  readonly channel: string
  readonly service: () => string
  readonly tenant: string
  readonly report: (message: string) => void
}

/** When it was asked, what came of it, and for how long that counts. */
type Asked = { readonly at: number; readonly members: Promise<ReadonlySet<string> | null>; longest: number }

/** Who is in the team of the secretariat's channel. `forget`: somebody has come or gone, so that it is asked anew. */
export function teamPresence({ connector, clock, channel, service, tenant, report }: Given) {
  /** The newest answer; null where Teams gave none. */
  let last: Asked | undefined

  function ask(): Asked {
    const asked: Asked = {
      at: clock.now(),
      members: connector.members(service(), channel).then(
        (found) => new Set(found),
        (error: unknown) => {
          report(`Teams: who is in the secretariat's team cannot be told (${errorKind(error)})`)
          asked.longest = life.nothing
          return null
        },
      ),
      longest: life.members,
    }
    return asked
  }

  async function members(longest: number): Promise<ReadonlySet<string> | null> {
    if (last === undefined || clock.now() - last.at >= Math.min(longest, last.longest)) last = ask()
    return await last.members
  }

  const presence: Presence = {
    kind: 'teams',
    async of(account) {
      const person = decodeAccount(account)
      if (person === undefined || person.tenant !== tenant) return 'gone'
      const known = await members(life.members)
      // Who has just been let in need not wait.
      const found = known?.has(person.person) === false ? await members(life.missing) : known
      if (found === null) return 'unknown'
      return found.has(person.person) ? 'here' : 'gone'
    },
  }
  return {
    presence,
    forget(): void {
      last = undefined
    },
  }
}
