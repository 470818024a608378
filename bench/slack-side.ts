import { App, HTTPReceiver, LogLevel } from '@slack/bolt'
import { openPlatforms } from '../src/commands/serve-platforms.ts'
import { readConfig } from '../src/config.ts'
import { silent } from '../src/platforms/slack/slack-web.ts'

/** One of the two apps that bench/slack.ts compares, in a process of its own; its port is the first line that it prints. */
const [side, answer = '{}'] = process.argv.slice(2)

if (side === 'ours') {
  const served = await openPlatforms(readConfig(process.env), { report: () => {} })
  console.log(served.port)
  // The profiler writes when the process ends by itself.
  process.once('SIGTERM', () => void served[Symbol.asyncDispose]().then(() => process.exit()))
} else {
  const { SLACK_SIGNING_SECRET: signingSecret = '', SLACK_BOT_TOKEN: botToken = '', SLACK_API_URL = '' } = process.env
  const quiet = { logLevel: LogLevel.ERROR, logger: silent }
  const receiver = new HTTPReceiver({ signingSecret, ...quiet })
  const app = new App({
    receiver,
    authorize: async () => ({ botToken, botId: 'B0BOT', botUserId: 'U0BOT' }),
    clientOptions: { slackApiUrl: SLACK_API_URL },
    ...quiet,
  })
  const fixed = JSON.parse(answer)
  app.event('app_mention', async ({ event, client }) => {
    await client.chat.postMessage({ ...fixed, channel: event.channel, thread_ts: event.ts })
  })
  const server = await receiver.start({ port: 0, host: '127.0.0.1' } as never)
  const address = server.address()
  console.log(typeof address === 'object' ? address?.port : 0)
  process.once('SIGTERM', () => process.exit())
}
