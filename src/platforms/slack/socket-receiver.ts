import { setTimeout as sleep } from 'node:timers/promises'
import { SocketModeClient } from '@slack/socket-mode'
import type { Take } from './http-receiver.ts'
import { silent } from './slack-web.ts'

/** Milliseconds until it is tried again to connect, after the client has given up. */
const pause = 30_000

type Given = {
  readonly appToken: string
  readonly apiUrl: string
  readonly take: Take
  readonly report: (message: string) => void
}

/** Takes what Slack sends over a socket that the bot has opened: no address of ours need be public. */
export function socketReceiver({ appToken, apiUrl, take, report }: Given) {
  const client = new SocketModeClient({
    appToken,
    logger: silent,
    clientOptions: { slackApiUrl: apiUrl, timeout: 10_000, retryConfig: { retries: 0 } },
  })
  const stopping = new AbortController()
  client.on('slack_event', ({ ack, body }: { ack: (response?: unknown) => Promise<void>; body: unknown }) => {
    // What cannot be taken is not acknowledged, and comes again.
    take(body, async (given) => await ack(given)).catch(() => {})
  })
  client.on('connected', () => report('Slack: connected'))
  client.on('reconnecting', () => report('Slack: the connection is lost; connecting again'))
  return {
    /** Connects, and goes on trying for as long as Slack cannot be reached. */
    async start(): Promise<void> {
      while (!stopping.signal.aborted) {
        try {
          await client.start()
          return
        } catch (error) {
          if (stopping.signal.aborted) return
          const why = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
          report(`Slack: cannot be reached (${why}); it is tried again in ${pause / 1000} s`)
          await sleep(pause, undefined, { signal: stopping.signal }).catch(() => {})
        }
      }
    },
    async stop(): Promise<void> {
      stopping.abort()
      await client.disconnect().catch(() => {})
    },
  }
}
