import { randomUUID } from 'node:crypto'
import type { Message } from '../../conversation/reply.ts'
import { sayIn } from '../../conversation/view.ts'
import type { Language } from '../../questions/normal-text.ts'
import { clipLabel } from '../clip-label.ts'
import { type ButtonData, buildCard, type CardAction, type CardAttachment, type CardElement } from './activity.ts'
import { buttonParts, buttonTitle } from './choice-parts.ts'
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

/** `inputs` stand below what is said, and all of them are shown; `submit` sends them. */
type Frame = {
  readonly title: string
  readonly language: Language
  readonly inputs?: readonly CardElement[]
  readonly submit?: { readonly title: string; readonly data: ButtonData }
}

/**
 * A message as the card of a dialog. Where it does not fit, its last line says that the rest is in the chat with the bot, `whole`
 * is false, and the caller sends it there; then no choice is shown without all that it is about. `fits`: not even its inputs do.
 */
export function dialogCard(
  message: Message,
  { title, language, inputs = [], submit }: Frame,
): { readonly dialog: Dialog; readonly whole: boolean; readonly fits: boolean } {
  // In a dialog nothing opens another.
  const { said, offered } = messageParts(message, language, new Set())
  const key = randomUUID()
  const build = (above: readonly Part[], below: readonly Part[]): Dialog => {
    const elements = [...elementsOf(above), ...inputs, ...elementsOf([...submitParts(submit), ...below])]
    return {
      title: dialogTitle(title),
      width: 'large',
      height: 'large',
      card: buildCard(
        elements.map((element) => withKey(element, key)),
        language,
      ),
    }
  }
  const fits = (above: readonly Part[], below: readonly Part[]) =>
    JSON.stringify(build(above, below)).length <= activityRoom
  const all = said.flat()
  if (fits(all, offered)) return { dialog: build(all, offered), whole: true, fits: true }
  const rest = noteParts(sayIn({ language }).faces.restInDirectMessage)
  const taken = takeGroups(said, (parts) => fits([...parts, ...rest], []))
  const shown = [...taken, ...rest]
  return { dialog: build(shown, []), whole: false, fits: fits(shown, []) }
}

function submitParts(submit: Frame['submit']): readonly Part[] {
  if (submit === undefined) return []
  const { title, data } = submit
  return buttonParts([{ type: 'Action.Submit', title: buttonTitle(title), style: 'positive', data }])
}

/** An element whose buttons give back which card of the dialog they stood in. */
function withKey(element: CardElement, key: string): CardElement {
  switch (element.type) {
    case 'ActionSet':
      return { ...element, actions: element.actions.map((action) => keyed(action, key)) }
    case 'Container':
      return { ...element, items: element.items.map((item) => withKey(item, key) as typeof item) }
    default:
      return element
  }
}

function keyed(action: CardAction, key: string): CardAction {
  return action.type === 'Action.Submit' ? { ...action, data: { ...action.data, key } } : action
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
