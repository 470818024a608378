import { answersTo } from '../opinions/answers.ts'
import { isOpen } from '../opinions/calls.ts'
import { momentOf } from '../opinions/day.ts'
import { type Decision, decide, tell } from '../opinions/decision.ts'
import { findPlaceless } from '../opinions/no-place.ts'
import { type News, type Notice, newNotice } from '../opinions/notice.ts'
import { withinHours } from '../opinions/notice-hours.ts'
import { findAddress } from '../opinions/read-roster.ts'
import type { Found, Records } from '../opinions/records.ts'
import type { Change, Conditions } from '../ports.ts'

type Mend = { readonly expected: NonNullable<Conditions['expected']>; readonly change: Change }

/**
 * Puts right what time has overtaken in the outbox: a notice that had nowhere to go goes to the place its member has now, and
 * a reminder that has no use any more is taken out.
 */
export async function mendNotices(records: Records, at: number): Promise<Decision<never>> {
  const notices = await records.list('outbox')
  const mends = (await Promise.all(notices.map(async (found) => await mendOne(records, found, at)))).filter(
    (mend) => mend !== null,
  )
  if (mends.length === 0) return tell()
  return decide(
    mends.flatMap(({ expected }) => expected),
    { changes: mends.map(({ change }) => change), acts: [], told: [] },
  )
}

async function mendOne(records: Records, found: Found<Notice>, at: number): Promise<Mend | null> {
  const { key, value } = found
  const { news } = value
  const over = news.kind === 'reminder' ? await findOver(records, news, at) : null
  if (over !== null) return { expected: [found, ...over], change: { kind: 'delete', key } }
  const member = findPlaceless(value.place)
  if (value.refused === null || member === undefined) return null
  const { place, language, seen } = await findAddress(records, member)
  if (place === undefined) return null
  const from = isForAnyHour(news) ? at : withinHours(at)
  return { expected: [found, ...seen], change: records.put('outbox', key.id, newNotice(place, language, news, from)) }
}

/** What says that a reminder has no use any more: its call is over or the member has answered; else null. */
async function findOver(
  records: Records,
  { call, member }: Extract<News, { readonly kind: 'reminder' }>,
  at: number,
): Promise<NonNullable<Conditions['expected']> | null> {
  const found = await records.find('calls', call)
  if (found === undefined) return []
  const { deadline } = found.value
  if (!isOpen(found.value, at) || deadline === null || at >= momentOf(deadline)) return [found]
  const answer = (await answersTo(records, found.value)).find((one) => one.member === member)
  return answer?.answered === null ? null : [found]
}

/** Receipts are told at any hour. */
function isForAnyHour({ kind }: News): boolean {
  return ['receipt', 'edited', 'withdrawn', 'replied', 'proof-answered'].includes(kind)
}
