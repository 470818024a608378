/** How many seconds a post to a channel must wait, 0 for none: a bucket of `burst` that fills at `perSecond`. */
export function postPace(pace: { readonly burst: number; readonly perSecond: number } | undefined) {
  const buckets = new Map<string, { left: number; at: number }>()
  return (channel: string): number => {
    if (pace === undefined) return 0
    const now = performance.now()
    const bucket = buckets.get(channel) ?? { left: pace.burst, at: now }
    const left = Math.min(pace.burst, bucket.left + ((now - bucket.at) / 1000) * pace.perSecond)
    const free = left >= 1
    buckets.set(channel, { left: free ? left - 1 : left, at: now })
    return free ? 0 : Math.max(1, Math.ceil((1 - left) / pace.perSecond))
  }
}
