import { setTimeout as sleep } from 'node:timers/promises'

/** What some work gives, if it does within so many milliseconds; it goes on all the same. @throws what it throws by then */
export async function within<T>(work: Promise<T>, patience: number): Promise<T | undefined> {
  const stop = new AbortController()
  try {
    return await Promise.race([work, sleep(patience, undefined, { signal: stop.signal })])
  } finally {
    stop.abort()
  }
}
