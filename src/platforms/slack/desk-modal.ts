import type { InputBlock, KnownBlock, ModalView, PlainTextElement } from '@slack/types'
import {
  About,
  type DeskDialog,
  type Field,
  type Option,
  type Sought,
  type Values,
} from '../../conversation/desk-dialog.ts'
import { sayIn } from '../../conversation/view.ts'
import { clipLabel } from './clip-label.ts'
import { limits } from './limits.ts'
import { modalBlocks } from './modal-blocks.ts'
import type { ViewPayload } from './payload.ts'
import { plainText } from './slack-text.ts'
import { modalView } from './views.ts'

/** The callback of the secretariat's forms, and the action by which another item is chosen in one. */
export const deskView = 'desk'
export const otherItem = 'desk:item'

/** Blocks that a form has beside what is to be read in it, at most. */
const mostFields = 12

/** A form of the secretariat's as a modal. The whole of a long text to be read may not fit in it: then it says where it is. */
export function deskModal(dialog: DeskDialog, language: 'ja' | 'en'): ModalView {
  const { about, title, submit, items, fields } = dialog
  const most = limits.viewBlocks - mostFields
  const { blocks } = modalBlocks({ blocks: dialog.blocks, language }, { language, most })
  const frame = {
    ...{ title, callback: deskView, metadata: JSON.stringify(about) },
    ...(submit === null ? {} : { submit }),
  }
  const inputs = fields.map((field) => inputBlock(field, about))
  return modalView(frame, [...itemBlocks(items, about, language), ...blocks, ...inputs], language)
}

/** What a modal of ours is about; undefined for what is none. */
export function aboutOf(view: Pick<ViewPayload, 'callback_id' | 'private_metadata'> | undefined): About | undefined {
  return view?.callback_id === deskView ? readAbout(view.private_metadata) : undefined
}

/** What a button or a modal of ours is about; undefined for whatever is not. */
export function readAbout(text: string): About | undefined {
  try {
    return About.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}

/** What was filled in, by field. */
export function valuesOf({ state }: Pick<ViewPayload, 'state'>): Values {
  return Object.fromEntries(
    Object.values(state?.values ?? {}).flatMap((block) =>
      Object.entries(block).map(
        ([name, { value, selected_option: one, selected_options: several, selected_date: day }]) => {
          const said = [value, one?.value, day].filter((text) => typeof text === 'string' && text !== '') as string[]
          return [name, several === undefined ? said : several.map((option) => option.value)]
        },
      ),
    ),
  )
}

/** The block in which a field stands; it is another one for another item, so that nothing is carried over. */
export function blockOf({ state }: Pick<ViewPayload, 'state'>, field: string): string | undefined {
  return Object.entries(state?.values ?? {}).find(([, block]) => Object.hasOwn(block, field))?.[0]
}

/** What a field looks for as somebody types. */
export function soughtOf(field: string): Sought | undefined {
  if (field === 'with') return 'items'
  if (field === 'person') return 'people'
  return field === 'lead' || field === 'others' ? 'divisions' : undefined
}

export function slackOption({ value, label }: Option): { text: PlainTextElement; value: string } {
  return { text: plainText(clipLabel(label, limits.optionText)), value }
}

/** Several items: which of them it is about. */
function itemBlocks(items: readonly Option[], { item }: About, language: 'ja' | 'en'): readonly KnownBlock[] {
  if (items.length < 2) return []
  const options = items.slice(0, mostOptions).map(slackOption)
  const initial = options.find(({ value }) => value === item)
  const element = {
    ...({ type: 'static_select', action_id: otherItem, options } as const),
    ...(initial && { initial_option: initial }),
  }
  const text = plainText(sayIn({ language }).dialogs.item)
  return [{ type: 'section', block_id: otherItem, text, accessory: element }]
}

/** Options that a select takes. */
const mostOptions = 100

function inputBlock(field: Field, { item = '' }: About): InputBlock {
  const { name, label, hint, optional } = field
  return {
    type: 'input',
    block_id: `${name}@${item}`,
    label: plainText(label),
    element: elementOf(field),
    ...(hint === undefined ? {} : { hint: plainText(hint) }),
    ...(optional ? { optional } : {}),
  }
}

function elementOf(field: Field): InputBlock['element'] {
  const { name: action_id } = field
  switch (field.kind) {
    case 'text':
      return {
        ...({ type: 'plain_text_input', action_id, max_length: field.most, multiline: field.lines ?? false } as const),
        ...(field.initial === undefined ? {} : { initial_value: field.initial }),
      }
    case 'day':
      return { type: 'datepicker', action_id, ...(field.initial === undefined ? {} : { initial_date: field.initial }) }
    case 'choice':
    case 'radio': {
      const options = field.options.map(slackOption)
      const { initial = '' } = field
      const chosen = options.find(({ value }) => value === initial)
      const type = field.kind === 'radio' ? 'radio_buttons' : 'static_select'
      return { type, action_id, options, ...(chosen && { initial_option: chosen }) }
    }
    case 'choices':
    case 'boxes': {
      const options = field.options.map(slackOption)
      const chosen = options.filter(({ value }) => field.initial?.includes(value))
      const type = field.kind === 'boxes' ? 'checkboxes' : 'multi_static_select'
      return { type, action_id, options, ...(chosen.length > 0 && { initial_options: chosen }) }
    }
    case 'search':
    case 'searches': {
      const chosen = (field.initial ?? []).map(slackOption)
      if (field.kind === 'searches')
        return {
          ...({ type: 'multi_external_select', action_id, min_query_length: 0 } as const),
          ...(chosen.length > 0 && { initial_options: chosen }),
        }
      const [first] = chosen
      return { type: 'external_select', action_id, min_query_length: 0, ...(first && { initial_option: first }) }
    }
  }
}
