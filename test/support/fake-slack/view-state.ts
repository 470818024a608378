import type { ViewStateValue } from '@slack/bolt'
import { elementsOf } from './block-faults.ts'
import type { Block } from './block-schemas.ts'
import type { AnyElement } from './element-schemas.ts'
import type { StateValues, World } from './world.ts'

/** Blocks as Slack keeps them: each with a block_id, each of their elements with an action_id. */
export function withIds(world: World, blocks: readonly Block[]): Block[] {
  return structuredClone(blocks).map((block) => {
    block.block_id ??= world.newId('b')
    for (const element of elementsOf(block)) element.action_id ??= world.newId('a')
    return block
  })
}

const orNull = <T>(value: T | undefined): T | null => value ?? null

/** What an element says before anybody touched it; undefined where it says nothing. */
function initialValue(element: AnyElement): ViewStateValue | undefined {
  switch (element.type) {
    case 'button':
    case 'overflow':
      return undefined
    case 'plain_text_input':
      return { type: element.type, value: orNull(element.initial_value) }
    case 'static_select':
    case 'external_select':
    case 'radio_buttons':
      return { type: element.type, selected_option: orNull(element.initial_option as Chosen | undefined) }
    case 'multi_static_select':
    case 'multi_external_select':
    case 'checkboxes':
      return { type: element.type, selected_options: (element.initial_options ?? []) as Chosen[] }
    case 'users_select':
      return { type: element.type, selected_user: orNull(element.initial_user) }
    case 'multi_users_select':
      return { type: element.type, selected_users: element.initial_users ?? [] }
    case 'channels_select':
      return { type: element.type, selected_channel: orNull(element.initial_channel) }
    case 'conversations_select':
      return { type: element.type, selected_conversation: orNull(element.initial_conversation) }
    case 'datepicker':
      return { type: element.type, selected_date: orNull(element.initial_date) }
    case 'file_input':
      return { type: element.type, files: [] }
  }
}
export type Chosen = NonNullable<ViewStateValue['selected_option']>

/** The state of a view; what was entered before stays where block_id, action_id and type are the same. */
export function stateOf(blocks: readonly Block[], before: StateValues = {}): StateValues {
  const values: StateValues = {}
  for (const block of blocks)
    for (const element of elementsOf(block)) {
      const initial = initialValue(element)
      if (initial === undefined) continue
      const kept = before[block.block_id ?? '']?.[element.action_id ?? '']
      const value = kept?.type === initial.type ? kept : initial
      ;(values[block.block_id ?? ''] ??= {})[element.action_id ?? ''] = value
    }
  return values
}
