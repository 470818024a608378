/** How many posts the connector takes. */
export type Pace = { readonly perSecond: number; readonly per30Seconds: number; readonly tenantPerSecond: number }

/** Teams’ own limits per bot and thread, and per tenant (Microsoft Learn, "Optimize your bot with rate limiting"). */
export const teamsPace: Pace = { perSecond: 7, per30Seconds: 60, tenantPerSecond: 50 }

/** How many seconds a post to a conversation must wait, 0 for none; a refused post does not count. */
export function buildPace(pace: Pace | undefined) {
  const posts = new Map<string, number[]>()
  const all: number[] = []

  return (conversation: string): number => {
    if (pace === undefined) return 0
    const now = performance.now()
    const here = (posts.get(conversation) ?? []).filter((at) => at > now - 30_000)
    posts.set(conversation, here)
    while (all[0] !== undefined && all[0] <= now - 1000) all.shift()
    const waitFor = (list: readonly number[], limit: number, withinMs: number) =>
      list.length < limit ? 0 : (list[list.length - limit] as number) + withinMs - now
    const wait = Math.max(
      waitFor(here, pace.perSecond, 1000),
      waitFor(here, pace.per30Seconds, 30_000),
      waitFor(all, pace.tenantPerSecond, 1000),
    )
    if (wait > 0) return Math.ceil(wait / 1000)
    here.push(now)
    all.push(now)
    return 0
  }
}
