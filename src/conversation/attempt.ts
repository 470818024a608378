import type { News, Notice } from '../opinions/notice.ts'
import type { Found } from '../opinions/records.ts'
import type { Messenger, Posted } from '../ports.ts'
import { undelivered } from './messages/undelivered.ts'
import type { Message } from './reply.ts'
import { errorKind } from './reportable.ts'

/** Puts news into words; null where they are not to be told any more. */
export type Render = (news: News, notice: Notice) => Promise<Message | null>

/** What came of one attempt: `void`: it is not to be told any more; `failed`: it may or may not be there. */
export type Attempt = Posted | { readonly outcome: 'void' } | { readonly outcome: 'failed'; readonly error: unknown }

/** A notice that failed as often as this is refused. */
const mostFailures = 12
const shortestWait = 60_000
const longestWait = 60 * 60_000
const longestReason = 200

/**
 * The post that a notice brings up to date, and the one that it stands under; null where it stands under none, undefined
 * where a post is not there.
 */
export type Before = { readonly posted: string | undefined; readonly under: string | null | undefined }

/**
 * Tries to deliver a notice; never throws. `look`: it may be there already, and is looked for first, also where it is
 * not to be told any more. The messenger's key is the committee's id and the notice's: two committees may share a messenger.
 */
export async function attempt(
  { key, value: notice }: Found<Notice>,
  messengers: readonly Messenger<Message>[],
  render: Render,
  { look, posted, under }: Before & { readonly look: boolean },
): Promise<Attempt> {
  const { place, news } = notice
  const kind = place.split(':', 1)[0] ?? ''
  const messenger = messengers.find((one) => one.kind === kind)
  if (messenger === undefined)
    return { outcome: 'refused', reason: kind === 'none' ? undelivered.nobody : undelivered.noMessenger(kind) }
  const name = `${key.committee}/${key.id}`
  try {
    if (under === undefined) return { outcome: 'void' }
    const there = look && posted === undefined ? await messenger.find(place, name) : 'none'
    if (typeof there === 'object') return { outcome: 'posted', ref: there.ref }
    const message = await render(news, notice)
    if (message === null) return { outcome: 'void' }
    const updated = posted === undefined ? undefined : await messenger.update?.(place, posted, message)
    // Where somebody has deleted it there, it is posted anew.
    if (updated !== undefined && updated.outcome !== 'refused') return updated
    return await messenger.post(place, name, message, under ?? undefined)
  } catch (error) {
    return { outcome: 'failed', error }
  }
}

/** The notice as it is after an attempt; null: it is done with. The first wait is one minute, each later one twice as long. */
export function afterAttempt(
  notice: Notice,
  tried: Exclude<Attempt, { readonly outcome: 'away' }>,
  now: number,
): Notice | null {
  switch (tried.outcome) {
    case 'posted':
    case 'void':
      return null
    case 'later':
      return { ...notice, next: Math.max(tried.until, now) }
    case 'refused':
      return refusedNotice(notice, tried.reason)
    case 'failed': {
      const failures = notice.failures + 1
      if (failures < mostFailures)
        return { ...notice, failures, next: now + Math.min(shortestWait * 2 ** notice.failures, longestWait) }
      return { ...notice, failures, refused: undelivered.attempts(failures, errorKind(tried.error)) }
    }
  }
}

function storable(reason: string): string {
  return reason
    .replaceAll(/\p{Cc}+/gu, ' ')
    .slice(0, longestReason)
    .toWellFormed()
}

/** What is refused is not told any more: of a turn's reply nothing need be kept. */
function refusedNotice({ reply: _, ...notice }: Notice, reason: string): Notice {
  return { ...notice, refused: storable(reason) }
}
