import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A Web API that takes everything, and counts the threads that were answered. */
export async function openPeer() {
  const answered = new Map<string, number>()
  let last: URLSearchParams | undefined
  let count = 0
  let wanted = { threads: new Set<string>(), done: () => {} }
  const server = createServer((request, response) => {
    let body = ''
    request.setEncoding('utf8')
    request.on('data', (piece: string) => {
      body += piece
    })
    request.on('end', () => {
      const method = request.url?.split('/').at(-1) ?? ''
      response.setHeader('content-type', 'application/json')
      response.end(JSON.stringify(answerTo(method, body)))
    })
  })

  function answerTo(method: string, body: string): object {
    if (method === 'auth.test') return { ok: true, user_id: 'U0BOT', bot_id: 'B0BOT', team_id: 'T0BENCH' }
    if (method === 'users.info') return { ok: true, user: { id: 'U1', locale: 'ja-JP' } }
    if (method !== 'chat.postMessage') return { ok: true, messages: [] }
    const thread = /(?:^|&)thread_ts=([\d.]+)/u.exec(body)?.[1] ?? ''
    last ??= new URLSearchParams(body)
    answered.set(thread, (answered.get(thread) ?? 0) + 1)
    count += 1
    wanted.threads.delete(thread)
    if (wanted.threads.size === 0) wanted.done()
    return { ok: true, channel: 'C1', ts: `1700000000.${String(count % 1_000_000).padStart(6, '0')}` }
  }

  server.keepAliveTimeout = 60_000
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/`,
    /** The first post. */
    first: () => last,
    /** Ends when each of these threads was answered. */
    allAnswered(threads: readonly string[]): Promise<void> {
      const left = threads.filter((thread) => !answered.has(thread))
      if (left.length === 0) return Promise.resolve()
      return new Promise((resolve) => {
        wanted = { threads: new Set(left), done: resolve }
      })
    },
    /** Threads that were answered more than once. */
    doubled: () => [...answered.values()].filter((times) => times > 1).length,
    close() {
      server.closeAllConnections()
      server.close()
    },
  }
}
