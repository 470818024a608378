import type { Bot } from '../app.ts'
import type { Config } from '../config.ts'
import type { Pace } from '../platforms/slack/post-pace.ts'
import { openSlack } from '../platforms/slack/slack-app.ts'
import { SlackMessenger } from '../platforms/slack/slack-messenger.ts'
import { boardOf } from '../platforms/slack/slack-place.ts'
import { slackWeb } from '../platforms/slack/slack-web.ts'
import type { Clock } from '../ports.ts'

type Given = { readonly report: (message: string) => void; readonly clock: Clock; readonly pace?: Pace | undefined }

/** Slack as a platform to be served. */
export function slackPlatform(config: NonNullable<Config['slack']>, { report, clock, pace }: Given) {
  // One client for what somebody waits for, another for posts: what Slack holds up in one stays there.
  const messenger = new SlackMessenger(slackWeb(config), clock, pace)
  return {
    messenger,
    boards: config.channel === null ? [] : [boardOf(config.channel)],
    serve(bot: Bot) {
      const committee = bot.prepared.record.committee.id
      const slack = openSlack({ bot, config, call: slackWeb(config), committee, clock, report })
      return { handle: slack.handle, start: slack.start, stop: slack.stop }
    },
  }
}
