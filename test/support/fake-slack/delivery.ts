import { sendHttp } from './http-app.ts'
import type { openSocketMode } from './socket-app.ts'
import type { World } from './world.ts'

export type Delivery = {
  readonly kind: 'events_api' | 'interactive' | 'slash_commands'
  readonly payload: Readonly<Record<string, unknown>>
  /** When it was signed, in seconds since 1970; copies of one delivery differ by it. */
  readonly signedAt?: number
  readonly retry?: { readonly num: number; readonly reason: 'http_error' | 'http_timeout' | 'timeout' }
}
/** What came back: `late`: nothing within Slack's 3 s; `refused`: a status other than 200. */
export type Received = {
  readonly outcome: 'acknowledged' | 'late' | 'refused' | 'unreachable'
  readonly status?: number
  readonly body?: unknown
}
export type Delivered = Delivery & Received & { readonly at: number; readonly tookMs: number }

export type DeliveryOptions = {
  /** How long Slack waits for an acknowledgement. */
  readonly ackMs?: number
  /** The waits before an event that was not acknowledged is sent again; Slack: at once, after a minute, after five. */
  readonly retryMs?: readonly number[]
}

/** Brings events and interactions to the app, over HTTP or over Socket Mode; keeps what came of each. */
export function buildDelivery(world: World, sockets: ReturnType<typeof openSocketMode>, options: DeliveryOptions) {
  const { ackMs = 3000, retryMs = [0, 60_000, 300_000] } = options
  const delivered: Delivered[] = []
  const running = new Set<Promise<unknown>>()
  const waits = new Set<{ timer: NodeJS.Timeout; end: () => void }>()
  let url: string | undefined
  let closed = false
  let held: Promise<void> | undefined

  function wait(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const end = () => {
        clearTimeout(one.timer)
        waits.delete(one)
        resolve()
      }
      const one = { timer: setTimeout(end, ms), end }
      waits.add(one)
    })
  }

  async function once(delivery: Delivery): Promise<Delivered> {
    const at = performance.now()
    const received = await (url === undefined ? sockets.send(delivery, ackMs) : sendHttp(world, url, delivery, ackMs))
    const one = { ...delivery, ...received, at: Date.now(), tookMs: performance.now() - at }
    delivered.push(one)
    world.changed()
    return one
  }

  async function again(delivery: Delivery, first: Delivered) {
    let last = first
    for (const [at, ms] of retryMs.entries()) {
      if (last.outcome === 'acknowledged' || closed) return
      await wait(ms)
      if (closed) return
      last = await once({ ...delivery, retry: { num: at + 1, reason: reasonOf(last, url === undefined) } })
    }
  }

  function track<T>(work: Promise<T>): Promise<T> {
    const kept = work.finally(() => running.delete(kept))
    running.add(kept)
    return kept
  }

  return {
    delivered,
    useHttp: (appUrl: string | undefined) => {
      url = appUrl
    },
    get url() {
      return url
    },
    hold(): () => void {
      const { promise, resolve } = Promise.withResolvers<void>()
      held = promise
      return resolve
    },
    /** Sends once, and `copies` times more; events that are not acknowledged come again later, by themselves. */
    async send(delivery: Delivery, copies = 0): Promise<Delivered> {
      if (delivery.kind === 'events_api') await held
      const signedAt = Math.floor(world.now() / 1000)
      const [first] = await track(
        Promise.all([
          once(delivery),
          ...Array.from({ length: copies }, (_, at) => once({ ...delivery, signedAt: signedAt - 1 - (at % 250) })),
        ]),
      )
      if (delivery.kind === 'events_api') void track(again(delivery, first as Delivered))
      return first as Delivered
    },
    /** Ends when no delivery is under way and none waits to be tried again. */
    async idle(): Promise<void> {
      while (running.size > 0) await Promise.all(running)
    },
    close() {
      closed = true
      for (const one of waits) one.end()
    },
  }
}

function reasonOf({ outcome }: Received, socketMode: boolean): 'http_error' | 'http_timeout' | 'timeout' {
  if (outcome !== 'late') return 'http_error'
  return socketMode ? 'timeout' : 'http_timeout'
}
