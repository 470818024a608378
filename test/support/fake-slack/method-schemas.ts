import type * as slack from '@slack/web-api'
import { z } from 'zod'
import { blocks } from './block-schemas.ts'
import type { FakeMethod } from './fake-methods.ts'
import type { Fitting } from './fitting.ts'
import { Home, Modal, View } from './view-schemas.ts'

const scalar = z.union([z.string(), z.number(), z.boolean()])
const bag = z.record(z.string(), scalar)

/** Metadata of a message: what Slack gives back only to who asks for it. */
export const Metadata = z.strictObject({
  event_type: z.string().min(1).max(255),
  event_payload: z.record(z.string(), z.union([scalar, bag, z.array(bag)])),
})

const text = z.string().max(40_000)
const channel = z.string().min(1)
const ts = z.string().regex(/^\d{10}\.\d{6}$/, 'a ts is a string like 1700000000.000100')
const id = z.string().min(1)
const contents = { text: text.exactOptional(), blocks: blocks('message').exactOptional() }
const links = { link_names: z.boolean().exactOptional(), parse: z.enum(['full', 'none']).exactOptional() }
const pages = {
  channel,
  cursor: z.string().exactOptional(),
  limit: z.int().min(1).max(999).exactOptional(),
  oldest: z.string().exactOptional(),
  latest: z.string().exactOptional(),
  inclusive: z.boolean().exactOptional(),
  include_all_metadata: z.boolean().exactOptional(),
}

/** The arguments of each method, as Slack takes them: one that it does not know is refused. */
export const methodSchemas = {
  'apps.connections.open': z.strictObject({}),
  'assistant.threads.setStatus': z.strictObject({
    channel_id: id,
    thread_ts: ts,
    status: z.string(),
    loading_messages: z.array(z.string()).max(10).exactOptional(),
  }),
  'assistant.threads.setSuggestedPrompts': z.strictObject({
    channel_id: id,
    thread_ts: ts.exactOptional(),
    title: z.string().exactOptional(),
    prompts: z
      .array(z.strictObject({ title: z.string().min(1), message: z.string().min(1) }))
      .min(1)
      .max(4),
  }),
  'auth.test': z.strictObject({}),
  'chat.postMessage': z.strictObject({
    channel,
    ...contents,
    ...links,
    thread_ts: ts.exactOptional(),
    reply_broadcast: z.boolean().exactOptional(),
    metadata: Metadata.exactOptional(),
    mrkdwn: z.boolean().exactOptional(),
    unfurl_links: z.boolean().exactOptional(),
    unfurl_media: z.boolean().exactOptional(),
  }),
  'chat.update': z.strictObject({ channel, ts, ...contents, ...links, metadata: Metadata.exactOptional() }),
  'conversations.history': z.strictObject(pages),
  'conversations.open': z.strictObject({
    users: id.exactOptional(),
    channel: channel.exactOptional(),
    return_im: z.boolean().exactOptional(),
    prevent_creation: z.boolean().exactOptional(),
  }),
  'conversations.replies': z.strictObject({ ...pages, ts }),
  'files.completeUploadExternal': z.strictObject({
    files: z.tuple(
      [z.strictObject({ id, title: z.string().exactOptional() })],
      z.strictObject({ id, title: z.string().exactOptional() }),
    ),
    channel_id: id.exactOptional(),
    thread_ts: ts.exactOptional(),
    initial_comment: text.exactOptional(),
  }),
  'files.getUploadURLExternal': z.strictObject({
    filename: z.string().min(1),
    length: z.int().min(1),
    alt_text: z.string().max(1000).exactOptional(),
    snippet_type: z.string().exactOptional(),
  }),
  'files.info': z.strictObject({ file: id }),
  'users.info': z.strictObject({ user: id, include_locale: z.boolean().exactOptional() }),
  'views.open': z.strictObject({ trigger_id: id, view: Modal }),
  'views.publish': z.strictObject({ user_id: id, view: Home, hash: z.string().exactOptional() }),
  'views.push': z.strictObject({ trigger_id: id, view: Modal }),
  'views.update': z
    .strictObject({
      view_id: id.exactOptional(),
      external_id: id.exactOptional(),
      hash: z.string().exactOptional(),
      view: View,
    })
    .refine(({ view_id, external_id }) => (view_id === undefined) !== (external_id === undefined), {
      path: ['view_id'],
      message: 'view_id or external_id, one of them',
    }),
} satisfies Record<FakeMethod, z.ZodType>

type Inferred<M extends FakeMethod> = z.infer<(typeof methodSchemas)[M]>
/** The arguments of a method; `Misfits` holds them to the types of the SDK. */
export type MethodArgs<M extends FakeMethod> = Fitting<Misfits, never> | Inferred<M>

type SdkArgs = {
  'assistant.threads.setStatus': slack.AssistantThreadsSetStatusArguments
  'assistant.threads.setSuggestedPrompts': slack.AssistantThreadsSetSuggestedPromptsArguments
  'chat.postMessage': slack.ChatPostMessageArguments
  'chat.update': slack.ChatUpdateArguments
  'conversations.history': slack.ConversationsHistoryArguments
  'conversations.open': slack.ConversationsOpenArguments
  'conversations.replies': slack.ConversationsRepliesArguments
  'files.completeUploadExternal': slack.FilesCompleteUploadExternalArguments
  'files.getUploadURLExternal': slack.FilesGetUploadURLExternalArguments
  'files.info': slack.FilesInfoArguments
  'users.info': slack.UsersInfoArguments
  'views.open': slack.ViewsOpenArguments
  'views.publish': slack.ViewsPublishArguments
  'views.push': slack.ViewsPushArguments
  'views.update': slack.ViewsUpdateArguments
}
type KeyOf<T> = T extends unknown ? keyof T : never
type ValueOf<T, K extends PropertyKey> = T extends unknown ? (K extends keyof T ? T[K] : never) : never
/** The arguments of a schema that the SDK does not have, or has with another type: none, or this does not compile. */
type Misfits = {
  [M in keyof SdkArgs]: {
    [K in keyof Inferred<M>]-?: K extends KeyOf<SdkArgs[M]>
      ? Exclude<Inferred<M>[K], undefined> extends ValueOf<SdkArgs[M], K>
        ? never
        : [M, K]
      : [M, K]
  }[keyof Inferred<M>]
}[keyof SdkArgs]
