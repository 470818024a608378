import type { Change, Conditions } from '../ports.ts'
import type { Actor } from './decision.ts'
import { findPlaceless, noPlace } from './no-place.ts'
import { type Notice, newNotice } from './notice.ts'
import { withinHours } from './notice-hours.ts'
import { findAddress, isInTerm } from './read-roster.ts'
import type { Found, Records } from './records.ts'
import type { Release } from './release.ts'

/** The ids of all notices of one sharing begin so; a later one of the same call has others. */
export function shareNoticeId({ id, shared }: Pick<Release, 'id' | 'shared'>, to: string): string {
  return `shared/${id}/${shared.at}/${to}`
}

type Notices = {
  readonly changes: readonly Change[]
  readonly expected: NonNullable<Conditions['expected']>
  /** How many members are written to; `unreached` are those besides for whom there is no address yet, by id. */
  readonly members: number
  readonly unreached: readonly string[]
  /** Milliseconds since 1970. */
  readonly from: number
}

/** A notice for each submission of a release to who sent it, and one to each member in term who was asked besides. */
export async function shareNotices(
  records: Records,
  release: Release,
  asked: readonly string[],
  { at, today }: Pick<Actor, 'at' | 'today'>,
): Promise<Notices> {
  const from = withinHours(at)
  const found = await Promise.all(release.receipts.map((receipt) => records.find('submitters', receipt)))
  const submitters = found.filter((one) => one !== undefined)
  const senders = new Set(submitters.map(({ value }) => value.member))
  const others = await Promise.all(
    asked
      .filter((member) => !senders.has(member))
      .map(async (member) => {
        const entry = await records.find('members', member)
        if (entry === undefined || !isInTerm(entry.value, today)) return undefined
        return { member, entry, ...(await findAddress(records, member)) }
      }),
  )
  const reached = others.filter((one) => one !== undefined)
  const reachable = new Set([
    ...submitters.filter(({ value }) => findPlaceless(value.place) === undefined).map(({ value }) => value.member),
    ...reached
      .filter(({ place }) => place !== undefined && findPlaceless(place) === undefined)
      .map(({ member }) => member),
  ])
  const all = [...senders, ...reached.map(({ member }) => member)]
  const put = (to: string, notice: Notice) => records.put('outbox', shareNoticeId(release, to), notice)
  return {
    from,
    members: reachable.size,
    unreached: all.filter((member) => !reachable.has(member)),
    expected: [...submitters, ...reached.flatMap(({ entry, seen }) => unique([entry, ...seen]))],
    changes: [
      ...submitters.map(({ value: { receipt, place, language } }) =>
        put(receipt, newNotice(place, language, { kind: 'response', receipt }, from)),
      ),
      ...reached.map(({ member, place = noPlace(member), language }) =>
        put(member, newNotice(place, language, { kind: 'annex-shared', call: release.id, member }, from)),
      ),
    ],
  }
}

function unique(found: readonly Found<unknown>[]): readonly Found<unknown>[] {
  return [...new Map(found.map((one) => [`${one.key.collection}/${one.key.id}`, one])).values()]
}
