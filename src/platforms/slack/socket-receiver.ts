import { setTimeout as sleep } from 'node:timers/promises'
import { SocketModeClient } from '@slack/socket-mode'
import type { Take } from './http-receiver.ts'
import { silent } from './slack-web.ts'

/** Milliseconds until it is tried again to connect: at first, and at most. */
const pause = { first: 1000, longest: 30_000 }

type Given = {
  readonly appToken: string
  readonly apiUrl: string
  readonly take: Take
  readonly report: (message: string) => void
}

/**
 * The SDK's client, but for two things that end a process: it reads into an event that Slack has sent otherwise than
 * expected, and it lets go of a failure to connect again.
 */
class Client extends SocketModeClient {
  constructor(appToken: string, apiUrl: string) {
    const clientOptions = { slackApiUrl: apiUrl, timeout: 10_000, retryConfig: { retries: 0 } }
    super({ appToken, logger: silent, clientOptions, autoReconnectEnabled: false })
  }

  /** All that is delivered comes as `slack_event`, and as nothing else: an event could be named as one of the client's own. */
  protected override async onWebSocketMessage(data: string | ArrayBuffer, isBinary: boolean): Promise<void> {
    const said = isBinary ? undefined : parse(typeof data === 'string' ? data : new TextDecoder().decode(data))
    if (typeof said !== 'object' || said === null || !('type' in said)) return
    if (said.type === 'hello' || said.type === 'disconnect') return await super.onWebSocketMessage(data, false)
    if ('envelope_id' in said && typeof said.envelope_id === 'string')
      await super.onWebSocketMessage(JSON.stringify({ ...said, type: 'envelope' }), false)
  }
}

/** Takes what Slack sends over a socket that the bot has opened: no address of ours need be public. */
export function socketReceiver({ appToken, apiUrl, take, report }: Given) {
  const client = new Client(appToken, apiUrl)
  const stopping = new AbortController()
  client.on('slack_event', ({ ack, body }: { ack: (response?: unknown) => Promise<void>; body: unknown }) => {
    // What cannot be taken is not acknowledged, and comes again.
    take(body, async (given) => await ack(given)).catch(() => {})
  })
  client.on('connected', () => report('Slack: connected'))

  /** Connects, and returns when the connection is over. @throws where there was none */
  async function connect(): Promise<void> {
    await client.start()
    await new Promise((resolve) => client.once('disconnected', resolve))
  }

  return {
    /** Connects, and goes on connecting for as long as it is not stopped. */
    async start(): Promise<void> {
      let wait = pause.first
      while (!stopping.signal.aborted) {
        try {
          await connect()
          wait = pause.first
          if (stopping.signal.aborted) return
          report('Slack: the connection is over; connecting again')
        } catch (error) {
          if (stopping.signal.aborted) return
          const why = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
          report(`Slack: cannot be reached (${why}); it is tried again in ${wait / 1000} s`)
          await sleep(wait, undefined, { signal: stopping.signal }).catch(() => {})
          wait = Math.min(2 * wait, pause.longest)
        }
      }
    },
    async stop(): Promise<void> {
      stopping.abort()
      await client.disconnect().catch(() => {})
    },
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
