import type { z } from 'zod'
import { webMethods } from '../../../src/platforms/slack/web-methods.ts'
import { type FakeMethod, isNamedMethod } from './fake-methods.ts'
import { completeUpload, fileInfo, getUploadUrl } from './file-methods.ts'
import { postMessage, refuse, roomToPost, updateMessage } from './message-methods.ts'
import { type MethodArgs, methodSchemas } from './method-schemas.ts'
import { history, openConversation, replies, userInfo } from './room-methods.ts'
import { openView, publishView, pushView, updateView } from './view-methods.ts'
import type { Answer, World } from './world.ts'

/** What is not text on the wire: the SDK sends these as JSON, or as written numbers and booleans. */
const encoded = new Set(
  `blocks view metadata prompts files loading_messages attachments limit length include_all_metadata inclusive
  include_locale reply_broadcast link_names mrkdwn unfurl_links unfurl_media return_im prevent_creation`.split(/\s+/),
)

/** The arguments of a form as the SDK writes them; `undefined` where one of them is no JSON. */
export function readArguments(form: URLSearchParams): Record<string, unknown> | undefined {
  try {
    return Object.fromEntries([...form].map(([key, value]) => [key, encoded.has(key) ? JSON.parse(value) : value]))
  } catch {
    return undefined
  }
}

type Handlers = { readonly [M in FakeMethod]: (world: World, args: MethodArgs<M>) => Answer }

function handlers(socketUrl: () => string): Handlers {
  return {
    'apps.connections.open': () => ({ ok: true, url: socketUrl() }),
    'assistant.threads.setStatus': (world, { channel_id, thread_ts, status }) => {
      const room = roomToPost(world, channel_id)
      if ('ok' in room) return room
      if (!room.messages.some(({ ts }) => ts === thread_ts)) return refuse('thread_not_found')
      const place = `${room.id} ${thread_ts}`
      if (status === '') world.statuses.delete(place)
      else world.statuses.set(place, status)
      return { ok: true }
    },
    'assistant.threads.setSuggestedPrompts': (world, { channel_id, prompts, title }) => {
      const room = roomToPost(world, channel_id)
      if ('ok' in room) return room
      world.prompts.set(room.id, { prompts, ...(title === undefined ? {} : { title }) })
      return { ok: true }
    },
    'auth.test': (world) => ({
      ok: true,
      url: 'https://kondankai.slack.com/',
      team: 'kondankai',
      user: 'kondankai',
      team_id: world.teamId,
      user_id: world.botUserId,
      bot_id: world.botId,
      is_enterprise_install: false,
    }),
    'chat.postMessage': postMessage,
    'chat.update': updateMessage,
    'conversations.history': history,
    'conversations.open': openConversation,
    'conversations.replies': replies,
    'files.completeUploadExternal': completeUpload,
    'files.getUploadURLExternal': getUploadUrl,
    'files.info': fileInfo,
    'users.info': userInfo,
    'views.open': openView,
    'views.publish': publishView,
    'views.push': pushView,
    'views.update': updateView,
  }
}

/** Scopes of which one is enough, by the kind of room: the method itself looks. */
const byRoom = new Set<string>(['conversations.history', 'conversations.replies'])

/** Answers one call as Slack does: token, method, scope, arguments, and then what the method does. */
export function buildWebApi(world: World, socketUrl: () => string) {
  const handle = handlers(socketUrl)

  return function answer(
    method: string,
    token: string | undefined,
    given: Record<string, unknown> | undefined,
  ): Answer {
    const fault = (words: string) => world.faults.push(`${method}: ${words}`)
    if (!isNamedMethod(method)) {
      fault('the app does not name this method in web-methods.ts')
      return refuse('unknown_method', { req_method: method })
    }
    const { token: inBody, team_id: team, ...args } = given ?? {}
    const held = token ?? inBody
    if (held === undefined) {
      fault('no token')
      return refuse('not_authed')
    }
    if (held !== (method === 'apps.connections.open' ? world.appToken : world.botToken)) {
      const wrongKind = held === world.appToken || held === world.botToken
      fault(wrongKind ? 'the other kind of token' : 'a token that is not the app’s')
      return refuse(wrongKind ? 'not_allowed_token_type' : 'invalid_auth')
    }
    if (team !== undefined && team !== world.teamId) {
      fault('the team_id of another team')
      return refuse('team_access_not_granted')
    }
    const needed = method === 'apps.connections.open' || byRoom.has(method) ? [] : webMethods[method]
    const missing = needed.filter((scope) => !world.scopes.has(scope))
    if (missing.length > 0)
      return refuse('missing_scope', { needed: missing.join(','), provided: [...world.scopes].join(',') })
    if (given === undefined) {
      fault('an argument that is no JSON')
      return refuse('invalid_arguments')
    }
    const schema: z.ZodType = methodSchemas[method]
    const parsed = schema.safeParse(args)
    if (!parsed.success) {
      const issues = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)
      fault(issues.join('; '))
      const first = parsed.error.issues[0]?.path[0]
      const error =
        first === 'blocks' ? 'invalid_blocks' : first === 'metadata' ? 'invalid_metadata_format' : 'invalid_arguments'
      return refuse(error, { response_metadata: { messages: issues.map((issue) => `[ERROR] ${issue}`) } })
    }
    return (handle[method] as (world: World, args: unknown) => Answer)(world, parsed.data)
  }
}
