import type { Button } from '@slack/types'
import type { Choice } from '../../conversation/reply.ts'
import { visibleText } from '../../conversation/visible-text.ts'
import { choiceWeights } from '../choice-weights.ts'
import { choiceValue } from './choice-value.ts'
import { clipLabel } from './clip-label.ts'
import { limits } from './limits.ts'
import type { Piece } from './piece.ts'
import { plainText } from './slack-text.ts'
import { notePieces } from './text-pieces.ts'

/**
 * Choices as buttons with the numbers by which they can be answered. What does not fit on a button stands above it in full;
 * what no button can carry stands there alone, its number does it.
 */
export function choicePieces(choices: readonly Choice[]): readonly Piece[] {
  const labelled = choices.map(({ label, action }, at) => ({ label: `${at + 1} ${visibleText(label)}`, action }))
  const weights = choiceWeights(choices)
  const shown = labelled.map(({ label, action }, at) => {
    const button = buildButton(label, action, weights[at])
    return { label, button, whole: button !== undefined && button.text.text === label }
  })
  const inFull = shown.filter(({ whole }) => !whole).flatMap(({ label }) => notePieces(label))
  const buttons = shown.flatMap(({ button }) => (button === undefined ? [] : [button]))
  return [...inFull, ...buttonPieces(buttons)]
}

/** Choices as buttons without numbers. */
export function offerPieces(offers: readonly Choice[]): readonly Piece[] {
  const weights = choiceWeights(offers)
  return buttonPieces(
    offers.flatMap(({ label, action }, at) => buildButton(visibleText(label), action, weights[at]) ?? []),
  )
}

/** Buttons, in as many rows as they need. */
export function buttonPieces(buttons: readonly Button[]): readonly Piece[] {
  const rows = Array.from({ length: Math.ceil(buttons.length / limits.actionsElements) }, (_, row) =>
    buttons.slice(row * limits.actionsElements, (row + 1) * limits.actionsElements),
  )
  return rows.map((row) => ({
    text: row.map(({ text }) => `［${text.text}］`).join(''),
    block: { type: 'actions', elements: [...row] },
  }))
}

/** The button for an action, if its value has room for it; `spoken` is what a screen reader says instead of the label. */
export function buildButton(
  label: string,
  action: Choice['action'],
  style?: NonNullable<Button['style']>,
  spoken?: string,
): Button | undefined {
  const value = choiceValue(action)
  if (value === undefined) return undefined
  return {
    type: 'button',
    text: plainText(clipLabel(label, limits.buttonText)),
    value,
    ...(style && { style }),
    ...(spoken !== undefined && { accessibility_label: clipLabel(spoken, limits.buttonAccessibilityLabel) }),
  }
}
