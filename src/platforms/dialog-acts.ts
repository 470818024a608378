import type { Action } from '../conversation/turn.ts'

/** Whether a button opens a dialog where there are dialogs; all others are answered where they stand. */
export function opensDialog({ name, about }: Action): boolean {
  if (name === 'reply' || name === 'proof-correct') return about !== undefined
  return ['source', 'opinion', 'edit-filed', 'ask'].includes(name)
}

/**
 * Whether a button may be pressed again after a while and does the same again: it only shows something, or says what is to hold
 * from now on. All others are pressed once, so that nothing is filed twice.
 */
export function comesAgain({ name }: Action): boolean {
  return ['proof-agree', 'source', 'about-answer', 'mine', 'submission', 'annex'].includes(name)
}
