import type { Message } from '../../conversation/reply.ts'
import { sayIn } from '../../conversation/view.ts'
import { clipLabel } from '../clip-label.ts'
import { buildCard, type CardAttachment } from './activity.ts'
import { activityRoom, limits } from './limits.ts'
import type { Rendering } from './message-activities.ts'
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

/**
 * A message as the card of a dialog. Where it does not fit, its last line says that the rest is in the chat with the bot, `whole`
 * is false, and the caller sends it there; then no choice is shown without all that it is about.
 */
export function dialogCard(
  message: Message,
  { title, language, dialogs = new Set() }: Rendering & { readonly title: string },
): { readonly dialog: Dialog; readonly whole: boolean } {
  const { said, offered } = messageParts(message, language, dialogs)
  const build = (parts: readonly Part[]): Dialog => ({
    title: dialogTitle(title),
    width: 'large',
    height: 'large',
    card: buildCard(elementsOf(parts), language),
  })
  const fits = (parts: readonly Part[]) => JSON.stringify(build(parts)).length <= activityRoom
  const all = [...said.flat(), ...offered]
  if (fits(all)) return { dialog: build(all), whole: true }
  const rest = noteParts(sayIn({ language }).faces.restInDirectMessage)
  return { dialog: build([...takeGroups(said, (parts) => fits([...parts, ...rest])), ...rest]), whole: false }
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
