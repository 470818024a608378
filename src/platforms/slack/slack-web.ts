import type {
  AssistantThreadsSetStatusArguments,
  AssistantThreadsSetSuggestedPromptsArguments,
  AuthTestResponse,
  ChatPostMessageArguments,
  ChatPostMessageResponse,
  ChatUpdateArguments,
  ConversationsHistoryArguments,
  ConversationsHistoryResponse,
  ConversationsOpenArguments,
  ConversationsOpenResponse,
  ConversationsRepliesArguments,
  ConversationsRepliesResponse,
  FilesCompleteUploadExternalArguments,
  FilesGetUploadURLExternalArguments,
  FilesGetUploadURLExternalResponse,
  FilesInfoArguments,
  FilesInfoResponse,
  UsersInfoArguments,
  UsersInfoResponse,
  ViewsOpenArguments,
  ViewsOpenResponse,
  ViewsPublishArguments,
  ViewsPushArguments,
  ViewsPushResponse,
  ViewsUpdateArguments,
  WebAPICallResult,
} from '@slack/web-api'
import { Agent, request } from 'undici'
import * as z from 'zod'
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
 * The Web API by the bot's token: each call goes out at once and once. The SDK's own client posts twice what was posted
 * already, holds all later calls up after a 429, and takes as long for a call as the bot for an answer.
 */
export function slackWeb({ botToken, apiUrl }: { readonly botToken: string; readonly apiUrl: string }): Call {
  const dispatcher = new Agent({ connect: { timeout: patience }, headersTimeout: patience, bodyTimeout: patience })
  const base = apiUrl.endsWith('/') ? apiUrl : `${apiUrl}/`
  const headers = { authorization: `Bearer ${botToken}`, 'content-type': 'application/x-www-form-urlencoded' }
  return async (method, args) => {
    const answer = await request(base + method, { dispatcher, method: 'POST', headers, body: formOf(args) })
    const text = await answer.body.text()
    if (answer.statusCode === 429) throw new SlackBusy(secondsOf(answer.headers['retry-after']))
    if (answer.statusCode !== 200) throw lost(`http-${answer.statusCode}`)
    const said = Said.safeParse(parseJson(text)).data
    if (said === undefined) throw lost('no-answer')
    if (!said.ok) throw new SlackRefusal(said.error)
    return said as never
  }
}

/** What every answer says. */
const Said = z.discriminatedUnion('ok', [
  z.looseObject({ ok: z.literal(true) }),
  z.looseObject({ ok: z.literal(false), error: z.string().default('unknown') }),
])

/** The arguments as Slack takes them: what is no text is written as JSON. */
function formOf(args: object): string {
  const given = Object.entries(args).filter(([, value]) => value !== undefined && value !== null)
  const fields = given.map(([name, value]) => {
    const text: string = typeof value === 'string' ? value.toWellFormed() : JSON.stringify(value)
    return `${name}=${encodeURIComponent(text)}`
  })
  return fields.join('&')
}

function secondsOf(header: string | string[] | undefined): number {
  const seconds = Number(header)
  return Number.isFinite(seconds) && seconds > 0 ? seconds : 1
}

/** The call may have been carried out all the same. */
function lost(code: string): Error {
  return Object.assign(new Error('no answer'), { code })
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
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
