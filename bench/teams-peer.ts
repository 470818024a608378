import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { buildIssuer } from '../test/support/fake-teams/issuer.ts'
import { type Answer, buildWorld } from '../test/support/fake-teams/world.ts'

const sent = /^\/teams\/v3\/conversations\/([^/]+)\/activities(?:\/[^/]+)?$/u

/** Microsoft's side of the wire: the issuer of tokens, and a connector that takes everything and tells when a conversation was answered. */
export async function openPeer() {
  const world = buildWorld({})
  const issuer = buildIssuer(world)
  const waiting = new Map<string, () => void>()
  let unasked = 0
  let bytes = 0

  function take(path: string, body: string): Answer {
    if (path.startsWith('/login/')) return issuer.grant(path, new URLSearchParams(body))
    // That the bot is at work is no answer.
    if (body.startsWith('{"type":"typing"')) return { status: 201, body: { id: world.newMessageId() } }
    const conversation = decodeURIComponent(sent.exec(path)?.[1] ?? '')
    const answered = waiting.get(conversation)
    waiting.delete(conversation)
    if (answered === undefined) unasked += 1
    answered?.()
    bytes = body.length
    return { status: 201, body: { id: world.newMessageId() } }
  }

  async function answer(request: IncomingMessage): Promise<Answer> {
    const [path = ''] = (request.url ?? '').split('?', 1)
    if (request.method === 'GET') return issuer.answer(path) ?? { status: 404 }
    return take(path, await text(request))
  }

  const server = createServer((request, response) => {
    void answer(request).then(({ status, body }) => {
      response.writeHead(status, { 'content-type': 'application/json' })
      response.end(JSON.stringify(body ?? {}))
    })
  })
  server.keepAliveTimeout = 60_000
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  world.base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    world,
    issuer,
    /** Ends with the next post to a conversation. */
    answered: (conversation: string): Promise<void> =>
      new Promise((resolve) => {
        waiting.set(conversation, resolve)
      }),
    /** Posts to conversations in which nothing was asked, or to which the answer had come before. */
    unasked: () => unasked,
    /** Bytes of the post that came last. */
    bytes: () => bytes,
    close() {
      server.closeAllConnections()
      server.close()
    },
  }
}
