import type { IncomingMessage, ServerResponse } from 'node:http'
import { readBody } from '../read-body.ts'
import { Seen } from './seen.ts'
import { isSigned } from './signature.ts'

/** What answers a delivery: nothing, a text, or an object that is sent as JSON. */
export type Ack = (response?: unknown) => Promise<void>

/** Takes a body that Slack has sent, and acknowledges it. @throws where it could not be taken: Slack sends it again */
export type Take = (body: unknown, ack: Ack) => Promise<void>

/** Bytes of a body at most. */
const longestBody = 2 * 1024 * 1024
/** Milliseconds that a body may take to come in; Slack gives a request up after three seconds. */
const patience = 2500

/** Takes what Slack sends to `/slack/events`: only what it has signed, and each request once. Every request is answered. */
export function httpReceiver(secret: string, take: Take, now: () => number) {
  const seen = new Seen()
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const answer = (status: number, body?: unknown) => {
      if (response.headersSent) return
      const isText = typeof body === 'string' || body === undefined
      const said = isText ? (body ?? '') : JSON.stringify(body)
      response.writeHead(status, {
        'content-type': isText ? 'text/plain; charset=utf-8' : 'application/json; charset=utf-8',
        'content-length': Buffer.byteLength(said),
        // What has not come in by now is not waited for.
        ...(status === 408 ? { connection: 'close' } : {}),
      })
      response.end(said)
    }
    if (request.method !== 'POST') return answer(405)
    const raw = await readBody(request, { longest: longestBody, patience })
    if (raw === 'gone') return
    if (raw === 'slow') return answer(408)
    if (raw === 'long') return answer(413)
    if (!isSigned(secret, request.headers, raw, now())) return answer(401)
    const signature = String(request.headers['x-slack-signature'])
    if (!seen.take(signature, now())) return answer(401)
    const body = parseBody(raw, request.headers['content-type'] ?? '')
    if (typeof body !== 'object' || body === null) return answer(400)
    if ('ssl_check' in body) return answer(200)
    if ('type' in body && body.type === 'url_verification')
      return answer(200, { challenge: 'challenge' in body && typeof body.challenge === 'string' ? body.challenge : '' })
    try {
      await take(body, async (given) => answer(200, given))
      answer(200)
    } catch {
      seen.forget(signature)
      answer(503)
    }
  }
}

/** Events are JSON; what people press and type as commands is a form, with JSON in its field `payload`. */
function parseBody(raw: Buffer, type: string): unknown {
  const text = raw.toString('utf8')
  try {
    if (!type.startsWith('application/x-www-form-urlencoded')) return JSON.parse(text)
    const fields = Object.fromEntries(new URLSearchParams(text))
    return fields.payload === undefined ? fields : JSON.parse(fields.payload)
  } catch {
    return undefined
  }
}
