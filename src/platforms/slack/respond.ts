import type { SlackPost } from './message-posts.ts'
import { SlackBusy } from './slack-web.ts'

/** Messages that a response address takes, and one is kept for what comes later (source: 5 in 30 minutes). */
const most = 4

/** Milliseconds that a call may take. */
const patience = 10_000

/**
 * Sends posts to whoever gave a command, so that nobody else sees them. Returns those that are left to be sent elsewhere: the address
 * is used up, or over.
 * @throws where it may or may not be there
 */
export async function respond(url: string, posts: readonly SlackPost[]): Promise<readonly SlackPost[]> {
  for (const [at, { text, blocks }] of posts.entries()) {
    if (at >= most) return posts.slice(at)
    const response = await fetch(url, {
      method: 'POST',
      redirect: 'error',
      headers: { 'content-type': 'application/json; charset=utf-8' },
      body: JSON.stringify({ response_type: 'ephemeral', replace_original: false, text, blocks }),
      signal: AbortSignal.timeout(patience),
    })
    await response.arrayBuffer()
    if (response.status === 429) throw new SlackBusy(Number(response.headers.get('retry-after') ?? 1))
    if (response.status >= 500) throw Object.assign(new Error('no answer'), { code: `http-${response.status}` })
    if (!response.ok) return posts.slice(at)
  }
  return []
}
