import { Agent, type RequestOptions, request } from 'node:http'
import { text } from 'node:stream/consumers'
import type { Issuer } from './issuer.ts'
import type { World } from './world.ts'

/** An activity as Teams sends it to an app. */
export type Inbound = { readonly type: string; readonly id?: string; readonly [field: string]: unknown }
export type DeliveryOptions = {
  /** How long Teams waits for the answer to an activity, and to an invoke. */
  readonly messageMs?: number
  readonly invokeMs?: number
  /** The waits before an activity that was answered with 5xx, or not at all, is sent again; invokes are not. */
  readonly retryMs?: readonly number[]
  /** Sends no tokens. */
  readonly anonymous?: boolean
}
/** What the app answered: `late` is no answer in time. */
export type HttpAnswer = {
  readonly outcome: 'answered' | 'late' | 'unreachable'
  readonly status?: number
  readonly body?: unknown
}
export type Delivered = HttpAnswer & { readonly activity: Inbound; readonly at: number; readonly tookMs: number }
export type RawOptions = {
  /** The Authorization header; `null` sends none. */
  readonly authorization?: string | readonly string[] | null
  readonly headers?: Readonly<Record<string, string>>
  readonly withinMs?: number
}

/** Brings activities to the app’s address, each with a fresh token; keeps what came of each. */
export function buildDelivery(world: World, issuer: Issuer, options: DeliveryOptions) {
  const { messageMs = 15_000, invokeMs = 5000, retryMs = [0, 0] } = options
  const delivered: Delivered[] = []
  const running = new Set<Promise<unknown>>()
  const agent = new Agent({ keepAlive: true })
  let url: string | undefined
  let closed = false

  async function raw(body: string | Buffer, given: RawOptions = {}): Promise<HttpAnswer> {
    if (url === undefined) throw new Error('no app is connected: call connect(url)')
    const usual = options.anonymous === true ? null : `Bearer ${issuer.token()}`
    const authorization = given.authorization === undefined ? usual : given.authorization
    const sent = {
      agent,
      method: 'POST',
      headers: {
        'content-type': 'application/json; charset=utf-8',
        'content-length': Buffer.byteLength(body),
        // fetch would join a doubled header into one.
        ...(authorization === null ? {} : { authorization }),
        ...given.headers,
      },
      signal: AbortSignal.timeout(given.withinMs ?? messageMs),
    }
    const { promise, resolve } = Promise.withResolvers<HttpAnswer>()
    const call = request(`${url}/api/messages`, sent as RequestOptions, (response) => {
      text(response).then(
        (said) => resolve({ outcome: 'answered', status: response.statusCode ?? 0, body: bodyOf(said) }),
        () => resolve({ outcome: 'unreachable' }),
      )
    })
    call.on('error', () => resolve({ outcome: sent.signal.aborted ? 'late' : 'unreachable' }))
    call.end(body)
    return promise
  }

  async function once(activity: Inbound): Promise<Delivered> {
    const at = performance.now()
    const answer = await raw(JSON.stringify(activity), {
      withinMs: activity.type === 'invoke' ? invokeMs : messageMs,
    })
    const one = { ...answer, activity, at: Date.now(), tookMs: performance.now() - at }
    delivered.push(one)
    world.changed()
    return one
  }

  const failed = ({ outcome, status = 0 }: HttpAnswer) => outcome !== 'answered' || status >= 500

  async function again(activity: Inbound, first: Delivered) {
    let last = first
    for (const ms of retryMs) {
      if (!failed(last) || closed) return
      await new Promise((resolve) => setTimeout(resolve, ms))
      last = await once(activity)
    }
  }

  function track<T>(work: Promise<T>): Promise<T> {
    const kept = work.finally(() => running.delete(kept))
    running.add(kept)
    return kept
  }

  return {
    delivered,
    connect: (appUrl: string) => {
      url = appUrl
    },
    raw,
    /** Sends once, and `copies` times more at the same time; what failed comes again by itself. */
    async send(activity: Inbound, copies = 0): Promise<Delivered> {
      const [first] = await track(Promise.all(Array.from({ length: 1 + copies }, () => once(activity))))
      if (activity.type !== 'invoke') void track(again(activity, first as Delivered))
      return first as Delivered
    },
    /** Ends when no delivery is under way and none waits to be tried again. */
    async idle(): Promise<void> {
      while (running.size > 0) await Promise.all(running)
    },
    close() {
      closed = true
      agent.destroy()
    },
  }
}

function bodyOf(said: string): unknown {
  if (said === '') return undefined
  try {
    return JSON.parse(said)
  } catch {
    return said
  }
}
