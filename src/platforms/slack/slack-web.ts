import {
  type AssistantThreadsSetStatusArguments,
  type AssistantThreadsSetSuggestedPromptsArguments,
  type AuthTestResponse,
  type ChatPostMessageArguments,
  type ChatPostMessageResponse,
  type ChatUpdateArguments,
  type ConversationsHistoryArguments,
  type ConversationsHistoryResponse,
  type ConversationsOpenArguments,
  type ConversationsOpenResponse,
  type ConversationsRepliesArguments,
  type ConversationsRepliesResponse,
  type FilesCompleteUploadExternalArguments,
  type FilesGetUploadURLExternalArguments,
  type FilesGetUploadURLExternalResponse,
  type FilesInfoArguments,
  type FilesInfoResponse,
  type UsersInfoArguments,
  type UsersInfoResponse,
  type ViewsOpenArguments,
  type ViewsOpenResponse,
  type ViewsPublishArguments,
  type ViewsPushArguments,
  type ViewsPushResponse,
  type ViewsUpdateArguments,
  type WebAPICallResult,
  WebAPIPlatformError,
  WebAPIRateLimitedError,
  WebClient,
} from '@slack/web-api'
import type { WebMethod } from './web-methods.ts'

/** What each method takes and answers. */
type Calls = {
  'assistant.threads.setStatus': [AssistantThreadsSetStatusArguments, WebAPICallResult]
  'assistant.threads.setSuggestedPrompts': [AssistantThreadsSetSuggestedPromptsArguments, WebAPICallResult]
  'auth.test': [Record<string, never>, AuthTestResponse]
  'chat.postMessage': [ChatPostMessageArguments, ChatPostMessageResponse]
  'chat.update': [ChatUpdateArguments, WebAPICallResult]
  'conversations.history': [ConversationsHistoryArguments, ConversationsHistoryResponse]
  'conversations.open': [ConversationsOpenArguments, ConversationsOpenResponse]
  'conversations.replies': [ConversationsRepliesArguments, ConversationsRepliesResponse]
  'files.completeUploadExternal': [FilesCompleteUploadExternalArguments, WebAPICallResult]
  'files.getUploadURLExternal': [FilesGetUploadURLExternalArguments, FilesGetUploadURLExternalResponse]
  'files.info': [FilesInfoArguments, FilesInfoResponse]
  'users.info': [UsersInfoArguments, UsersInfoResponse]
  'views.open': [ViewsOpenArguments, ViewsOpenResponse]
  'views.publish': [ViewsPublishArguments, WebAPICallResult]
  'views.push': [ViewsPushArguments, ViewsPushResponse]
  'views.update': [ViewsUpdateArguments, WebAPICallResult]
}

/**
 * Calls one method once.
 * @throws SlackRefusal where Slack says no, SlackBusy where it wants to be left alone, and what the network throws: then the
 * call may have been carried out all the same.
 */
export type Call = <M extends WebMethod>(method: M, args: Calls[M][0]) => Promise<Calls[M][1]>

/** Slack has said no; `error` is its word for why. */
export class SlackRefusal extends Error {
  readonly code: string
  constructor(error: string) {
    super(`Slack refused: ${error}`)
    this.code = error
  }
}

/** Slack takes nothing more for so many seconds. */
export class SlackBusy extends Error {
  readonly code = 'slack-busy'
  readonly seconds: number
  constructor(seconds: number) {
    super(`Slack is busy for ${seconds} s`)
    this.seconds = seconds
  }
}

/** Milliseconds that a call may take. */
const patience = 10_000

/**
 * The Web API by the bot's token: each call goes out at once and once. The SDK's own retries post twice what was posted
 * already, and its answer to a 429 is to hold all later calls up.
 */
export function slackWeb({ botToken, apiUrl }: { readonly botToken: string; readonly apiUrl: string }): Call {
  const client = new WebClient(botToken, {
    slackApiUrl: apiUrl,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: patience,
    logger: silent,
  })
  return async (method, args) => {
    try {
      return (await client.apiCall(method, { ...args })) as never
    } catch (error) {
      if (error instanceof WebAPIPlatformError) throw new SlackRefusal(error.data.error)
      if (error instanceof WebAPIRateLimitedError) throw new SlackBusy(error.retryAfter)
      throw error
    }
  }
}

/** The SDK logs what it sends: texts of members' among them. */
export const silent = {
  debug() {},
  info() {},
  warn() {},
  error() {},
  setLevel() {},
  getLevel: () => 'error' as never,
  setName() {},
}
