import { createHmac } from 'node:crypto'
import type { Delivery, Received } from './delivery.ts'
import type { World } from './world.ts'

/** The signature that Slack puts on a request (docs.slack.dev, verifying requests from Slack). */
export function signature(secret: string, timestamp: string, body: string | Buffer): string {
  return `v0=${createHmac('sha256', secret).update(`v0:${timestamp}:`).update(body).digest('hex')}`
}

export type RawOptions = {
  /** Seconds since 1970. */
  readonly timestamp?: string
  readonly signature?: string
  readonly contentType?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly signal?: AbortSignal
}

/** Sends one request as Slack would, or as somebody who pretends to be Slack. */
export async function sendRaw(world: World, url: string, body: string | Buffer, options: RawOptions = {}) {
  const timestamp = options.timestamp ?? String(Math.floor(world.now() / 1000))
  const response = await fetch(`${url}/slack/events`, {
    method: 'POST',
    headers: {
      'content-type': options.contentType ?? 'application/json',
      'x-slack-request-timestamp': timestamp,
      'x-slack-signature': options.signature ?? signature(world.signingSecret, timestamp, body),
      ...options.headers,
    },
    body: typeof body === 'string' ? body : new Uint8Array(body),
    ...(options.signal === undefined ? {} : { signal: options.signal }),
  })
  return { status: response.status, body: await response.text() }
}

/** The form in which Slack sends each kind of thing over HTTP. */
export function written({ kind, payload }: Delivery): { body: string; contentType: string } {
  const form = 'application/x-www-form-urlencoded'
  switch (kind) {
    case 'events_api':
      return { body: JSON.stringify(payload), contentType: 'application/json' }
    case 'interactive':
      return { body: new URLSearchParams({ payload: JSON.stringify(payload) }).toString(), contentType: form }
    case 'slash_commands':
      return { body: new URLSearchParams(payload as Record<string, string>).toString(), contentType: form }
  }
}

export async function sendHttp(world: World, url: string, delivery: Delivery, withinMs: number): Promise<Received> {
  const { body, contentType } = written(delivery)
  const retry: Record<string, string> =
    delivery.retry === undefined
      ? {}
      : { 'x-slack-retry-num': String(delivery.retry.num), 'x-slack-retry-reason': delivery.retry.reason }
  try {
    const signal = AbortSignal.timeout(withinMs)
    const timestamp = String(delivery.signedAt ?? Math.floor(world.now() / 1000))
    const answer = await sendRaw(world, url, body, { contentType, timestamp, headers: retry, signal })
    if (answer.status !== 200) return { outcome: 'refused', status: answer.status }
    return { outcome: 'acknowledged', status: 200, body: bodyOf(answer.body) }
  } catch (error) {
    return { outcome: (error as Error).name === 'TimeoutError' ? 'late' : 'unreachable' }
  }
}

function bodyOf(text: string): unknown {
  if (text === '') return undefined
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
