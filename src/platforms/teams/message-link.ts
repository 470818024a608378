import type { TeamsPlace } from './teams-place.ts'

/**
 * Where a post of a channel is seen in Teams, by the id that Teams gave it, which is the time when it was posted
 * (concepts/build-and-test/deep-link-teams, "deep link to message"). Undefined where it is in no channel.
 */
export function messageLink({ conversation, tenant }: TeamsPlace, post: string): string | undefined {
  const channel = conversation?.split(';', 1)[0] ?? ''
  if (!channel.endsWith('@thread.tacv2') || !/^\d+$/u.test(post)) return undefined
  const query = new URLSearchParams({ tenantId: tenant, parentMessageId: post, createdTime: post })
  return `https://teams.microsoft.com/l/message/${encodeURIComponent(channel)}/${post}?${query}`
}
