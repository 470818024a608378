import type { News, Notice } from '../opinions/notice.ts'
import type { Records } from '../opinions/records.ts'

/** Why a notice has not got there; `reason` is for staff, in Japanese, `next` is milliseconds since 1970. */
type Stuck =
  /** It will never get there. */
  | { readonly state: 'refused'; readonly reason: string }
  | { readonly state: 'failing'; readonly failures: number; readonly next: number }
  /** It waits for its person at the terminal. */
  | { readonly state: 'away' }
  | { readonly state: 'queued' }

/** A notice that has not got there although it should have. */
export type StuckNotice = Stuck & { readonly id: string; readonly place: string; readonly news: News }

/** Milliseconds that a notice may wait before it counts as stuck. */
const patience = 60 * 60 * 1000

/** What was refused, or has been due for more than an hour at a moment, in the order in which it was to be told. */
export async function listStuck(records: Records, at: number): Promise<readonly StuckNotice[]> {
  const notices = await records.list('outbox')
  return notices.flatMap(({ key: { id }, value }) => {
    const stuck = findStuck(value, at)
    return stuck === null ? [] : [{ ...stuck, id, place: value.place, news: value.news }]
  })
}

function findStuck({ refused, from, failures, next, place, news }: Notice, at: number): Stuck | null {
  if (refused !== null) return { state: 'refused', reason: refused }
  // At the machine it waits for whoever of the staff comes first: nobody in particular misses it.
  if (news.kind === 'digest' && place.startsWith('terminal:')) return null
  if (at - from <= patience) return null
  if (failures > 0) return { state: 'failing', failures, next }
  return { state: place.startsWith('terminal:') ? 'away' : 'queued' }
}
