import { z } from 'zod'
import { Confirm, MarkedOption, plainText, SelectOption } from './text-schemas.ts'

const actionable = { action_id: z.string().min(1).max(255).exactOptional() }
const confirmable = { confirm: Confirm.exactOptional() }
const focusable = { focus_on_load: z.boolean().exactOptional() }
const placeholdable = { placeholder: plainText(150).exactOptional() }
const select = { ...actionable, ...confirmable, ...focusable, ...placeholdable }
const several = { ...select, max_selected_items: z.int().min(1).exactOptional() }

const Button = z.strictObject({
  type: z.literal('button'),
  ...actionable,
  ...confirmable,
  text: plainText(75),
  value: z.string().max(2000).exactOptional(),
  url: z
    .url({ protocol: /^https?$/ })
    .max(3000)
    .exactOptional(),
  style: z.enum(['primary', 'danger']).exactOptional(),
  accessibility_label: z.string().max(75).exactOptional(),
})

const Overflow = z.strictObject({
  type: z.literal('overflow'),
  ...actionable,
  ...confirmable,
  options: z
    .array(SelectOption.extend({ url: z.url().max(3000).exactOptional() }))
    .min(1)
    .max(5),
})

const Datepicker = z.strictObject({
  type: z.literal('datepicker'),
  ...select,
  initial_date: z.iso.date().exactOptional(),
})

const choices = {
  options: z.array(SelectOption).min(1).max(100).exactOptional(),
  option_groups: z
    .array(z.strictObject({ label: plainText(75), options: z.array(SelectOption).min(1).max(100) }))
    .min(1)
    .max(100)
    .exactOptional(),
}

const StaticSelect = z.strictObject({
  type: z.literal('static_select'),
  ...select,
  ...choices,
  initial_option: SelectOption.exactOptional(),
})
const MultiStaticSelect = z.strictObject({
  type: z.literal('multi_static_select'),
  ...several,
  ...choices,
  initial_options: z.array(SelectOption).min(1).max(100).exactOptional(),
})
const ExternalSelect = z.strictObject({
  type: z.literal('external_select'),
  ...select,
  min_query_length: z.int().min(0).exactOptional(),
  initial_option: SelectOption.exactOptional(),
})
const MultiExternalSelect = z.strictObject({
  type: z.literal('multi_external_select'),
  ...several,
  min_query_length: z.int().min(0).exactOptional(),
  initial_options: z.array(SelectOption).min(1).exactOptional(),
})
const UsersSelect = z.strictObject({
  type: z.literal('users_select'),
  ...select,
  initial_user: z.string().exactOptional(),
})
const MultiUsersSelect = z.strictObject({
  type: z.literal('multi_users_select'),
  ...several,
  initial_users: z.array(z.string()).min(1).exactOptional(),
})
const ChannelsSelect = z.strictObject({
  type: z.literal('channels_select'),
  ...select,
  initial_channel: z.string().exactOptional(),
})
const ConversationsSelect = z.strictObject({
  type: z.literal('conversations_select'),
  ...select,
  initial_conversation: z.string().exactOptional(),
  default_to_current_conversation: z.boolean().exactOptional(),
})

const RadioButtons = z.strictObject({
  type: z.literal('radio_buttons'),
  ...actionable,
  ...confirmable,
  ...focusable,
  options: z.array(MarkedOption).min(1).max(10),
  initial_option: MarkedOption.exactOptional(),
})
const Checkboxes = z.strictObject({
  type: z.literal('checkboxes'),
  ...actionable,
  ...confirmable,
  ...focusable,
  options: z.array(MarkedOption).min(1).max(10),
  initial_options: z.array(MarkedOption).min(1).max(10).exactOptional(),
})

const PlainTextInput = z.strictObject({
  type: z.literal('plain_text_input'),
  ...actionable,
  ...focusable,
  ...placeholdable,
  initial_value: z.string().max(3000).exactOptional(),
  multiline: z.boolean().exactOptional(),
  min_length: z.int().min(0).max(3000).exactOptional(),
  max_length: z.int().min(1).max(3000).exactOptional(),
  dispatch_action_config: z
    .strictObject({
      trigger_actions_on: z
        .array(z.enum(['on_enter_pressed', 'on_character_entered']))
        .min(1)
        .exactOptional(),
    })
    .exactOptional(),
})

const FileInput = z.strictObject({
  type: z.literal('file_input'),
  ...actionable,
  filetypes: z.array(z.string().min(1)).min(1).exactOptional(),
  max_files: z.int().min(1).max(10).exactOptional(),
})

const selects = [
  StaticSelect,
  MultiStaticSelect,
  ExternalSelect,
  MultiExternalSelect,
  UsersSelect,
  MultiUsersSelect,
  ChannelsSelect,
  ConversationsSelect,
  Datepicker,
  RadioButtons,
  Checkboxes,
] as const

/** What a section may carry beside its text, and what a row of actions may hold. */
export const ActionElement = z.discriminatedUnion('type', [Button, Overflow, ...selects])
/** What an input block may hold; a file input only in a modal. */
export const InputElement = z.discriminatedUnion('type', [PlainTextInput, FileInput, ...selects])
export type AnyElement = z.infer<typeof ActionElement> | z.infer<typeof InputElement>
