import { readPayload } from '../platforms/slack/payload.ts'
import { atOnce, type Player } from './play.ts'
import { recordSlack } from './recorded-slack.ts'
import { slackPlatform } from './slack-platform.ts'

/** Slack, as it is played. */
export const playSlack: Player = {
  expected: 'an event (type event_callback), a command or an interaction, whole, as Slack delivers it',
  isKnown: (body) => readPayload(body) !== undefined,
  environment: () => ({
    ...{ SLACK_APP_TOKEN: '', SLACK_BOT_TOKEN: 'xoxb-nobody', SLACK_SIGNING_SECRET: 'nobody' },
  }),
  open({ slack }, given) {
    if (slack === null) throw new Error('Slack is configured by what stands for it')
    const web = recordSlack(given.clock.now())
    const platform = slackPlatform(slack, { ...given, web, pace: atOnce })
    return {
      ...{ calls: web.calls, messenger: platform.messenger, boards: platform.boards },
      serve(bot) {
        const served = platform.serve(bot)
        return {
          async take(body) {
            let acknowledged: unknown = null
            await served.take(body, async (answer) => {
              acknowledged = answer ?? null
            })
            await served.stop()
            return acknowledged
          },
        }
      },
    }
  },
}
