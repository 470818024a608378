import type { Choice } from '../../conversation/reply.ts'
import type { Action } from '../../conversation/turn.ts'
import { visibleText } from '../../conversation/visible-text.ts'
import { choiceWeights } from '../choice-weights.ts'
import { clipLabel } from '../clip-label.ts'
import type { CardAction, SubmitAction } from './activity.ts'
import { choiceData } from './choice-data.ts'
import { limits } from './limits.ts'
import type { Part } from './part.ts'
import { noteParts } from './text-parts.ts'

/** Whether the button of an action opens a dialog; all others are answered in the chat. */
export type Dialogs = (action: Action) => boolean

const styles = { primary: 'positive', danger: 'destructive' } as const

/**
 * Choices as buttons with the numbers by which they can be answered. What does not fit on a button stands above it in full;
 * what no button can carry stands there alone, its number does it.
 */
export function choiceParts(choices: readonly Choice[], dialogs: Dialogs): readonly Part[] {
  const weights = choiceWeights(choices)
  const shown = choices.map(({ label, action }, at) => {
    const numbered = `${at + 1} ${visibleText(label)}`
    const button = buildButton(numbered, action, dialogs, weights[at])
    return { label: numbered, button, whole: button?.title === numbered }
  })
  const inFull = shown.filter(({ whole }) => !whole).flatMap(({ label }) => noteParts(label))
  return [...inFull, ...buttonParts(shown.flatMap(({ button }) => button ?? []))]
}

/** Choices as buttons without numbers. */
export function offerParts(offers: readonly Choice[], dialogs: Dialogs): readonly Part[] {
  const weights = choiceWeights(offers)
  return buttonParts(
    offers.flatMap(({ label, action }, at) => buildButton(visibleText(label), action, dialogs, weights[at]) ?? []),
  )
}

/** Buttons, in as many rows as they need. */
export function buttonParts(buttons: readonly CardAction[]): readonly Part[] {
  return Array.from({ length: Math.ceil(buttons.length / limits.actions) }, (_, row) => {
    const actions = buttons.slice(row * limits.actions, (row + 1) * limits.actions)
    return { text: actions.map(({ title }) => `［${title}］`).join(''), element: { type: 'ActionSet', actions } }
  })
}

/** The button for an action, if its data has room for it; `spoken` is what more is said of it where it is pointed at. */
export function buildButton(
  label: string,
  action: Choice['action'],
  dialogs: Dialogs,
  weight?: keyof typeof styles,
  spoken?: string,
): SubmitAction | undefined {
  const data = choiceData(action, dialogs(action))
  if (data === undefined) return undefined
  return {
    type: 'Action.Submit',
    title: buttonTitle(label),
    ...(spoken !== undefined && { tooltip: clipLabel(spoken, limits.tooltip, unitsOf) }),
    ...(weight !== undefined && { style: styles[weight] }),
    data,
  }
}

/** Where nothing opens a dialog. */
export const noDialogs: Dialogs = () => false

/** A label as the title of a button. */
export function buttonTitle(label: string): string {
  return clipLabel(label, limits.buttonTitle, unitsOf)
}

function unitsOf(text: string): number {
  return text.length
}
