import { Agent, fetch as fetchByUndici } from 'undici'
import { ModelFailure } from './model-failure.ts'

/** Bytes of an answer that are read at most: a stream repeats each word in an envelope of some 300 bytes. */
const mostBytes = 4 * 1024 * 1024
/** Milliseconds in which a connection is made. */
const connecting = 5000

type Fetch = (url: string | URL | Request, init?: RequestInit) => Promise<Response>

/**
 * What the SDK may ask of the network: one POST to `origin`, with `headers` and no others. It follows no redirect, uses no
 * proxy of the environment, and ends what does not end.
 * @throws ModelFailure where the answer is no stream, or is too long
 */
export function guardedFetch(origin: string, headers: Readonly<Record<string, string>>): Fetch {
  const dispatcher = new Agent({ connect: { timeout: connecting } })
  return async (url, init) => {
    if (typeof url !== 'string' || new URL(url).origin !== origin || typeof init?.body !== 'string')
      throw new ModelFailure('refused', 'not-its-address')
    const response = await fetchByUndici(url, {
      method: 'POST',
      redirect: 'manual',
      headers: { ...headers, accept: 'text/event-stream', 'content-type': 'application/json' },
      body: init.body,
      signal: init.signal ?? null,
      dispatcher,
    })
    const { status } = response
    if (response.ok && !/^text\/event-stream\b/iu.test(response.headers.get('content-type') ?? '')) {
      await response.body?.cancel()
      throw new ModelFailure('malformed', 'no-stream')
    }
    const body = response.body === null ? null : (response.body as ReadableStream<Uint8Array>).pipeThrough(limited())
    return new Response(body, { status, headers: [...response.headers] })
  }
}

function limited(): TransformStream<Uint8Array, Uint8Array> {
  let read = 0
  return new TransformStream({
    transform(chunk, controller) {
      read += chunk.byteLength
      if (read > mostBytes) controller.error(new ModelFailure('malformed', 'too-long'))
      else controller.enqueue(chunk)
    },
  })
}
