import { createHash } from 'node:crypto'
import type { Draft } from '../opinions/draft.ts'

/** What a draft says, as a few characters: the same as long as the same would be filed, without and with a split. */
export function seenOf({ text, call, subject, vote, printName, edits, onBehalf, whole }: Draft): string {
  const said = JSON.stringify([text, call, subject, vote, printName, edits, onBehalf, whole])
  return createHash('sha256').update(said).digest('hex').slice(0, 16)
}

/** Whether the draft that a dialog has shown (`seen`) says something else now: it was changed on another device, or by words. */
export function isOtherNow(kept: Draft | undefined, draft: string | undefined, seen: string | undefined): boolean {
  return kept !== undefined && kept.id === draft && seen !== undefined && seenOf(kept) !== seen
}
