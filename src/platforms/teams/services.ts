import { isServiceAllowed } from './service-url.ts'
import type { TeamsPlace } from './teams-place.ts'

/** Conversations and people whose service is remembered at most. */
const most = 10_000

/** Through which address Teams is reached for a place. */
export type Services = {
  /** Keeps where something has just come from; the newest counts. */
  readonly note: (from: { readonly service: string; readonly conversation: string; readonly user: string }) => void
  /** The address that was heard from last, else the one that the place was stored with, else the usual one. */
  readonly reach: (place: Pick<TeamsPlace, 'service' | 'conversation' | 'user'>) => string
  /** The address for what has never been heard from. */
  readonly usual: string
}

/**
 * Teams may move a tenant to another address while places are stored for weeks; whatever is used begins like one of `allowed`.
 * The usual one is that of all regions (bots/how-to/conversations/send-proactive-messages).
 */
export function openServices(allowed: readonly string[]): Services {
  const [first = ''] = allowed
  const usual = URL.parse(first)?.pathname === '/' ? `${first.replace(/\/$/u, '')}/teams/` : first
  const newest = new Map<string, string>()
  return {
    usual,
    note({ service, conversation, user }) {
      if (newest.size >= most) newest.clear()
      for (const one of [roomOf(conversation), user]) newest.set(one, service)
    },
    reach({ service, conversation, user }) {
      const heard = newest.get(conversation === null ? (user ?? '') : roomOf(conversation))
      return heard ?? (isServiceAllowed(service, allowed) ? service : usual)
    },
  }
}

/** A thread is reached as its channel is. */
function roomOf(conversation: string): string {
  return conversation.split(';', 1)[0] ?? conversation
}
