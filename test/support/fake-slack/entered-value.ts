import type { ViewStateValue } from '@slack/bolt'
import { optionsOf } from './block-faults.ts'
import type { AnyElement } from './element-schemas.ts'
import { addFile } from './file-methods.ts'
import { fileObject } from './file-object.ts'
import type { Given } from './talk.ts'
import type { Chosen } from './view-state.ts'
import type { World } from './world.ts'

/**
 * What a person enters: text; the words or value of an option, or several; a date as 2026-11-24; the id of a person or
 * channel; files. `null` empties the field.
 */
export type Entered = string | readonly string[] | readonly Given[] | null

type Stateful = Exclude<AnyElement, { type: 'button' | 'overflow' }>

/** The state of an element after a person entered something; throws where Slack's client would not let them. */
export function enteredValue(world: World, user: string, element: Stateful, entered: Entered): ViewStateValue {
  const { type } = element
  const one = typeof entered === 'string' && entered !== '' ? entered : null
  const several = entered === null ? [] : typeof entered === 'string' ? [entered] : entered
  const words = several.filter((word) => typeof word === 'string')
  switch (element.type) {
    case 'plain_text_input':
      return { type, value: one }
    case 'static_select':
    case 'external_select':
    case 'radio_buttons':
      return { type, selected_option: one === null ? null : optionFor(world, element, one) }
    case 'multi_static_select':
    case 'multi_external_select':
    case 'checkboxes':
      return { type, selected_options: words.map((word) => optionFor(world, element, word)) }
    case 'users_select':
      return { type, selected_user: one }
    case 'multi_users_select':
      return { type, selected_users: words }
    case 'channels_select':
      return { type, selected_channel: one }
    case 'conversations_select':
      return { type, selected_conversation: one }
    case 'datepicker':
      if (one !== null && !/^\d{4}-\d{2}-\d{2}$/.test(one)) throw new Error(`${one} is no date`)
      return { type, selected_date: one }
    case 'file_input': {
      const given = several.filter((file) => typeof file !== 'string')
      const files = given.map(({ name, bytes }) => fileObject(world, addFile(world, user, name, bytes)))
      return { type, files: files as never }
    }
  }
}

/** Nobody can choose what is not offered. */
function optionFor(world: World, element: Stateful, wanted: string): Chosen {
  const external = element.type === 'external_select' || element.type === 'multi_external_select'
  const offered = external ? (world.offered.get(element.action_id ?? '') ?? []) : optionsOf(element)
  const option = offered.find(({ text, value }) => text.text === wanted || value === wanted)
  if (option === undefined)
    throw new Error(
      `${element.action_id} does not offer ${wanted}, only: ${offered.map(({ text }) => text.text).join(', ')}`,
    )
  return option as Chosen
}
