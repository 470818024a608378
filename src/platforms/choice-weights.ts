import type { Choice } from '../conversation/reply.ts'
import type { ActionName } from '../conversation/turn.ts'

/** What sends something for good; only the first such choice of a message stands out. */
const sending: ReadonlySet<ActionName> = new Set(['file', 'file-whole', 'reply', 'proof-agree', 'send-correction'])
/** What throws something away. */
const losing: ReadonlySet<ActionName> = new Set(['withdraw-now', 'discard'])

/** How the button of each choice stands out: the one that sends, and those that throw away. */
export function choiceWeights(choices: readonly Choice[]): readonly ('primary' | 'danger' | undefined)[] {
  const primary = choices.findIndex(({ action }) => sending.has(action.name))
  return choices.map(({ action }, at) => (at === primary ? 'primary' : losing.has(action.name) ? 'danger' : undefined))
}
