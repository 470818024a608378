import type { KnownBlock } from '@slack/types'
import type { Message } from '../../conversation/reply.ts'
import { sayIn } from '../../conversation/view.ts'
import type { Language } from '../../questions/normal-text.ts'
import { clipLabel } from './clip-label.ts'
import { limits } from './limits.ts'
import { messageGroups } from './message-groups.ts'
import type { Group } from './piece.ts'
import { plainText } from './slack-text.ts'

/**
 * A message in at most `most` blocks of a modal or the App Home. Where it does not fit, its last line says that the rest is in
 * the direct message, `whole` is false, and the caller sends it there; then no choice is shown without all that it is about.
 */
export function modalBlocks(
  message: Message,
  { language, most = limits.viewBlocks }: { readonly language: Language; readonly most?: number },
): { readonly blocks: KnownBlock[]; readonly whole: boolean } {
  const { said, offered } = messageGroups(message, language)
  const all = [...said.flat(), ...offered]
  if (all.length <= most) return { blocks: all.map(({ block }) => block), whole: true }
  const rest: KnownBlock = {
    type: 'section',
    text: plainText(sayIn({ language }).faces.restInDirectMessage),
    block_id: 'block:rest',
  }
  return { blocks: [...takeGroups(said, most - 1).map(({ block }) => block), rest], whole: false }
}

/** The title of a modal. */
export function modalTitle(text: string): string {
  return clipLabel(text, limits.modalTitle)
}

/** Whole groups as far as they go, so that no quote stands without its source; the first is begun where it is too long. */
function takeGroups(groups: readonly Group[], most: number): Group {
  const [first = []] = groups
  if (first.length > most) return first.slice(0, Math.max(0, most))
  const taken = [...first]
  for (const group of groups.slice(1)) {
    if (taken.length + group.length > most) break
    taken.push(...group)
  }
  return taken
}
