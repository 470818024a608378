import type { Bot } from '../app.ts'
import type { Config } from '../config.ts'
import type { Pace } from '../platforms/post-pace.ts'
import type { respond } from '../platforms/slack/respond.ts'
import { openSlack } from '../platforms/slack/slack-app.ts'
import { SlackMessenger } from '../platforms/slack/slack-messenger.ts'
import { boardOf } from '../platforms/slack/slack-place.ts'
import { type Call, slackWeb } from '../platforms/slack/slack-web.ts'
import type { Clock } from '../ports.ts'
import { filesOf, readDivisionFile } from './platform-files.ts'
import { readCommandLine } from './read-command-line.ts'

/** `pace` is how fast posts go to a channel, where it is not Slack's own; `web` is what is called in place of Slack. */
type Given = {
  readonly report: (message: string) => void
  readonly clock: Clock
  readonly pace?: Pace | undefined
  readonly web?: { readonly call: Call; readonly respond: typeof respond }
}

/** Slack as a platform to be served. */
export function slackPlatform(config: NonNullable<Config['slack']>, { report, clock, pace, web }: Given) {
  let served: Bot | undefined
  // One client for what somebody waits for, another for posts: what Slack holds up in one stays there.
  const messenger = new SlackMessenger(
    web?.call ?? slackWeb(config),
    clock,
    filesOf(() => served),
    pace,
    web?.respond,
  )
  return {
    messenger,
    boards: config.channel === null ? [] : [boardOf(config.channel)],
    serve(bot: Bot) {
      served = bot
      const committee = bot.prepared.record.committee.id
      const reach = { call: web?.call ?? slackWeb(config), readLine: readCommandLine, readFile: readDivisionFile }
      const slack = openSlack({ bot, config, ...reach, committee, clock, report })
      return { take: slack.take, handle: slack.handle, start: slack.start, stop: slack.stop }
    },
  }
}
