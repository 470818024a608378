import type { AddressInfo } from 'node:net'
import { App, HTTPReceiver, LogLevel, SocketModeReceiver } from '@slack/bolt'
import { type FakeSlack, type FakeSlackOptions, openFakeSlack } from './fake-slack.ts'

/** The two ways from Slack to an app. */
export const receivers = ['http', 'socket'] as const

/** A plain Bolt app on the fake Slack, for the fake's own tests: `build` says what it listens to. */
export async function openBoltApp(
  receiver: (typeof receivers)[number],
  build: (app: App, slack: FakeSlack) => void,
  options: FakeSlackOptions = {},
) {
  const slack = await openFakeSlack({ retryMs: [0, 0, 0], ...options })
  const clientOptions = { slackApiUrl: slack.apiUrl, retryConfig: { retries: 0 } }
  const quiet = { logLevel: LogLevel.ERROR, logger: silentLogger }
  const http = new HTTPReceiver({ signingSecret: slack.signingSecret, ...quiet })
  const socket = new SocketModeReceiver({
    appToken: slack.appToken,
    installerOptions: { clientOptions },
    clientPingTimeout: 500,
    ...quiet,
  })
  const app = new App({
    receiver: receiver === 'http' ? http : socket,
    authorize: async () => ({ botToken: slack.botToken, botId: slack.botId, botUserId: slack.botUserId }),
    clientOptions,
    ...quiet,
  })
  app.error(async () => {})
  build(app, slack)
  if (receiver === 'http') {
    const server = await http.start({ port: 0, host: '127.0.0.1' } as never)
    await slack.connectHttp(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
  } else {
    await app.start()
    await slack.connectSocket()
  }
  return {
    app,
    slack,
    async [Symbol.asyncDispose]() {
      if (receiver === 'socket') await socket.client.disconnect()
      else await app.stop()
      await slack[Symbol.asyncDispose]()
    },
  }
}

const nothing = () => {}
const silentLogger = {
  debug: nothing,
  info: nothing,
  warn: nothing,
  error: nothing,
  setLevel: nothing,
  getLevel: () => LogLevel.ERROR,
  setName: nothing,
}
