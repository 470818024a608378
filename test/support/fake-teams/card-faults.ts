import type { Input } from './card-inputs.ts'
import { actionLists, actionsOf, elementsOf, inputsOf } from './card-parts.ts'
import { Card } from './card-schemas.ts'
import type { World } from './world.ts'

/** Where a card stands: in a message, or in a dialog, where only Submit leads further. */
export type Surface = 'message' | 'dialog'

/** 28 KB, counted in UTF-16 as Teams counts. */
export const maxBytes = 28 * 1024
export const utf16Bytes = (value: unknown): number => JSON.stringify(value).length * 2

/** The card, or what Teams would not take in it. */
export function readCard(world: World, content: unknown, surface: Surface): Card | readonly string[] {
  const parsed = Card.safeParse(content)
  if (!parsed.success) return parsed.error.issues.map(({ path, message }) => `card ${path.join('.')}: ${message}`)
  const faults = [...cardFaults(world, parsed.data, surface)]
  return faults.length > 0 ? faults : parsed.data
}

function* cardFaults(world: World, card: Card, surface: Surface): Generator<string> {
  const bytes = utf16Bytes(card)
  if (bytes > maxBytes) yield `card: ${bytes} bytes, more than 28 KB`
  if (elementsOf(card).length === 0) yield 'card: it shows nothing'

  const ids = [...elementsOf(card), ...actionsOf(card)].flatMap(({ id }) => id ?? [])
  for (const id of new Set(ids.filter((id, at) => ids.indexOf(id) !== at))) yield `card: the id ${id} is there twice`
  for (const list of actionLists(card))
    if (list.length > 6) yield `card: ${list.length} actions in one row, more than 6`

  const executes = actionsOf(card).some(({ type }) => type === 'Action.Execute') || card.refresh !== undefined
  if (executes && card.version < '1.4') yield `card: Action.Execute needs version 1.4, not ${card.version}`
  if (executes && surface === 'dialog') yield 'card: Action.Execute and refresh do nothing in a dialog'
  for (const one of inputsOf(card)) yield* inputFaults(one)
  for (const action of actionsOf(card))
    if (action.type === 'Action.Submit' && action.data !== undefined && surface === 'dialog' && action.data.msteams)
      yield 'card: a Submit in a dialog says nothing to Teams itself'
  for (const user of card.refresh?.userIds ?? [])
    if (!world.people.has(user)) yield `card: refresh names ${user}, who is nobody`

  const shown = JSON.stringify(card.body ?? [])
  const named = card.msteams?.entities ?? []
  for (const { text, mentioned } of named) {
    if (!shown.includes(text)) yield `card: the mention ${text} is not in its text`
    if (!world.people.has(mentioned.id) && mentioned.id !== world.bot.id) yield `card: ${mentioned.id} is nobody`
  }
}

function* inputFaults(one: Input): Generator<string> {
  const say = (words: string) => `card ${one.id}: ${words}`
  if (one.isRequired === true && one.errorMessage === undefined) yield say('required, but without an errorMessage')
  if (one.label === undefined && one.type !== 'Input.Toggle') yield say('no label: a screen reader cannot name it')
  switch (one.type) {
    case 'Input.Text':
      if ((one.value?.length ?? 0) > (one.maxLength ?? Number.POSITIVE_INFINITY)) yield say('longer than its maxLength')
      return
    case 'Input.ChoiceSet': {
      const values = one.choices.map(({ value }) => value)
      if (new Set(values).size < values.length) yield say('two choices have the same value')
      const chosen =
        one.value === undefined || one.value === '' ? [] : one.isMultiSelect ? one.value.split(',') : [one.value]
      for (const value of chosen) if (!values.includes(value)) yield say(`the value ${value} is no choice`)
      if (one.isMultiSelect && values.some((value) => value.includes(','))) yield say('a comma in a value')
      return
    }
    case 'Input.Toggle': {
      const { valueOn = 'true', valueOff = 'false', value = valueOff } = one
      if (value !== valueOn && value !== valueOff) yield say(`the value ${value} is neither on nor off`)
      return
    }
    case 'Input.Date':
      if (one.min !== undefined && one.max !== undefined && one.min > one.max) yield say('min is after max')
  }
}
