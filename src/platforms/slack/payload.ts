import * as z from 'zod'

const id = z.string().regex(/^[A-Z\d]{2,40}$/u)
const ts = z.string().regex(/^\d{1,20}\.\d{1,10}$/u)
const text = z.string().max(200_000)

/** A name that stands in ids and addresses of what is stored: well formed, without control characters. */
const name = (longest: number) =>
  z
    .string()
    .max(longest)
    .refine((given) => given.isWellFormed() && !/[\0-\x1f\x7f]/u.test(given))
const trigger = name(300).min(1)
const address = z
  .url({ protocol: /^https?$/u })
  .max(2000)
  .refine((given) => given.isWellFormed())

/** A file that somebody has dropped into a conversation. */
const File = z.object({ id, name: z.string().max(1000).nullish(), size: z.number().nullish() })

const message = {
  channel: id,
  user: id.optional(),
  bot_id: z.string().nullish(),
  subtype: z.string().optional(),
  text: text.nullish(),
  ts,
  thread_ts: ts.optional(),
  files: z.array(File).max(50).optional(),
}

const Event = z.discriminatedUnion('type', [
  z.object({ type: z.literal('message'), channel_type: z.string(), ...message }),
  z.object({ type: z.literal('app_mention'), ...message }),
  z.object({ type: z.literal('app_home_opened'), user: id, channel: id, tab: z.enum(['home', 'messages']) }),
])

const Callback = z.object({
  type: z.literal('event_callback'),
  team_id: id,
  event_id: name(100).min(1),
  authorizations: z.array(z.object({ user_id: id.optional() })).optional(),
  event: Event,
})

const Command = z.object({
  command: z.string().max(50),
  team_id: id,
  user_id: id,
  channel_id: id,
  text: text.default(''),
  trigger_id: trigger,
  response_url: address,
})

const person = { team: z.object({ id }), user: z.object({ id }) }

/** What was filled in, by block and element. */
const Entered = z.looseObject({
  type: z.string(),
  value: text.nullish(),
  selected_option: z.object({ value: z.string().max(300) }).nullish(),
  selected_options: z.array(z.object({ value: z.string().max(300) })).optional(),
  selected_date: z.string().nullish(),
  files: z.array(File).optional(),
})
const State = z.object({ values: z.record(z.string(), z.record(z.string(), Entered)) })

const View = z.object({
  type: z.enum(['modal', 'home']).optional(),
  id: name(100).min(1),
  callback_id: name(300),
  private_metadata: z.string().max(3000),
  hash: z.string().max(200).optional(),
  root_view_id: name(100).nullish(),
  state: State.optional(),
})
export type ViewPayload = z.infer<typeof View>

const PressedAction = z.object({
  type: z.string(),
  action_id: name(300),
  block_id: name(300),
  value: z.string().max(2000).optional(),
  action_ts: name(50).optional(),
  selected_option: z.object({ value: z.string().max(300) }).nullish(),
})

const Pressed = z.object({
  type: z.literal('block_actions'),
  ...person,
  trigger_id: trigger,
  response_url: address.optional(),
  container: z.looseObject({ type: z.string() }),
  channel: z.object({ id }).optional(),
  message: z.object({ ts, thread_ts: ts.optional() }).optional(),
  view: View.optional(),
  actions: z.array(PressedAction).min(1).max(10),
})

const Submitted = z.object({
  type: z.literal('view_submission'),
  ...person,
  trigger_id: trigger.optional(),
  view: View,
})
const Closed = z.object({ type: z.literal('view_closed'), ...person, is_cleared: z.boolean().optional(), view: View })
const Shortcut = z.object({ type: z.literal('shortcut'), ...person, callback_id: name(300), trigger_id: trigger })
const MessageShortcut = z.object({
  type: z.literal('message_action'),
  ...person,
  callback_id: name(300),
  trigger_id: trigger,
  channel: z.object({ id }),
  message: z.object({ user: id.optional(), ts, text: text.nullish() }),
})
const Options = z.object({
  type: z.literal('block_suggestion'),
  ...person,
  action_id: name(300),
  value: z.string().max(3000),
  view: View.optional(),
})

const Interaction = z.discriminatedUnion('type', [Pressed, Submitted, Closed, Shortcut, MessageShortcut, Options])

/** What Slack delivers, as far as the bot acts on it. */
export type Payload = Callback | Command | z.infer<typeof Interaction>
export type Callback = z.infer<typeof Callback>
export type Command = z.infer<typeof Command>
export type Pressed = z.infer<typeof Pressed>
export type Submitted = z.infer<typeof Submitted>
export type Closed = z.infer<typeof Closed>
export type Shortcut = z.infer<typeof Shortcut>
export type MessageShortcut = z.infer<typeof MessageShortcut>
export type Options = z.infer<typeof Options>

/** Reads a body; undefined for whatever the bot does not act on, and for what Slack does not send. */
export function readPayload(body: unknown): Payload | undefined {
  if (typeof body !== 'object' || body === null) return undefined
  if ('command' in body) return Command.safeParse(body).data
  return Callback.safeParse(body).data ?? Interaction.safeParse(body).data
}
