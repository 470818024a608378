import type { Input } from './card-inputs.ts'
import { inputsOf } from './card-parts.ts'
import type { Card } from './card-schemas.ts'

/** What a person enters, by an input’s id or label. */
export type Values = Readonly<Record<string, string | readonly string[] | boolean>>
/** What searches of the card have found, by the id of the input: it can be chosen besides. */
export type Found = Readonly<Record<string, readonly { readonly title: string; readonly value: string }[]>>
/** The inputs as the client sends them, or what the client itself holds against them, by the input’s id. */
export type Filled = { readonly values: Record<string, string> } | { readonly errors: Readonly<Record<string, string>> }

/** Fills in a card as Teams’ client lets a person; a choice may be named by its title or its value. */
export function fillIn(card: Pick<Card, 'body' | 'actions'>, given: Values, found: Found = {}): Filled {
  const inputs = inputsOf(card)
  for (const name of Object.keys(given))
    if (!inputs.some(({ id, label }) => id === name || label === name))
      throw new Error(
        `nothing to fill in is named ${name}, only: ${inputs.map(({ id, label }) => label ?? id).join(', ')}`,
      )
  const values: Record<string, string> = {}
  const errors: Record<string, string> = {}
  for (const input of inputs) {
    const said = given[input.id] ?? (input.label === undefined ? undefined : given[input.label])
    const value = said === undefined ? startOf(input) : written(input, said, found[input.id] ?? [])
    if (value !== '') values[input.id] = value
    const error = errorOf(input, value)
    if (error !== undefined) errors[input.id] = error
  }
  return Object.keys(errors).length > 0 ? { errors } : { values }
}

const startOf = (input: Input): string =>
  input.type === 'Input.Toggle' ? (input.value ?? input.valueOff ?? 'false') : (input.value ?? '')

function written(input: Input, said: string | readonly string[] | boolean, found: Found[string]): string {
  switch (input.type) {
    case 'Input.Toggle': {
      if (typeof said !== 'boolean') throw new Error(`${input.id} is a box to tick: true or false`)
      return said ? (input.valueOn ?? 'true') : (input.valueOff ?? 'false')
    }
    case 'Input.ChoiceSet': {
      const named = [said].flat().map(String)
      if (named.length > 1 && input.isMultiSelect !== true) throw new Error(`${input.id} takes one choice`)
      const values = named.map((name) => {
        const choice = [...input.choices, ...found].find(({ title, value }) => title === name || value === name)
        if (choice === undefined)
          throw new Error(
            `${input.id} has no choice ${name}, only: ${input.choices.map(({ title }) => title).join(', ')}`,
          )
        return choice.value
      })
      return values.join(',')
    }
    case 'Input.Text':
    case 'Input.Date':
      return String(said)
  }
}

function errorOf(input: Input, value: string): string | undefined {
  const message = input.errorMessage ?? 'invalid'
  const unticked = input.type === 'Input.Toggle' && value === (input.valueOff ?? 'false')
  if (input.isRequired === true && (value.trim() === '' || unticked)) return message
  if (input.type === 'Input.Text') {
    if (value.length > (input.maxLength ?? Number.POSITIVE_INFINITY)) return 'too long'
    if (value !== '' && input.regex !== undefined && !new RegExp(input.regex, 'u').test(value)) return message
  }
  if (input.type === 'Input.Date' && value !== '')
    if ((input.min !== undefined && value < input.min) || (input.max !== undefined && value > input.max)) return message
  return undefined
}
