import type { Server } from 'node:http'
import { type WebSocket, WebSocketServer } from 'ws'
import { z } from 'zod'
import type { Delivery, Received } from './delivery.ts'
import type { World } from './world.ts'

const Acknowledgement = z
  .string()
  .transform((text, context) => {
    try {
      return JSON.parse(text) as unknown
    } catch {
      context.addIssue('no JSON')
      return z.NEVER
    }
  })
  .pipe(z.object({ envelope_id: z.string(), payload: z.record(z.string(), z.unknown()).optional() }))

/** Socket Mode: what Slack sends to apps that called apps.connections.open. */
export function openSocketMode(world: World, server: Server) {
  const upgrades = new WebSocketServer({ server })
  const open = new Set<WebSocket>()
  const waiting = new Map<string, (received: Received) => void>()
  const tickets = new Set<string>()

  upgrades.on('connection', (socket, request) => {
    const ticket = new URL(request.url ?? '/', 'ws://slack').searchParams.get('ticket') ?? ''
    if (tickets.has(ticket)) world.faults.push('Socket Mode: an address was used twice')
    tickets.add(ticket)
    open.add(socket)
    // Each delivery under way listens for its end.
    socket.setMaxListeners(0)
    const pings = setInterval(() => socket.ping(), 5000)
    socket.on('error', () => {})
    socket.on('close', () => {
      clearInterval(pings)
      open.delete(socket)
      world.changed()
    })
    socket.on('message', (data) => take(String(data)))
    const connection_info = { app_id: world.appId }
    socket.send(
      JSON.stringify({ type: 'hello', num_connections: open.size, connection_info, debug_info: { host: 'applink' } }),
    )
    world.changed()
  })

  function take(text: string) {
    const { data: said } = Acknowledgement.safeParse(text)
    const answered = waiting.get(said?.envelope_id ?? '')
    if (said === undefined || answered === undefined) {
      world.faults.push(`Socket Mode: ${text.slice(0, 100)} acknowledges nothing`)
      return
    }
    const body = said.payload === undefined || Object.keys(said.payload).length === 0 ? undefined : said.payload
    answered({ outcome: 'acknowledged', status: 200, ...(body === undefined ? {} : { body }) })
  }

  return {
    get connections() {
      return open.size
    },
    send({ kind, payload, retry }: Delivery, withinMs: number): Promise<Received> {
      const socket = [...open].at(-1)
      if (socket === undefined) return Promise.resolve({ outcome: 'unreachable' })
      const id = world.newId('e')
      const envelope = {
        envelope_id: id,
        type: kind,
        payload,
        accepts_response_payload: kind !== 'events_api',
        ...(kind === 'events_api' ? { retry_attempt: retry?.num ?? 0, retry_reason: retry?.reason ?? '' } : {}),
      }
      return new Promise((resolve) => {
        const settle = (received: Received) => {
          clearTimeout(timer)
          socket.off('close', gone)
          // An envelope that is acknowledged late, or twice, is nothing that Slack complains about.
          waiting.set(id, () => {})
          resolve(received)
        }
        const gone = () => settle({ outcome: 'unreachable' })
        const timer = setTimeout(() => settle({ outcome: 'late' }), withinMs)
        socket.once('close', gone)
        waiting.set(id, settle)
        socket.send(JSON.stringify(envelope))
      })
    },
    /** Sends anything at all, which nothing answers. */
    sendText(text: string) {
      for (const socket of open) socket.send(text)
    },
    /** Asks the apps to connect anew, as Slack does every few hours. */
    askToReconnect(reason: 'warning' | 'refresh_requested') {
      for (const socket of open)
        socket.send(JSON.stringify({ type: 'disconnect', reason, debug_info: { host: 'applink' } }))
    },
    /** Cuts the connections without a word. */
    drop() {
      for (const socket of open) socket.terminate()
    },
    close() {
      for (const socket of open) socket.terminate()
      upgrades.close()
    },
  }
}
