import { WebClient } from '@slack/web-api'
import type { FakeSlack } from './fake-slack.ts'
import type { Answer } from './world.ts'

/** Calls of the Web API with the real client, once each; what Slack refuses is an answer too. */
export function slackCaller(slack: FakeSlack, token = slack.botToken) {
  const client = new WebClient(token, {
    slackApiUrl: slack.apiUrl,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    logger: {
      debug() {},
      info() {},
      warn() {},
      error() {},
      setLevel() {},
      getLevel: () => 'error' as never,
      setName() {},
    },
  })
  return async (method: string, args: Record<string, unknown> = {}): Promise<Answer> => {
    try {
      return (await client.apiCall(method, args)) as Answer
    } catch (error) {
      const { data, code, retryAfter } = error as { data?: Answer; code?: string; retryAfter?: number }
      return data ?? { ok: false, error: code ?? String(error), ...(retryAfter === undefined ? {} : { retryAfter }) }
    }
  }
}
