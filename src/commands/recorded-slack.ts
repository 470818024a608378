import type { SlackPost } from '../platforms/slack/message-posts.ts'
import type { Call } from '../platforms/slack/slack-web.ts'
import type { Recorded } from './play.ts'

/** A Web API that goes nowhere: it keeps what it is called with, and answers as Slack does where all is well. */
export function recordSlack(at: number) {
  const calls: Recorded[] = []
  const answers: Readonly<Record<string, (args: Readonly<Record<string, unknown>>, ts: string) => object>> = {
    'chat.postMessage': ({ channel }, ts) => ({ channel, ts }),
    'chat.update': ({ channel, ts }) => ({ channel, ts }),
    'conversations.history': () => ({ messages: [] }),
    'conversations.replies': () => ({ messages: [] }),
    // A person's direct messages have an id of their own, which only Slack knows.
    'conversations.open': ({ users }) => ({ channel: { id: `D${String(users).slice(1)}` } }),
    'files.getUploadURLExternal': () => ({ upload_url: 'data:,', file_id: 'F0RECEIVE' }),
    'users.info': ({ user }) => ({ user: { id: user, locale: 'ja-JP' } }),
    'views.open': ({ view }) => ({ view: { ...Object(view), id: 'V0RECEIVE' } }),
    'views.update': ({ view, view_id }) => ({ view: { ...Object(view), id: view_id } }),
  }
  const call = async (method: string, args: object) => {
    calls.push({ method, args })
    const ts = `${Math.floor(at / 1000)}.${String(calls.length).padStart(6, '0')}`
    return { ok: true, ...answers[method]?.({ ...args }, ts) }
  }
  const respond = async (url: string, posts: readonly SlackPost[]) => {
    for (const post of posts) calls.push({ method: 'response_url', args: { url, ...post } })
    return []
  }
  return { calls, call: call as Call, respond }
}
