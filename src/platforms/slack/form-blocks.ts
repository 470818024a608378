import type { InputBlock, PlainTextOption } from '@slack/types'
import { clipLabel } from './clip-label.ts'
import { limits } from './limits.ts'
import type { ViewPayload } from './payload.ts'
import { plainText } from './slack-text.ts'

/** A field of a dialog: its block and its element are both called by its name. */
type Field = {
  readonly name: string
  readonly label: string
  readonly hint?: string
  readonly optional?: boolean
}

export function inputBlock({ name, label, hint, optional = false }: Field, element: InputBlock['element']): InputBlock {
  return {
    type: 'input',
    block_id: name,
    label: plainText(label),
    ...(hint === undefined ? {} : { hint: plainText(hint) }),
    optional,
    element: { ...element, action_id: name },
  }
}

/** A field for a text of several lines. */
export function textBlock(field: Field, text = '', most: number = limits.text): InputBlock {
  const initial = text === '' ? {} : { initial_value: text }
  return inputBlock(field, { type: 'plain_text_input', multiline: true, max_length: most, ...initial })
}

/** A field for one line. */
export function lineBlock(field: Field, text = '', most = 200): InputBlock {
  const initial = text === '' ? {} : { initial_value: text }
  return inputBlock(field, { type: 'plain_text_input', max_length: most, ...initial })
}

/** An option of a field; Slack gives its value back. */
export function fieldOption(value: string, label: string): PlainTextOption {
  return { text: plainText(clipLabel(label, limits.optionText)), value }
}

/** Options as Slack takes them: those whose value has room, each once. */
export function fieldOptions(all: readonly (readonly [value: string, label: string])[]): PlainTextOption[] {
  const fitting = all.filter(([value]) => value !== '' && value.length <= limits.optionValue)
  return [...new Map(fitting).entries()].slice(0, limits.options).map(([value, label]) => fieldOption(value, label))
}

/** A list to choose from; undefined where there is nothing to choose. */
export function selectBlock(
  field: Field,
  options: PlainTextOption[],
  chosen: string | null,
  placeholder?: string,
): InputBlock | undefined {
  if (options.length === 0) return undefined
  const initial = options.find(({ value }) => value === chosen)
  return inputBlock(field, {
    type: 'static_select',
    options,
    ...(initial === undefined ? {} : { initial_option: initial }),
    ...(placeholder === undefined ? {} : { placeholder: plainText(placeholder) }),
  })
}

/** A few options that are all seen at once. */
export function radioBlock(field: Field, options: PlainTextOption[], chosen: string | null): InputBlock {
  const initial = options.find(({ value }) => value === chosen)
  return inputBlock(field, {
    type: 'radio_buttons',
    options,
    ...(initial === undefined ? {} : { initial_option: initial }),
  })
}

/** What was entered in a field: its text, the value of its option, its day; null where it is empty or not there. */
export function enteredIn({ state }: Pick<ViewPayload, 'state'>, name: string): string | null {
  const field = state?.values[name]?.[name]
  const entered = field?.value ?? field?.selected_option?.value ?? field?.selected_date ?? null
  return entered === '' ? null : entered
}
