import type { News } from '../opinions/notice.ts'
import type { Records } from '../opinions/records.ts'

/** A notice that will never get there; `reason` is for staff, in Japanese. */
export type RefusedNotice = {
  readonly id: string
  readonly place: string
  readonly news: News
  readonly reason: string
}

/** What could not be delivered, in the order in which it was to be told. */
export async function listRefused(records: Records): Promise<readonly RefusedNotice[]> {
  const notices = await records.list('outbox')
  return notices.flatMap(({ key: { id }, value: { place, news, refused } }) =>
    refused === null ? [] : [{ id, place, news, reason: refused }],
  )
}
