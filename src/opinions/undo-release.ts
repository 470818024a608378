import * as z from 'zod'
import type { Change } from '../ports.ts'
import { type Day, dayOf } from './day.ts'
import { type Actor, type Decision, decide, type Refused, tell } from './decision.ts'
import { prose } from './form-text.ts'
import { type News, type Notice, newNotice } from './notice.ts'
import { withinHours } from './notice-hours.ts'
import { findAddress } from './read-roster.ts'
import type { Found, Records } from './records.ts'
import type { Release } from './release.ts'
import { findReleases, isUnreleased, ReleaseName, stageOf, whyUnreleased } from './releases.ts'
import { shareNoticeId } from './share-notices.ts'

/** What is to be taken back, and why. */
export const ReleaseUndo = z.strictObject({ call: ReleaseName, reason: prose(500) })
export type ReleaseUndo = z.infer<typeof ReleaseUndo>

export type UndoReleaseTold =
  | { readonly kind: 'publish-undone'; readonly release: string }
  /** `stopped` notices had not gone out; `recalled` had, and their readers are told from `from` on (milliseconds since 1970). */
  | {
      readonly kind: 'share-undone'
      readonly release: string
      readonly call: string
      readonly stopped: number
      readonly recalled: number
      readonly from: number
    }
  | Refused<'not-staff'>
  | (Refused<'unknown-call' | 'nothing-to-undo'> & { readonly call: string })
  | (Refused<'undo-over'> & { readonly release: string; readonly what: 'share' | 'publish'; readonly day: Day })

/**
 * Takes back what was done last to an annex, its publication, else its sharing, on the same day in Japan only. What has
 * not been told yet is not told; to whom it was, it is said that it is looked at once more. For staff.
 */
export async function undoRelease(
  records: Records,
  actor: Actor,
  { call, reason }: ReleaseUndo,
): Promise<Decision<UndoReleaseTold>> {
  if (actor.role.kind !== 'staff') return tell({ kind: 'refused', why: 'not-staff' })
  const releases = await findReleases(records, call)
  const found = releases.toSorted((a, b) => doneAt(a.value) - doneAt(b.value)).at(-1)
  if (found === undefined) {
    const why = await whyUnreleased(records, call)
    return tell({ kind: 'refused', why: why === 'unshared' ? 'nothing-to-undo' : why, call })
  }
  const { id, published } = found.value
  const day = dayOf(doneAt(found.value))
  const what = published === null ? 'share' : 'publish'
  if (day !== actor.today) return tell({ kind: 'refused', why: 'undo-over', release: id, what, day })

  const { changes, expected } = await stageOf(records, found.value, published === null ? 'considering' : 'answered')
  if (published !== null)
    return decide([found, ...expected], {
      changes: [records.put('releases', id, { ...found.value, published: null }), ...changes],
      acts: [{ did: 'publish-undone', about: id, detail: { reason } }],
      told: [{ kind: 'publish-undone', release: id }],
    })
  const recall = await recallOf(records, found.value, actor.at)
  return decide([found, ...expected, ...recall.expected], {
    changes: [{ kind: 'delete', key: found.key }, ...changes, ...recall.changes],
    acts: [{ did: 'share-undone', about: id, detail: { reason } }],
    told: [
      {
        ...{ kind: 'share-undone', release: id, call: found.value.call },
        ...{ stopped: recall.stopped, recalled: recall.recalled, from: recall.from },
      },
    ],
  })
}

function doneAt({ shared, published }: Release): number {
  return published?.at ?? shared.at
}

/** What the notices of a sharing come to once it is taken back. */
async function recallOf(records: Records, release: Release, at: number) {
  const isOfIt = ({ key }: Found<unknown>) => key.id.startsWith(shareNoticeId(release, ''))
  const waiting = (await records.list('outbox')).filter(isOfIt)
  // One that has failed may have got there all the same.
  const read = [...(await records.list('posts')).filter(isOfIt), ...waiting.filter(({ value }) => value.failures > 0)]
  const from = withinHours(at)
  const recalls = await Promise.all(
    read.map(async ({ key, value: { news, place } }): Promise<Change | undefined> => {
      const recalled = await recallNews(records, release, news)
      if (recalled === undefined) return undefined
      return records.put('outbox', recallId(key.id), newNotice(place, recalled.language, recalled.news, from))
    }),
  )
  const changes = recalls.filter((one) => one !== undefined)
  return {
    from,
    expected: waiting,
    changes: [...waiting.map(({ key }): Change => ({ kind: 'delete', key })), ...changes],
    stopped: waiting.filter(({ value }) => value.failures === 0).length,
    recalled: changes.length,
  }
}

function recallId(notice: string): string {
  return `recalled/${notice}`
}

/**
 * The recall of a notice that was being posted while its sharing was taken back, so that it could neither be stopped nor
 * known to have been read; null where it was not taken back, or is not to be told any more.
 */
export async function recallOfPosted(
  records: Records,
  { key, value: { news, place, language } }: Found<Notice>,
  at: number,
): Promise<{ readonly change: Change; readonly expected: readonly Pick<Found<unknown>, 'key' | 'version'>[] } | null> {
  if ((await records.find('outbox', key.id)) !== undefined) return null
  const recalled = await recallIfUndone(records, news)
  if (recalled === null) return null
  const id = recallId(key.id)
  return {
    change: records.put('outbox', id, newNotice(place, language, recalled, withinHours(at))),
    expected: [
      { key, version: 0 },
      { key: records.key('outbox', id), version: 0 },
    ],
  }
}

async function recallIfUndone(records: Records, news: News): Promise<News | null> {
  if (news.kind === 'annex-shared') {
    const isThere = (await records.find('releases', news.call)) !== undefined
    const member = await records.find('members', news.member)
    return isThere || member === undefined ? null : { ...news, kind: 'annex-recalled' }
  }
  if (news.kind !== 'response') return null
  const submission = await records.find('submissions', news.receipt)
  return submission !== undefined && isUnreleased(submission.value)
    ? { kind: 'response-recalled', receipt: news.receipt }
    : null
}

/** What is told to who has read these news; nothing to who has withdrawn his opinion since. */
async function recallNews(
  records: Records,
  { receipts }: Release,
  news: News,
): Promise<{ readonly news: News; readonly language: 'ja' | 'en' } | undefined> {
  if (news.kind === 'annex-shared') {
    const { language } = await findAddress(records, news.member)
    return { news: { ...news, kind: 'annex-recalled' }, language }
  }
  if (news.kind !== 'response' || !receipts.includes(news.receipt)) return undefined
  const submitter = await records.find('submitters', news.receipt)
  return submitter && { news: { kind: 'response-recalled', receipt: news.receipt }, language: submitter.value.language }
}
