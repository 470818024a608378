import type { Fault, Field, Option, Values } from '../../conversation/desk-dialog.ts'
import { sayIn } from '../../conversation/view.ts'
import type { Language } from '../../questions/normal-text.ts'
import type { CardElement, Input, InputChoice } from './activity.ts'
import { inertTitle } from './inert-title.ts'
import { noteParts, textParts } from './text-parts.ts'

/**
 * What a form is shown with besides its fields. `entered` is what was filled in before, and takes the place of what a field
 * begins with; `faults` stand above their field; `found` are the options of fields that search, by the name of the field, and `query` under what name more of
 * them are asked for.
 */
type Filling = {
  readonly entered?: Values
  readonly faults?: readonly Fault[]
  readonly found?: Readonly<Record<string, readonly Option[]>>
  readonly query?: (field: Search) => string | undefined
}

/** A field that looks among the records. */
export type Search = Extract<Field, { readonly kind: 'search' | 'searches' }>

/** Fields as inputs of a card. What is wrong with a field that is not there stands above all of them. */
export function fieldElements(
  fields: readonly Field[],
  language: Language,
  { entered, faults = [], found = {}, query = () => undefined }: Filling = {},
): readonly CardElement[] {
  const rows = fields.flatMap((field) => {
    const given = entered?.[field.name] ?? initialOf(field)
    const input = inputOf(field, given, { found: found[field.name] ?? [], query }, language)
    return input === undefined ? [] : [{ field, input }]
  })
  const elsewhere = faults.filter(({ field }) => !rows.some((row) => row.field.name === field))
  return [
    ...elsewhere.flatMap(({ says }) => faultElements(says)),
    ...rows.flatMap(({ field: { name, hint }, input }) => [
      ...faults.flatMap(({ field, says }) => (field === name ? faultElements(says) : [])),
      input,
      ...(hint === undefined ? [] : noteParts(hint).map(({ element }) => element)),
    ]),
  ]
}

/** Where an input's answer is found again: with several choices it is a list of them. */
export const inputIds = { one: 'field:', several: 'fields:' } as const

/** Undefined where there is nothing to choose from. */
function inputOf(
  field: Field,
  given: readonly string[],
  { found, query }: { readonly found: readonly Option[]; readonly query: NonNullable<Filling['query']> },
  language: Language,
): Input | undefined {
  const [value = ''] = given
  const { faces } = sayIn({ language })
  const label = inertTitle(field.label)
  const asked = (errorMessage: string) => ({
    ...{ id: `${inputIds.one}${field.name}`, label },
    ...(field.optional ? {} : ({ isRequired: true, errorMessage } as const)),
    ...(value === '' ? {} : { value }),
  })
  const more = (one: Field) => {
    const dataset = one.kind === 'search' || one.kind === 'searches' ? query(one) : undefined
    return dataset === undefined ? {} : ({ 'choices.data': { type: 'Data.Query', dataset } } as const)
  }
  switch (field.kind) {
    case 'text': {
      // What is already there is never too long.
      const maxLength = Math.max(field.most, value.length)
      return { type: 'Input.Text', ...asked(faces.fill), ...(field.lines && { isMultiline: true }), maxLength }
    }
    case 'day':
      return { type: 'Input.Date', ...asked(faces.fill) }
    case 'choice':
    case 'radio':
    case 'search': {
      const known = 'options' in field ? field.options : [...(field.initial ?? []), ...found]
      const choices = choicesOf(known, (one) => one)
      if (choices.length === 0) return undefined
      const style = ({ choice: 'compact', radio: 'expanded', search: 'filtered' } as const)[field.kind]
      const { value: _, ...rest } = asked(faces.choose)
      const chosen = choices.some((one) => one.value === value) ? { value } : {}
      return { type: 'Input.ChoiceSet', ...rest, ...chosen, style, wrap: true, choices, ...more(field) }
    }
    case 'choices':
    case 'boxes':
    case 'searches': {
      const known = 'options' in field ? field.options : [...(field.initial ?? []), ...found]
      const choices = choicesOf(known, encodeURIComponent)
      if (choices.length === 0) return undefined
      const style = ({ choices: 'compact', boxes: 'expanded', searches: 'filtered' } as const)[field.kind]
      const chosen = given.map(encodeURIComponent).filter((one) => choices.some((choice) => choice.value === one))
      return {
        ...{ type: 'Input.ChoiceSet', ...asked(faces.choose), id: `${inputIds.several}${field.name}` },
        ...{ value: chosen.join(','), style, isMultiSelect: true, wrap: true, choices },
        ...more(field),
      }
    }
  }
}

/** Each value once; what has none cannot be chosen. */
function choicesOf(options: readonly Option[], write: (value: string) => string): readonly InputChoice[] {
  const known = new Map(options.filter(({ value }) => value !== '').map((one) => [one.value, one.label] as const))
  return [...known].map(([value, label]) => ({ title: inertTitle(label), value: write(value) }))
}

function initialOf(field: Field): readonly string[] {
  switch (field.kind) {
    case 'text':
    case 'day':
    case 'choice':
    case 'radio':
      return field.initial === undefined ? [] : [field.initial]
    case 'choices':
    case 'boxes':
      return field.initial ?? []
    case 'search':
    case 'searches':
      return (field.initial ?? []).map(({ value }) => value)
  }
}

function faultElements(says: string): readonly CardElement[] {
  return textParts(says, { color: 'attention', weight: 'bolder' }).map(({ element }) => element)
}
