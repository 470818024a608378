import { randomUUID } from 'node:crypto'
import type { Message } from '../../conversation/reply.ts'
import { sayIn } from '../../conversation/view.ts'
import type { Language } from '../../questions/normal-text.ts'
import { clipLabel } from '../clip-label.ts'
import { type ButtonData, buildCard, type CardAction, type CardAttachment, type CardElement } from './activity.ts'
import { buttonParts, buttonTitle, noDialogs } from './choice-parts.ts'
import { activityRoom, limits } from './limits.ts'
import { messageParts } from './message-parts.ts'
import { elementsOf, type Group, type Part } from './part.ts'
import { noteParts } from './text-parts.ts'

/** What Teams shows as a dialog: the `value` of a task that goes on (task-modules-and-cards/task-modules/invoking-task-modules). */
export type Dialog = {
  readonly title: string
  readonly width: 'large'
  readonly height: 'large'
  readonly card: CardAttachment
}

/** `inputs` stand below what is said, and all of them are shown; `submit` sends them. `seen` is what the draft says that is shown; `always`: they are shown also where what is said above them does not fit. */
type Frame = {
  readonly title: string
  readonly language: Language
  readonly inputs?: readonly CardElement[]
  readonly submit?: { readonly title: string; readonly data: ButtonData }
  readonly seen?: string
  readonly always?: true
}

/**
 * A message as the card of a dialog. Where it does not fit, its last line says that the rest is in the chat with the bot, `whole`
 * is false, and the caller sends it there; then no choice is shown without all that it is about, and nothing can be sent unless
 * it `always` can. `fits`: false where not even its inputs have room.
 */
export function dialogCard(
  message: Message,
  { title, language, inputs = [], submit, seen, always }: Frame,
): { readonly dialog: Dialog; readonly whole: boolean; readonly fits: boolean } {
  // In a dialog nothing opens another, and nothing is brought up to date by itself.
  const { own: _, ...shown } = message
  const { said, offered } = messageParts(shown, language, noDialogs)
  const marks = { key: randomUUID(), ...(seen === undefined ? {} : { seen }) }
  const build = (elements: readonly CardElement[]): Dialog => ({
    title: dialogTitle(title),
    width: 'large',
    height: 'large',
    card: buildCard(
      elements.map((element) => marked(element, marks)),
      language,
    ),
  })
  const fits = (dialog: Dialog) => JSON.stringify(dialog).length <= activityRoom
  const below = [...inputs, ...elementsOf(submitParts(submit))]
  const whole = build([...elementsOf(said.flat()), ...below, ...elementsOf(offered)])
  if (fits(whole)) return { dialog: whole, whole: true, fits: true }
  const rest = noteParts(sayIn({ language }).faces.restInDirectMessage)
  const begin = (parts: readonly Part[]) => build([...elementsOf([...parts, ...rest]), ...(always ? below : [])])
  const dialog = begin(takeGroups(said, (parts) => fits(begin(parts))))
  return { dialog, whole: false, fits: fits(dialog) }
}

function submitParts(submit: Frame['submit']): readonly Part[] {
  if (submit === undefined) return []
  const { title, data } = submit
  return buttonParts([{ type: 'Action.Submit', title: buttonTitle(title), style: 'positive', data }])
}

/** An element whose buttons give back which card of the dialog they stood in. */
function marked(element: CardElement, marks: Pick<ButtonData, 'key' | 'seen'>): CardElement {
  switch (element.type) {
    case 'ActionSet':
      return { ...element, actions: element.actions.map((action) => markedAction(action, marks)) }
    case 'Container':
      return { ...element, items: element.items.map((item) => marked(item, marks) as typeof item) }
    default:
      return element
  }
}

function markedAction(action: CardAction, marks: Pick<ButtonData, 'key' | 'seen'>): CardAction {
  return action.type === 'Action.Submit' ? { ...action, data: { ...action.data, ...marks } } : action
}

function dialogTitle(text: string): string {
  return clipLabel(text, limits.dialogTitle, (some) => some.length)
}

/** Whole groups as far as they go, so that no quote stands without its source; the first is begun where it is too long. */
function takeGroups(groups: readonly Group[], fits: (parts: readonly Part[]) => boolean): Group {
  const [first = []] = groups
  const taken: Part[] = []
  if (!fits(first)) {
    for (const part of first) {
      if (!fits([...taken, part])) return taken
      taken.push(part)
    }
  }
  for (const group of groups) {
    if (!fits([...taken, ...group])) return taken
    taken.push(...group)
  }
  return taken
}
