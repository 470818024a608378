import type { Action } from '../conversation/turn.ts'

/** Whether a button opens a dialog where there are dialogs; all others are answered where they stand. */
export function opensDialog({ name, about }: Action): boolean {
  if (name === 'reply' || name === 'proof-correct') return about !== undefined
  return ['source', 'opinion', 'edit-filed', 'ask'].includes(name)
}
